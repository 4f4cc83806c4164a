/**
 * The default adapter: speaks the window protocol itself, needs nothing on the page, and disturbs no
 * other client there (reference: window protocol, sections 1 to 4).
 */
import {CallCardError} from '../../model/call-card-error.js';
import {
  readCredentials,
  readInitData,
  readInterface,
  type PlacementInterface,
} from '../../model/init-data.js';
import {asObject, asText, problem, type Problem} from '../../model/reading.js';
import type {BatchOutcome, RestAnswer} from '../../model/rest-answer.js';
import type {PortalSession} from '../../model/session.js';
import type {BatchCalls, CallOptions, Portal, RequestParameters, RestOptions} from '../portal.js';
import {EventBindings} from './event-bindings.js';
import {FrameMessages, type MessageNotice} from './frame-messages.js';
import {readFrameName, type FrameName} from './frame-name.js';
import {RestClient} from './rest-client.js';

export interface FramePortalOptions {
  /** The window of the app's page; its name tells the portal's address. */
  readonly window?: Window;
  readonly fetch?: typeof globalThis.fetch;
  /** How long the portal may take for its first answer, in milliseconds. Default: 10 000. */
  readonly connectTimeLimit?: number;
  /** How long it may take for any other, in milliseconds. Default: 2 000. */
  readonly timeLimit?: number;
  readonly onNotice?: (notice: MessageNotice) => void;
}

/** The portal answers `openPath` when the slider is closed, which may take as long as a call. */
const SLIDER_TIME_LIMIT_MS = 24 * 60 * 60 * 1000;
const RENEWAL_TIME_LIMIT_MS = 10_000;

export class FramePortal implements Portal {
  readonly #window: Window;
  readonly #options: Required<
    Pick<FramePortalOptions, 'connectTimeLimit' | 'timeLimit' | 'onNotice'>
  >;
  readonly #fetch: typeof globalThis.fetch;
  readonly #bindings: EventBindings;
  #messages: FrameMessages | undefined;
  #rest: RestClient | undefined;
  #connection: Promise<PortalSession> | undefined;
  #disposed = false;

  constructor(options: FramePortalOptions = {}) {
    this.#window = options.window ?? window;
    this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    this.#options = {
      connectTimeLimit: options.connectTimeLimit ?? 10_000,
      timeLimit: options.timeLimit ?? 2000,
      onNotice: options.onNotice ?? (() => undefined),
    };
    this.#bindings = new EventBindings(
      (event, deliver) => this.#messages?.bind('placementBindEvent', {event}, deliver),
      () => this.readInterface(),
    );
  }

  connect(): Promise<PortalSession> {
    if (this.#disposed) return Promise.reject(disconnected('connect'));
    this.#connection ??= this.#open().catch((error: unknown) => {
      this.#connection = undefined;
      throw error;
    });
    return this.#connection;
  }

  async call(
    command: string,
    parameters: RequestParameters,
    options: CallOptions = {},
  ): Promise<unknown> {
    const timeLimit = options.timeLimit ?? this.#options.timeLimit;
    return this.#connected(command).ask(command, parameters, timeLimit);
  }

  async readInterface(): Promise<PlacementInterface> {
    const answer = await this.call('getInterface', {});
    return readInterface(answer).value;
  }

  listen(event: string, listener: (value: unknown) => void): () => void {
    return this.#bindings.listen(event, listener);
  }

  async rest(
    method: string,
    parameters: RequestParameters,
    options?: RestOptions,
  ): Promise<RestAnswer> {
    return this.#authorized(method).call(method, parameters, options);
  }

  async batch(calls: BatchCalls, options?: RestOptions): Promise<BatchOutcome> {
    return this.#authorized('batch').batch(calls, options);
  }

  async openPath(path: string): Promise<void> {
    const answer = await this.call('openPath', {path}, {timeLimit: SLIDER_TIME_LIMIT_MS});
    const outcome = asObject(answer);
    if (outcome?.['result'] !== 'error') return;
    const code = asText(outcome['errorCode']) ?? '';
    throw new CallCardError('not-allowed', `The portal does not open ${path} (${code}).`, {
      request: 'openPath',
      parameters: {path},
      portal: {code, description: ''},
    });
  }

  async resize(size: {readonly width: number; readonly height: number}): Promise<void> {
    await this.call('resizeWindow', {width: size.width, height: size.height});
  }

  dispose(): void {
    this.#disposed = true;
    this.#bindings.dispose();
    this.#messages?.dispose();
    this.#rest = undefined;
  }

  async #open(): Promise<PortalSession> {
    const name = this.#readName();
    this.#messages ??= new FrameMessages(this.#window, name, this.#options.onNotice);
    const messages = this.#messages;
    // All at once: what is asked one after the other costs a turn of the portal's event loop each.
    const initialization = messages.ask('getInitData', {}, this.#options.connectTimeLimit);
    const listing = this.#firstInterface(messages);
    this.#bindings.open();
    const {value, problems} = readInitData(await initialization);
    const {init, credentials} = value;
    const offered = await firstOf(listing, this.#options.timeLimit);
    if (credentials !== null) {
      this.#rest = new RestClient({
        address: `${name.origin}${init.restPath}`,
        credentials,
        renew: async () => readCredentials(await this.#renew()),
        fetch: this.#fetch,
      });
    }
    return {
      ...init,
      origin: name.origin,
      interface: offered,
      problems: [...problems, ...silence(offered)],
    };
  }

  #readName(): FrameName {
    const name = readFrameName(this.#window.name);
    if (name !== undefined && this.#window.parent !== this.#window) return name;
    throw new CallCardError(
      'not-in-portal',
      'This page is not in a Bitrix24 frame. Open it as a placement of your app in a portal, or in the simulated portal (npm start).',
    );
  }

  /** What the placement offers; `null` when the portal keeps silent, which is no failure. */
  async #firstInterface(messages: FrameMessages): Promise<PlacementInterface | null> {
    try {
      const answer = await messages.ask('getInterface', {}, this.#options.connectTimeLimit);
      const offered = readInterface(answer).value;
      this.#bindings.confirm(offered);
      return offered;
    } catch {
      // Older portals may not know the command; then every command is tried.
      return null;
    }
  }

  #renew(): Promise<unknown> {
    return this.call('refreshAuth', {}, {timeLimit: RENEWAL_TIME_LIMIT_MS});
  }

  #connected(request: string): FrameMessages {
    if (this.#disposed || this.#messages === undefined) throw disconnected(request);
    return this.#messages;
  }

  #authorized(method: string): RestClient {
    if (this.#disposed) throw disconnected(method);
    if (this.#rest !== undefined) return this.#rest;
    throw new CallCardError(
      'not-authorized',
      `${method} needs a token, and the portal gave none.`,
      {
        request: method,
      },
    );
  }
}

/** The value, or `null` when it takes longer than the limit in milliseconds. */
async function firstOf<T>(value: Promise<T>, timeLimit: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeLimit);
  });
  const first = await Promise.race([value, limit]);
  clearTimeout(timer);
  return first;
}

function silence(offered: PlacementInterface | null): Problem[] {
  return offered === null ? [problem('getInterface', 'an answer', undefined)] : [];
}

function disconnected(request: string): CallCardError {
  return new CallCardError('disconnected', 'There is no connection to the portal.', {request});
}
