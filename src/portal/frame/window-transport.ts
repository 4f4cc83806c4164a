/**
 * The link of the default adapter: speaks the window protocol itself, needs nothing on the page, and
 * disturbs no other client there (reference: window protocol, sections 1 to 3).
 */
import {CallCardError} from '../../model/errors/call-card-error.js';
import {
  readCredentials,
  type Credentials,
  type InitReading,
} from '../../model/portal/portal-answers.js';
import {disconnected} from '../../model/errors/disconnected.js';
import type {PortalClientOptions} from '../portal-client.js';
import type {PortalNotice} from '../../model/portal/portal-notice.js';
import {
  CONNECT_TIME_LIMIT_MS,
  RENEWAL_TIME_LIMIT_MS,
  type OpenedTransport,
  type PortalTransport,
} from '../portal-transport.js';
import type {RequestParameters} from '../portal.js';
import {FrameMessages} from './frame-messages.js';
import {readFrameName, type FrameName} from './frame-name.js';

export interface FramePortalOptions extends PortalClientOptions {
  /** The window of the app's page; its name tells the portal's address. */
  readonly window?: Window;
  /** How long the portal may take for its first answer, in milliseconds. Default: 10 000. */
  readonly connectTimeLimit?: number;
}

/** Reads the portal's first answer; what that takes may have to be fetched. */
export type InitReader = (answer: unknown) => InitReading | Promise<InitReading>;

export class WindowTransport implements PortalTransport {
  /** None on a server that renders pages. */
  readonly #window: Window | undefined;
  readonly #timeLimit: number;
  readonly #notice: (notice: PortalNotice) => void;
  readonly #read: InitReader;
  #messages: FrameMessages | undefined;

  constructor(
    options: FramePortalOptions,
    notice: (notice: PortalNotice) => void,
    read: InitReader,
  ) {
    this.#window = options.window ?? globalThis.window;
    this.#timeLimit = options.connectTimeLimit ?? CONNECT_TIME_LIMIT_MS;
    this.#notice = notice;
    this.#read = read;
  }

  async open(): Promise<OpenedTransport> {
    const {name, page} = this.#readName();
    this.#messages ??= new FrameMessages(page, name, this.#notice);
    const answer = await this.ask('getInitData', {}, this.#timeLimit);
    const {value, problems} = await this.#read(answer);
    return {...value, problems, origin: name.origin, renew: () => this.#renew()};
  }

  async ask(command: string, parameters: RequestParameters, timeLimit: number): Promise<unknown> {
    if (this.#messages !== undefined) return this.#messages.ask(command, parameters, timeLimit);
    throw disconnected(command);
  }

  bind(event: string, deliver: (value: unknown) => void): void {
    this.#messages?.bind('placementBindEvent', {event}, deliver);
  }

  dispose(): void {
    this.#messages?.dispose();
  }

  #readName(): {readonly name: FrameName; readonly page: Window} {
    const page = this.#window;
    const name = page && readFrameName(page.name);
    if (name !== undefined && page !== undefined && page.parent !== page) return {name, page};
    throw new CallCardError(
      'not-in-portal',
      'No portal around: open the page as a placement, or by npm start.',
    );
  }

  async #renew(): Promise<Credentials | null> {
    return readCredentials(await this.ask('refreshAuth', {}, RENEWAL_TIME_LIMIT_MS));
  }
}
