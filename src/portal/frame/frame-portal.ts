/**
 * The default adapter, for any placement: speaks the window protocol itself, needs nothing on the page,
 * and disturbs no other client there (reference: window protocol, sections 1 to 3).
 */
import {BoundedMap} from '../../model/bounded-map.js';
import {CallCardError, disconnected} from '../../model/errors/call-card-error.js';
import {
  readCredentials,
  readInitData,
  type Credentials,
} from '../../model/portal/portal-answers.js';
import type {PortalNotice} from '../../model/portal/portal-notice.js';
import {parseJson} from '../../model/parse/reading.js';
import {PendingRequests, notJsonError, type PendingRequest} from '../pending-requests.js';
import {PortalClient, type PortalClientOptions} from '../portal-client.js';
import {
  CONNECT_TIME_LIMIT_MS,
  RENEWAL_TIME_LIMIT_MS,
  type OpenedTransport,
  type PortalTransport,
} from '../portal-transport.js';
import type {Portal, RequestParameters} from '../portal.js';
import {readFrameName, type FrameName} from './frame-name.js';

export interface FramePortalOptions extends PortalClientOptions {
  /** The window of the app's page; its name tells the portal's address. */
  readonly window?: Window;
  /** How long the portal may take for its first answer, in milliseconds. Default: 10 000. */
  readonly connectTimeLimit?: number;
}

/** The portal in whose frame the page is. Needs no client library. */
export function fromFrame(options: FramePortalOptions = {}): Portal {
  return new PortalClient((notice) => new WindowTransport(options, notice), options);
}

/** A message from the portal: the answer to a command, or an event that was bound. */
interface HostMessage {
  readonly callback: string;
  readonly payload:
    | {readonly kind: 'empty'}
    | {readonly kind: 'value'; readonly value: unknown}
    | {readonly kind: 'malformed'};
}

interface Callback {
  /** Present for a command, which may be forgotten once it was settled; absent for a binding. */
  readonly request?: PendingRequest;
  readonly receive: (payload: HostMessage['payload']) => void;
}

/** The app's page and the name that the portal has given to its frame. */
interface OpenedFrame {
  readonly page: Window;
  readonly name: FrameName;
}

/** How many callbacks are kept, so that a late answer is told from one for another client. */
const MOST_CALLBACKS = 300;

class WindowTransport implements PortalTransport {
  /** None on a server that renders pages. */
  readonly #window: Window | undefined;
  readonly #timeLimit: number;
  readonly #notice: (notice: PortalNotice) => void;
  readonly #requests: PendingRequests;
  readonly #callbacks = new BoundedMap<string, Callback>(
    MOST_CALLBACKS,
    ({request}) => request?.isSettled === true,
  );
  readonly #listening = new AbortController();
  #frame: OpenedFrame | undefined;

  constructor(options: FramePortalOptions, notice: (notice: PortalNotice) => void) {
    this.#window = options.window ?? globalThis.window;
    this.#timeLimit = options.connectTimeLimit ?? CONNECT_TIME_LIMIT_MS;
    this.#notice = notice;
    this.#requests = new PendingRequests(notice);
  }

  async open(): Promise<OpenedTransport> {
    const frame = (this.#frame ??= this.#listen(openedFrame(this.#window)));
    const {value, problems} = readInitData(await this.ask('getInitData', {}, this.#timeLimit));
    return {...value, problems, origin: frame.name.origin, renew: () => this.#renew()};
  }

  async ask(command: string, parameters: RequestParameters, timeLimit: number): Promise<unknown> {
    if (this.#frame === undefined) throw disconnected(command);
    const request = this.#requests.start(command, parameters, timeLimit);
    this.#post(this.#frame, command, parameters, {
      request,
      receive: (payload) => {
        if (payload.kind === 'malformed') request.fail(notJsonError(command, parameters));
        else request.settle(valueOf(payload));
      },
    });
    return request.answer;
  }

  /** The callback of a binding is answered any number of times. */
  bind(event: string, deliver: (value: unknown) => void): void {
    const command = 'placementBindEvent';
    if (this.#frame === undefined) return;
    this.#post(
      this.#frame,
      command,
      {event},
      {
        receive: (payload) => {
          if (payload.kind === 'malformed') this.#notice({kind: 'malformed', command});
          else deliver(valueOf(payload));
        },
      },
    );
  }

  dispose(): void {
    this.#listening.abort();
    this.#callbacks.clear();
    this.#requests.dispose();
  }

  #listen(frame: OpenedFrame): OpenedFrame {
    const {signal} = this.#listening;
    frame.page.addEventListener('message', (event) => this.#receive(frame, event), {signal});
    return frame;
  }

  #post(
    {page, name}: OpenedFrame,
    command: string,
    parameters: RequestParameters,
    callback: Callback,
  ): void {
    const id = newCallbackId();
    this.#callbacks.set(id, callback);
    page.parent.postMessage(encodeCommand(command, parameters, id, name.sid), name.origin);
  }

  #receive({page, name}: OpenedFrame, event: MessageEvent): void {
    if (event.source !== page.parent || event.origin !== name.origin) {
      this.#notice({kind: 'foreign'});
      return;
    }
    const message = decodeHostMessage(event.data);
    if (message === undefined) return;
    const callback = this.#callbacks.get(message.callback);
    if (callback === undefined) this.#notice({kind: 'unknown-callback'});
    else callback.receive(message.payload);
  }

  async #renew(): Promise<Credentials | null> {
    return readCredentials(await this.ask('refreshAuth', {}, RENEWAL_TIME_LIMIT_MS));
  }
}

/** Throws `not-in-portal` for a page that is in no portal's frame. */
function openedFrame(page: Window | undefined): OpenedFrame {
  const name = page && readFrameName(page.name);
  if (name !== undefined && page !== undefined && page.parent !== page) return {page, name};
  throw new CallCardError(
    'not-in-portal',
    'No portal around: open the page as a placement, or by npm start.',
  );
}

function valueOf(payload: HostMessage['payload']): unknown {
  return payload.kind === 'value' ? payload.value : undefined;
}

// Other clients on the page have callbacks, too: the id must not meet one of theirs.
function newCallbackId(): string {
  return `cck${crypto.getRandomValues(new Uint32Array(3)).join('')}`;
}

/**
 * The text of a message to the portal: `COMMAND:CALLBACK:SID`, with the parameters as JSON in between when
 * there are any (reference: window protocol, section 2).
 */
export function encodeCommand(
  command: string,
  parameters: RequestParameters,
  callback: string,
  sid: string,
): string {
  const parts = [command, callback, sid];
  if (Object.keys(parameters).length > 0) parts.splice(1, 0, JSON.stringify(parameters));
  return parts.join(':');
}

/** Reads the text of a message from the portal: `CALLBACK:` and what follows. Nothing for messages that are not of this protocol. */
export function decodeHostMessage(data: unknown): HostMessage | undefined {
  if (typeof data !== 'string') return undefined;
  // The JSON contains colons, too: only the first one separates.
  const colon = data.indexOf(':');
  if (colon < 1) return undefined;
  const callback = data.slice(0, colon);
  const text = data.slice(colon + 1);
  if (text === '') return {callback, payload: {kind: 'empty'}};
  const parsed = parseJson(text);
  if (parsed === undefined) return {callback, payload: {kind: 'malformed'}};
  return {callback, payload: {kind: 'value', value: parsed.value}};
}
