/** A clock that goes only when the test lets it. */
import type {Clock} from '../../src/controller/clock.js';

export class ManualTime implements Clock {
  #now: number;
  readonly #timers = new Set<{at: number; callback: () => void}>();

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = {at: this.#now + milliseconds, callback};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets time pass; what is due calls back, and what follows from it is done when this resolves. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#now = next.at;
      this.#timers.delete(next);
      next.callback();
      await settled();
    }
    this.#now = end;
    await settled();
  }
}

/** Resolves when every promise that could settle has: a task comes after all microtasks. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
