/** Keeps what an element has asked for: pending until the answer comes, then done or refused. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {toCallCardError, type CallCardError} from '../../../model/errors/call-card-error.js';

export interface Refusal<K extends string> {
  /** The name under which it was asked for. */
  readonly key: K;
  readonly error: CallCardError;
}

/** `K`: the names of what the element can ask for. */
export class PendingCommands<K extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #pending = new Set<K>();
  #leaving = new AbortController();
  #refusal: Refusal<K> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The last request that was refused, until something is asked for again. */
  get refusal(): Refusal<K> | undefined {
    return this.#refusal;
  }

  isPending(key: K): boolean {
    return this.#pending.has(key);
  }

  /**
   * Asks, unless the same is being asked already. Never rejects: resolves with whether it was done.
   *
   * @param ask - its signal says that the element has gone, and nobody waits any more
   */
  async run(key: K, ask: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    const pending = this.#pending;
    if (pending.has(key)) return false;
    const {signal} = this.#leaving;
    pending.add(key);
    this.forgetRefusal();
    try {
      await ask(signal);
      return true;
    } catch (thrown) {
      if (!signal.aborted) this.refuse(key, thrown);
      return false;
    } finally {
      pending.delete(key);
      this.#host.requestUpdate();
    }
  }

  /** Something that nobody waits for was refused. */
  refuse(key: K, thrown: unknown): void {
    this.#refusal = {key, error: toCallCardError(thrown)};
    this.#host.requestUpdate();
  }

  /** What was refused is no longer of interest: the call went on. */
  forgetRefusal(): void {
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
