/** Keeps what an element has asked for: pending until the answer comes, then done or refused. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {toCallCardError, type CallCardError} from '../../model/call-card-error.js';

export interface Refusal {
  /** The name under which it was asked for. */
  readonly key: string;
  readonly error: CallCardError;
}

export class PendingCommands implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #pending = new Set<string>();
  #refusal: Refusal | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The last request that was refused, until something is asked for again. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  isPending(key: string): boolean {
    return this.#pending.has(key);
  }

  /**
   * Asks, unless the same is being asked already. Never rejects: resolves with whether it was done.
   */
  async run(key: string, ask: () => Promise<unknown>): Promise<boolean> {
    if (this.#pending.has(key)) return false;
    this.#pending.add(key);
    this.forgetRefusal();
    try {
      await ask();
      return true;
    } catch (thrown) {
      this.#refusal = {key, error: toCallCardError(thrown, key)};
      return false;
    } finally {
      this.#pending.delete(key);
      this.#host.requestUpdate();
    }
  }

  /** What was refused is no longer of interest: the call went on. */
  forgetRefusal(): void {
    this.#refusal = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#refusal = undefined;
  }
}
