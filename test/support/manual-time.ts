/** A clock that goes only when the test lets it. */
import type {Clock} from '../../src/model/clock.js';

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

  /** The middle of every chance. */
  random(): number {
    return 0.5;
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
      const next = this.#next();
      if (next === undefined || next.at > end) break;
      this.#now = next.at;
      this.#timers.delete(next);
      next.callback();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  /** Lets time pass in which nothing is due. Returns whether it could: else nothing has happened. */
  skip(milliseconds: number): boolean {
    const end = this.#now + milliseconds;
    if ((this.#next()?.at ?? Infinity) <= end) return false;
    this.#now = end;
    return true;
  }

  /** The timer that is due first; of those that are due at one moment, the one that was set first. */
  #next(): {at: number; callback: () => void} | undefined {
    let first: {at: number; callback: () => void} | undefined;
    for (const timer of this.#timers) if (first === undefined || timer.at < first.at) first = timer;
    return first;
  }
}

// One channel for all: to make one for each task takes longer than all else that a test does.
const {port1: inbound, port2: outbound} = new MessageChannel();
const waiting: (() => void)[] = [];
inbound.onmessage = () => waiting.shift()?.();

/** Resolves when every promise that could settle has: a task comes after all microtasks. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    outbound.postMessage(null);
  });
}
