/**
 * REST over `fetch`, sent as `text/plain` so that the browser makes no CORS preflight: that would be
 * a whole round trip before the record (reference: window protocol, section 4).
 */
import {CallCardError, toCallCardError} from '../../model/call-card-error.js';
import type {Credentials} from '../../model/init-data.js';
import {parseJson} from '../../model/reading.js';
import {
  readBatchOutcome,
  readRestOutcome,
  TOKEN_REFUSED,
  type BatchOutcome,
  type RestAnswer,
  type RestOutcome,
} from '../../model/rest-answer.js';
import {batchParameters, encodeForm} from '../form-encoding.js';
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
}

export class RestClient {
  readonly #address: string;
  readonly #renew: () => Promise<Credentials | null>;
  readonly #fetch: typeof globalThis.fetch;
  #credentials: Credentials;
  #renewal: Promise<void> | undefined;

  constructor({address, credentials, renew, fetch}: RestClientOptions) {
    this.#address = address;
    this.#credentials = credentials;
    this.#renew = renew;
    this.#fetch = fetch;
  }

  async call(
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

  async batch(calls: BatchCalls, options: RestOptions = {}): Promise<BatchOutcome> {
    const methods = new Map(Object.entries(calls).map(([key, {method}]) => [key, method]));
    if (methods.size > BATCH_LENGTH) {
      throw new CallCardError('refused', `A batch takes at most ${BATCH_LENGTH} calls.`, {
        request: 'batch',
      });
    }
    const answer = await this.call('batch', batchParameters(calls), options);
    return readBatchOutcome(methods, answer.result);
  }

  async #send(
    method: string,
    parameters: RequestParameters,
    {signal}: RestOptions,
  ): Promise<RestOutcome> {
    const body = encodeForm({...parameters, auth: this.#credentials.accessToken});
    try {
      const response = await this.#fetch(`${this.#address}/${method}.json`, {
        method: 'POST',
        headers: {'Content-Type': 'text/plain;charset=UTF-8'},
        body,
        credentials: 'omit',
        // A redirect would carry the token to another address.
        redirect: 'error',
        ...(signal === undefined ? {} : {signal}),
      });
      const parsed = parseJson(await response.text());
      return readRestOutcome(method, response.status, parsed?.value);
    } catch (thrown) {
      // `fetch` rejects with a TypeError for everything that kept the answer away.
      if (!(thrown instanceof TypeError)) throw toCallCardError(thrown, method);
      const text = `${method} could not reach the portal; check the network.`;
      throw new CallCardError('offline', text, {request: method, cause: thrown});
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
    if (fresh === null) throw error;
    this.#credentials = fresh;
  }
}
