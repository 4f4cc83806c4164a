/** REST for as long as the connection lasts. Fetched when it is asked for the first time. */
import type {BatchOutcome, RestAnswer} from '../../model/portal/rest-answer.js';
import {disconnected} from '../../model/errors/disconnected.js';
import {raceSignal} from '../../model/race-signal.js';
import type {BatchCalls, RequestParameters, RestOptions} from '../portal.js';
import {RestClient, type RestClientOptions} from './rest-client.js';

export interface RestAccessOptions extends RestClientOptions {
  /** Fires when the connection ends. */
  readonly ended: AbortSignal;
}

export class RestAccess {
  readonly #client: RestClient;
  readonly #ended: AbortSignal;

  constructor({ended, ...options}: RestAccessOptions) {
    this.#client = new RestClient(options);
    this.#ended = ended;
  }

  call(method: string, parameters: RequestParameters, options?: RestOptions): Promise<RestAnswer> {
    return this.#untilEnd(method, () => this.#client.call(method, parameters, options));
  }

  batch(calls: BatchCalls, options?: RestOptions): Promise<BatchOutcome> {
    return this.#untilEnd('batch', () => this.#client.batch(calls, options));
  }

  /**
   * The outcome of a request, or `disconnected` when the connection ends before. What was sent is not
   * called back: it may be a note that is saved while the card closes.
   */
  #untilEnd<T>(request: string, send: () => Promise<T>): Promise<T> {
    return raceSignal(this.#ended, request, send, disconnected);
  }
}
