/**
 * The adapter over the global of BX24.js, for apps that already load it.
 *
 * REST goes over `fetch` with the library's token, because BX24.js never calls back on HTTP 5xx and
 * repeats an expired token without limit (reference: window protocol, section 3).
 */
import {CallCardError} from '../model/errors/call-card-error.js';
import {readInitData, type Credentials} from '../model/portal/portal-answers.js';
import type {PortalNotice} from '../model/portal/portal-notice.js';
import {asObject, asText} from '../model/parse/reading.js';
import {PendingRequests} from './pending-requests.js';
import {readFrameName} from './frame/frame-name.js';
import {PortalClient, type PortalClientOptions} from './portal-client.js';
import {
  CONNECT_TIME_LIMIT_MS,
  RENEWAL_TIME_LIMIT_MS,
  type OpenedTransport,
  type PortalTransport,
} from './portal-transport.js';
import type {Portal, RequestParameters} from './portal.js';

type Callback = (value: unknown) => void;

/** What is needed of the global `BX24`. */
export interface Bx24Like {
  init(callback: () => void): void;
  getAuth(): unknown;
  refreshAuth(callback: Callback): void;
  getLang(): string;
  isAdmin(): boolean;
  openPath(path: string, callback: Callback): void;
  resizeWindow(width: number, height: number, callback: Callback): void;
  readonly placement: {
    info(): unknown;
    getInterface(callback: Callback): void;
    call(command: string, parameters: Record<string, unknown>, callback: Callback): void;
    bindEvent(event: string, callback: Callback): void;
  };
}

export interface Bx24PortalOptions extends PortalClientOptions {
  /** How long `BX24.init` may take, in milliseconds. Default: 10 000. */
  readonly connectTimeLimit?: number;
}

/** The portal behind the global of BX24.js: `fromBX24(BX24)`. */
export function fromBX24(bx24: Bx24Like, options: Bx24PortalOptions = {}): Portal {
  return new PortalClient((notice) => new Bx24Transport(bx24, options, notice), options);
}

class Bx24Transport implements PortalTransport {
  readonly #bx24: Bx24Like;
  readonly #requests: PendingRequests;
  readonly #timeLimit: number;
  #initialized: Promise<unknown> | undefined;
  #disposed = false;

  constructor(bx24: Bx24Like, options: Bx24PortalOptions, notice: (notice: PortalNotice) => void) {
    this.#bx24 = bx24;
    this.#timeLimit = options.connectTimeLimit ?? CONNECT_TIME_LIMIT_MS;
    this.#requests = new PendingRequests(notice);
  }

  async open(): Promise<OpenedTransport> {
    await this.#ready();
    const info = asObject(this.#bx24.placement.info());
    const authorization = asObject(this.#bx24.getAuth());
    const {value, problems} = readInitData({
      LANG: this.#bx24.getLang(),
      IS_ADMIN: this.#bx24.isAdmin(),
      PLACEMENT: info?.['placement'],
      PLACEMENT_OPTIONS: info?.['options'],
      MEMBER_ID: authorization?.['member_id'],
      AUTH_ID: authorization?.['access_token'],
      AUTH_EXPIRES: authorization?.['expires_in'],
    });
    return {
      ...value,
      problems,
      // `getAuth` gives nothing once the token is over: then the first request renews it.
      credentials: value.credentials ?? {accessToken: 'expired', expiresIn: 0},
      origin: originOf(asText(authorization?.['domain'])),
      renew: () => this.#renew(),
    };
  }

  async ask(command: string, parameters: RequestParameters, timeLimit: number): Promise<unknown> {
    await this.#ready();
    const request = this.#requests.start(command, parameters, timeLimit);
    this.#send(command, parameters, (value) => request.settle(value));
    return request.answer;
  }

  bind(event: string, deliver: (value: unknown) => void): void {
    this.#ready().then(
      () => {
        this.#bx24.placement.bindEvent(event, (value) => {
          if (!this.#disposed) deliver(value);
        });
      },
      // `open` rejects with the same failure and tells it.
      () => undefined,
    );
  }

  dispose(): void {
    this.#disposed = true;
    this.#requests.dispose();
  }

  /** Waits for `BX24.init`, which never calls back outside of a portal. */
  #ready(): Promise<unknown> {
    if (this.#initialized !== undefined) return this.#initialized;
    const request = this.#requests.start('BX24.init', {}, this.#timeLimit);
    this.#bx24.init(() => request.settle(undefined));
    this.#initialized = request.answer.catch((error: unknown) => {
      this.#initialized = undefined;
      throw error;
    });
    return this.#initialized;
  }

  // A command that has the name of one of BX24's own functions is taken for it, so these are called.
  #send(command: string, parameters: RequestParameters, callback: Callback): void {
    const {placement} = this.#bx24;
    switch (command) {
      case 'getInterface':
        placement.getInterface(callback);
        return;
      case 'openPath':
        this.#bx24.openPath(asText(parameters['path']) ?? '', callback);
        return;
      case 'resizeWindow':
        this.#bx24.resizeWindow(
          Number(parameters['width']),
          Number(parameters['height']),
          callback,
        );
        return;
      default:
        placement.call(command, {...parameters}, callback);
    }
  }

  async #renew(): Promise<Credentials | null> {
    const request = this.#requests.start('refreshAuth', {}, RENEWAL_TIME_LIMIT_MS);
    this.#bx24.refreshAuth((value) => request.settle(value));
    const fresh = asObject(await request.answer) ?? asObject(this.#bx24.getAuth());
    const accessToken = asText(fresh?.['access_token'] ?? fresh?.['AUTH_ID']);
    return accessToken === undefined ? null : {accessToken, expiresIn: 3600};
  }
}

/** The frame's name says whether the portal is on https; BX24.js only knows the host. */
function originOf(domain: string | undefined): string {
  const origin = readFrameName(window.name)?.origin;
  if (origin !== undefined) return origin;
  if (domain !== undefined) return `https://${domain}`;
  throw new CallCardError('not-in-portal', 'BX24 does not know its portal.', {
    request: 'BX24.init',
  });
}
