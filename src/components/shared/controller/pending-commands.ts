/** The requests of an element that are not answered yet, and the last one that was refused. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {toCallCardError, type CallCardError} from '../../../model/errors/call-card-error.js';

export interface Refusal<K extends string> {
  /** The name of the request. */
  readonly key: K;
  readonly error: CallCardError;
}

/** `K`: the names of the element's requests. */
export class PendingCommands<K extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #pending = new Set<K>();
  #leaving = new AbortController();
  #refusal: Refusal<K> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The last refusal, until the next request. */
  get refusal(): Refusal<K> | undefined {
    return this.#refusal;
  }

  isPending(key: K): boolean {
    return this.#pending.has(key);
  }

  /**
   * Sends a request, unless one of the same name is pending. Never rejects: resolves with whether the
   * request succeeded.
   *
   * @param send - its signal is aborted when the element leaves the page
   */
  async sendRequest(key: K, send: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    const pending = this.#pending;
    if (pending.has(key)) return false;
    const {signal} = this.#leaving;
    pending.add(key);
    this.clearRefusal();
    try {
      await send(signal);
      return true;
    } catch (thrown) {
      if (!signal.aborted) this.setRefusal(key, thrown);
      return false;
    } finally {
      pending.delete(key);
      this.#host.requestUpdate();
    }
  }

  /** Sets the refusal of a request that was sent without waiting. */
  setRefusal(key: K, thrown: unknown): void {
    this.#refusal = {key, error: toCallCardError(thrown)};
    this.#host.requestUpdate();
  }

  /** Removes the refusal, for example because the call went on. */
  clearRefusal(): void {
    this.#refusal = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#pending = new Set();
    this.#refusal = undefined;
  }
}
