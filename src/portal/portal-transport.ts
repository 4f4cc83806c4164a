/**
 * What an adapter brings: one way to a portal. Everything else (the order of the start, events bound
 * once, REST, disposal) is the same for all of them and lives in `PortalClient`.
 */
import type {Credentials, InitData} from '../model/portal/portal-answers.js';
import type {Problem} from '../model/parse/reading.js';
import type {RequestParameters} from './portal.js';

/** How long a portal may take for its first answer, in milliseconds. */
export const CONNECT_TIME_LIMIT_MS = 10_000;

/** How long it may take for a new token. When it refuses, it shows an alert and never answers. */
export const RENEWAL_TIME_LIMIT_MS = 10_000;

export interface PortalTransport {
  /**
   * Reaches the portal and learns where the page is shown.
   * Rejects with `not-in-portal` or `timeout`. May be called again after a failure.
   */
  open(): Promise<OpenedTransport>;

  /**
   * Sends a command and resolves with the value of the first answer, `undefined` for none.
   * Rejects with `timeout` after `timeLimit` milliseconds and with `bad-answer` for what is no JSON.
   */
  ask(command: string, parameters: RequestParameters, timeLimit: number): Promise<unknown>;

  /** Binds an event at the portal. There is no acknowledgement and no unbinding. */
  bind(event: string, deliver: (value: unknown) => void): void;

  /** Stops listening; what is waiting rejects with `disconnected`. */
  dispose(): void;
}

export interface OpenedTransport {
  readonly init: InitData;
  /** The portal's origin. */
  readonly origin: string;
  readonly problems: readonly Problem[];
  /** `null`: the portal gave no token, so there is no REST. */
  readonly credentials: Credentials | null;
  /** Asks for a new token; `null` or a rejection: there is none to be had. */
  readonly renew: () => Promise<Credentials | null>;
}
