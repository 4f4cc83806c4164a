/**
 * The adapter over an initialised `$b24` of `@bitrix24/b24jssdk`, for apps that already have it.
 *
 * Two traps of the library are worked around (reference: window protocol, section 3): a call that was
 * not answered within 900 ms resolves with `{isSafely: true}` and drops the answer that comes later;
 * and an event that arrives within 900 ms of its binding resolves that promise and never reaches the
 * callback. `callCustomBind` takes a promise and a callback for the same message: what the one does
 * not get, the other does.
 */
import {CallCardError} from '../model/errors/call-card-error.js';
import {readInitData, type Credentials} from '../model/portal/portal-answers.js';
import type {PortalNotice} from '../model/portal/portal-notice.js';
import {asObject, asText} from '../model/parse/reading.js';
import {PendingRequests, notJsonError} from './pending-requests.js';
import {PortalClient, type PortalClientOptions} from './portal-client.js';
import type {OpenedTransport, PortalTransport} from './portal-transport.js';
import type {Portal, RequestParameters} from './portal.js';

/** What is needed of the library's `B24Frame`. */
export interface B24FrameLike {
  readonly auth: {
    getAuthData(): unknown;
    refreshAuth(): Promise<unknown>;
    readonly isAdmin: boolean;
  };
  readonly placement: {
    readonly title: string;
    readonly options: unknown;
    callCustomBind(
      command: string,
      parameters: Record<string, unknown> | null,
      callback: (value: unknown) => void,
    ): Promise<unknown>;
  };
  getLang(): string;
  getTargetOrigin(): string;
}

/** The portal behind an initialised `B24Frame` (`await initializeB24Frame()`). */
export function fromB24Frame(b24: B24FrameLike, options: PortalClientOptions = {}): Portal {
  return new PortalClient((notice) => new B24FrameTransport(b24, notice), options);
}

class B24FrameTransport implements PortalTransport {
  readonly #b24: B24FrameLike;
  readonly #requests: PendingRequests;
  #disposed = false;

  constructor(b24: B24FrameLike, notice: (notice: PortalNotice) => void) {
    this.#b24 = b24;
    this.#requests = new PendingRequests(notice);
  }

  open(): Promise<OpenedTransport> {
    const {auth, placement} = this.#b24;
    const authorization = asObject(auth.getAuthData());
    const {value, problems} = readInitData({
      LANG: this.#b24.getLang(),
      IS_ADMIN: auth.isAdmin,
      PLACEMENT: placement.title,
      PLACEMENT_OPTIONS: placement.options,
      MEMBER_ID: authorization?.['member_id'],
      AUTH_ID: authorization?.['access_token'],
      AUTH_EXPIRES: authorization?.['expires_in'],
    });
    return Promise.resolve({
      ...value,
      problems,
      // `getAuthData` gives nothing once the token is over: then the first request renews it.
      credentials: value.credentials ?? {accessToken: 'expired', expiresIn: 0},
      origin: this.#b24.getTargetOrigin(),
      renew: () => this.#renew(),
    });
  }

  async ask(command: string, parameters: RequestParameters, timeLimit: number): Promise<unknown> {
    const request = this.#requests.start(command, parameters, timeLimit);
    const receive = (value: unknown): void => request.settle(withoutEmpty(value));
    this.#b24.placement.callCustomBind(command, {...parameters}, receive).then(
      (value) => {
        if (!isUnanswered(value)) receive(value);
      },
      (reason: unknown) => request.fail(failureOf(reason, command, parameters)),
    );
    return request.answer;
  }

  bind(event: string, deliver: (value: unknown) => void): void {
    const receive = (value: unknown): void => {
      if (!this.#disposed) deliver(withoutEmpty(value));
    };
    this.#b24.placement.callCustomBind('placementBindEvent', {event}, receive).then(
      (value) => {
        if (!isUnanswered(value)) receive(value);
      },
      // A binding is never acknowledged: only a broken value or the library's end come here.
      () => undefined,
    );
  }

  dispose(): void {
    this.#disposed = true;
    this.#requests.dispose();
  }

  async #renew(): Promise<Credentials | null> {
    const fresh = asObject(await this.#b24.auth.refreshAuth());
    const accessToken = asText(fresh?.['access_token']);
    if (accessToken === undefined) return null;
    return {accessToken, expiresIn: Number(asText(fresh?.['expires_in']) ?? 3600)};
  }
}

/** The library's own word for "there was no answer within 900 ms". */
function isUnanswered(value: unknown): boolean {
  const object = asObject(value);
  return object?.['isSafely'] === true && Object.keys(object).length === 1;
}

/** The library gives an empty text where the message had no value. */
function withoutEmpty(value: unknown): unknown {
  return value === '' ? undefined : value;
}

function failureOf(reason: unknown, command: string, parameters: RequestParameters): CallCardError {
  const code = asText((reason as {code?: unknown} | null | undefined)?.code);
  if (code === 'JSSDK_FRAME_BAD_PAYLOAD') return notJsonError(command, parameters);
  return new CallCardError('disconnected', 'b24jssdk was destroyed.', {
    request: command,
    parameters,
    cause: reason,
  });
}
