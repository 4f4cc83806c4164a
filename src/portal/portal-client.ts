/** The portal over any transport: the order of the start, events, commands and REST. */
import {CallCardError, disconnected} from '../model/errors/call-card-error.js';
import {
  readInterface,
  type Credentials,
  type PlacementInterface,
} from '../model/portal/portal-answers.js';
import {Emitter} from '../model/emitter.js';
import {importPart} from '../model/async/lazy-import.js';
import {asObject, asText, problem, type Problem} from '../model/parse/reading.js';
import type {BatchOutcome, RestAnswer} from '../model/portal/rest-answer.js';
import type {PortalSession} from '../model/portal/session.js';
import {EventBindings} from './event-bindings.js';
import type {PortalNotice} from '../model/portal/portal-notice.js';
import type {OpenedTransport, PortalTransport} from './portal-transport.js';
import type {BatchCalls, CallOptions, Portal, RequestParameters, RestOptions} from './portal.js';
import type {RestClient} from './rest/rest-client.js';

export interface PortalClientOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** How long the portal may take for any answer but the first, in milliseconds. Default: 2 000. */
  readonly timeLimit?: number;
  /** @internal Hears when a REST request has left: what a page's start waits for. */
  readonly requestSent?: () => void;
}

/** The portal answers `openPath` when the slider is closed, which may take as long as a call. */
const SLIDER_TIME_LIMIT_MS = 24 * 60 * 60 * 1000;

export class PortalClient implements Portal {
  readonly #transport: PortalTransport;
  readonly #timeLimit: number;
  readonly #fetch: typeof globalThis.fetch;
  readonly #requestSent: (() => void) | undefined;
  readonly #observers = new Emitter<PortalNotice>();
  readonly #bindings: EventBindings;
  readonly #ending = new AbortController();
  #opened: OpenedTransport | undefined;
  #rest: Promise<RestClient> | undefined;
  #connection: Promise<PortalSession> | undefined;
  #state: 'new' | 'open' | 'disposed' = 'new';

  /** @param makeTransport - is given what hears its notices */
  constructor(
    makeTransport: (notice: (notice: PortalNotice) => void) => PortalTransport,
    options: PortalClientOptions = {},
  ) {
    const notice = (happened: PortalNotice): void => this.#notice(happened);
    this.#transport = makeTransport(notice);
    this.#timeLimit = options.timeLimit ?? 2000;
    this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    this.#requestSent = options.requestSent;
    this.#bindings = new EventBindings(
      (event, deliver) => this.#transport.bind(event, deliver),
      () => this.readInterface(),
      notice,
    );
  }

  connect(): Promise<PortalSession> {
    if (this.#state === 'disposed') return Promise.reject(disconnected('connect'));
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
    if (this.#state !== 'open') throw disconnected(command);
    return this.#transport.ask(command, parameters, options.timeLimit ?? this.#timeLimit);
  }

  async readInterface(): Promise<PlacementInterface> {
    return this.#takeInterface(await this.call('getInterface', {}));
  }

  listen(event: string, listener: (value: unknown) => void): () => void {
    return this.#bindings.listen(event, listener);
  }

  observe(observer: (notice: PortalNotice) => void): () => void {
    return this.#observers.add(observer);
  }

  async rest(
    method: string,
    parameters: RequestParameters,
    options?: RestOptions,
  ): Promise<RestAnswer> {
    return (await this.#authorized(method)).call(method, parameters, options);
  }

  async batch(calls: BatchCalls, options?: RestOptions): Promise<BatchOutcome> {
    return (await this.#authorized('batch')).batch(calls, options);
  }

  async openPath(path: string): Promise<void> {
    const answer = await this.call('openPath', {path}, {timeLimit: SLIDER_TIME_LIMIT_MS});
    const fields = asObject(answer);
    if (fields?.['result'] !== 'error') return;
    const code = asText(fields['errorCode']) ?? '';
    throw new CallCardError('not-allowed', `The portal does not open ${path} (${code}).`, {
      request: 'openPath',
      parameters: {path},
      portal: {code, description: ''},
    });
  }

  async resize(size: {readonly width: number; readonly height: number}): Promise<void> {
    // One by one: a rectangle of the DOM has them on its prototype, where JSON does not look.
    await this.call('resizeWindow', {width: size.width, height: size.height});
  }

  dispose(): void {
    this.#state = 'disposed';
    this.#bindings.dispose();
    this.#transport.dispose();
    this.#rest = undefined;
    this.#ending.abort();
    this.#observers.clear();
  }

  async #open(): Promise<PortalSession> {
    const opening = this.#transport.open();
    // Asked at the same time: one after the other costs a turn of the portal's event loop each. A
    // transport that can't ask before it is open rejects, and is asked again below.
    const early = this.#listing();
    this.#bindings.open();
    const opened = await opening;
    this.#expectNoEnd();
    this.#state = 'open';
    this.#opened = opened;
    const offered = await early;
    this.#expectNoEnd();
    const {init, origin, problems} = opened;
    return {...init, origin, interface: offered, problems: [...problems, ...silence(offered)]};
  }

  /** What the placement offers; `null` when the portal does not say, which is no failure. */
  async #listing(): Promise<PlacementInterface | null> {
    try {
      return this.#takeInterface(await this.#transport.ask('getInterface', {}, this.#timeLimit));
    } catch {
      // Older portals may not know the command; then every command is tried.
      this.#bindings.lookAgainLater();
      return null;
    }
  }

  /** Nonsense is not the same as an empty list, by which everything would be refused. */
  #takeInterface(answer: unknown): PlacementInterface {
    const {value, problems} = readInterface(answer);
    if (problems.length > 0) {
      const text = 'The portal did not answer getInterface with a list.';
      throw new CallCardError('bad-answer', text, {request: 'getInterface'});
    }
    this.#bindings.confirm(value);
    return value;
  }

  #authorized(method: string): Promise<RestClient> {
    const opened = this.#opened;
    if (this.#state !== 'open' || opened === undefined) throw disconnected(method);
    const {credentials} = opened;
    if (credentials === null) {
      const text = `${method} needs a token, and there is none.`;
      throw new CallCardError('not-authorized', text, {request: method});
    }
    return (this.#rest ??= this.#loadRest(opened, credentials));
  }

  /** REST is loaded when it is asked for the first time: many a worker never does. */
  async #loadRest(
    {origin, init, renew}: OpenedTransport,
    credentials: Credentials,
  ): Promise<RestClient> {
    try {
      const {RestClient} = await importPart(import('./rest/rest-client.js'));
      return new RestClient({
        address: `${origin}${init.restPath}`,
        credentials,
        renew,
        fetch: this.#fetch,
        notice: (notice) => this.#notice(notice),
        sent: this.#requestSent,
        ended: this.#ending.signal,
      });
    } catch (error) {
      this.#rest = undefined;
      throw error;
    }
  }

  #notice(notice: PortalNotice): void {
    this.#observers.emit(notice);
  }

  /** After a wait: the page may have ended the connection meanwhile. */
  #expectNoEnd(): void {
    if (this.#state === 'disposed') throw disconnected('connect');
  }
}

function silence(offered: PlacementInterface | null): Problem[] {
  return offered === null ? [problem('getInterface', 'an answer', undefined)] : [];
}
