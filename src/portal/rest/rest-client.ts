/**
 * REST over `fetch`, for as long as the connection lasts. Loaded with the first request. Sent as `text/plain` so that the browser makes no CORS preflight: that would be
 * a whole round trip before the record (reference: window protocol, section 4).
 */
import {CallCardError, disconnected, toCallCardError} from '../../model/errors/call-card-error.js';
import type {Credentials} from '../../model/portal/portal-answers.js';
import {parseJson} from '../../model/parse/reading.js';
import {
  readBatchOutcome,
  readRestOutcome,
  TOKEN_REFUSED,
  type BatchOutcome,
  type RestAnswer,
  type RestOutcome,
} from '../../model/portal/rest-answer.js';
import {raceSignal} from '../../model/async/race-signal.js';
import {batchParameters, encodeForm} from './form-encoding.js';
import type {PortalNotice} from '../../model/portal/portal-notice.js';
import {retryAfterOf} from './retry-after.js';
import {
  BATCH_LENGTH,
  type BatchCalls,
  type RequestParameters,
  type RestOptions,
} from '../portal.js';

export interface RestClientOptions {
  /** The address below which methods are: `https://example.bitrix24.com/rest`. */
  readonly address: string;
  readonly credentials: Credentials;
  /** Asks the portal for a new token; rejects or gives `null` when there is none to be had. */
  readonly renew: () => Promise<Credentials | null>;
  readonly fetch: typeof globalThis.fetch;
  readonly notice: (notice: PortalNotice) => void;
  /** Hears when a request has left. */
  readonly sent?: (() => void) | undefined;
  /** Fires when the connection ends. */
  readonly ended?: AbortSignal;
  /** How long one request may take, in milliseconds. */
  readonly timeLimit?: number;
}

/** A portal's token has 70 characters; what is shorter may be a part of any word. */
const SHORTEST_SECRET = 16;
/** A portal ends a request after 60 s by itself. */
const REQUEST_TIME_LIMIT_MS = 65_000;

export class RestClient {
  readonly #address: string;
  readonly #renew: () => Promise<Credentials | null>;
  readonly #fetch: typeof globalThis.fetch;
  readonly #notice: (notice: PortalNotice) => void;
  readonly #sent: (() => void) | undefined;
  readonly #ended: AbortSignal | undefined;
  readonly #timeLimit: number;
  #credentials: Credentials;
  #renewal: Promise<void> | undefined;

  constructor({
    address,
    credentials,
    renew,
    fetch,
    notice,
    sent,
    ended,
    timeLimit,
  }: RestClientOptions) {
    this.#address = address;
    this.#credentials = credentials;
    this.#renew = renew;
    this.#fetch = fetch;
    this.#notice = notice;
    this.#sent = sent;
    this.#ended = ended;
    this.#timeLimit = timeLimit ?? REQUEST_TIME_LIMIT_MS;
  }

  call(method: string, parameters: RequestParameters, options?: RestOptions): Promise<RestAnswer> {
    return this.#untilEnd(method, () => this.#call(method, parameters, options));
  }

  batch(calls: BatchCalls, options?: RestOptions): Promise<BatchOutcome> {
    return this.#untilEnd('batch', () => this.#batch(calls, options));
  }

  /**
   * The outcome of a request, or `disconnected` when the connection ends before. What was sent is not
   * called back: it may be a note that is saved while the card closes.
   */
  #untilEnd<T>(request: string, send: () => Promise<T>): Promise<T> {
    return raceSignal(this.#ended, request, send, disconnected);
  }

  async #call(
    method: string,
    parameters: RequestParameters,
    options: RestOptions = {},
  ): Promise<RestAnswer> {
    const token = this.#credentials.accessToken;
    let outcome = await this.#send(method, parameters, options);
    if (outcome.status === 'failed' && TOKEN_REFUSED.has(outcome.error.portal?.code ?? '')) {
      await this.#renewOnce(token, outcome.error);
      outcome = await this.#send(method, parameters, options);
    }
    if (outcome.status === 'failed') throw outcome.error;
    return outcome.answer;
  }

  async #batch(calls: BatchCalls, options?: RestOptions): Promise<BatchOutcome> {
    const methods = new Map(Object.entries(calls).map(([key, {method}]) => [key, method]));
    if (methods.size > BATCH_LENGTH) {
      throw new CallCardError('refused', `A batch takes at most ${BATCH_LENGTH} calls.`, {
        request: 'batch',
      });
    }
    const answer = await this.#call('batch', batchParameters(calls), options);
    return readBatchOutcome(methods, answer.result);
  }

  async #send(
    method: string,
    parameters: RequestParameters,
    {signal}: RestOptions,
  ): Promise<RestOutcome> {
    const started = performance.now();
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), this.#timeLimit);
    const {accessToken} = this.#credentials;
    let status = 0;
    try {
      const answer = this.#fetch(`${this.#address}/${method}.json`, {
        method: 'POST',
        headers: {'Content-Type': 'text/plain;charset=UTF-8'},
        body: encodeForm({...parameters, auth: accessToken}),
        credentials: 'omit',
        // A redirect would carry the token to another address.
        redirect: 'error',
        signal: AbortSignal.any(signal ? [timeout.signal, signal] : [timeout.signal]),
      });
      this.#sent?.();
      const response = await answer;
      status = response.status;
      const parsed = parseJson(withoutToken(await response.text(), accessToken));
      const retryAfterMs = retryAfterOf(response.headers, Date.now());
      return readRestOutcome(method, status, parsed?.value, retryAfterMs);
    } catch (thrown) {
      throw failureOf(thrown, method, {
        timedOut: timeout.signal.aborted,
        isCancelled: signal?.aborted === true,
      });
    } finally {
      clearTimeout(timer);
      this.#notice({kind: 'request', method, status, duration: performance.now() - started});
    }
  }

  /** Renews the token; requests that were refused at the same moment share one renewal. */
  #renewOnce(refused: string, error: CallCardError): Promise<void> {
    if (this.#credentials.accessToken !== refused) return Promise.resolve();
    this.#renewal ??= this.#replaceToken(error).finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  async #replaceToken(error: CallCardError): Promise<void> {
    // A refused renewal is silence: the portal shows an alert and never answers.
    const fresh = await this.#renew().catch(() => null);
    this.#notice({kind: 'renewal', renewed: fresh !== null});
    if (fresh === null) throw error;
    this.#credentials = fresh;
  }
}

/** A file's address has the token in it, and an error may repeat it: it is cut out of both. */
function withoutToken(answer: string, token: string): string {
  return token.length < SHORTEST_SECRET ? answer : answer.replaceAll(token, '');
}

function failureOf(
  thrown: unknown,
  method: string,
  {timedOut, isCancelled}: {readonly timedOut: boolean; readonly isCancelled: boolean},
): CallCardError {
  const details = {request: method, cause: thrown};
  if (timedOut) return new CallCardError('timeout', `${method} was not answered in time.`, details);
  if (isCancelled) return new CallCardError('aborted', 'The request was cancelled.', details);
  // `fetch` rejects with a TypeError for everything that kept the answer away.
  if (!(thrown instanceof TypeError)) return toCallCardError(thrown, method);
  const text = `${method} could not reach the portal; check the network.`;
  return new CallCardError('offline', text, details);
}
