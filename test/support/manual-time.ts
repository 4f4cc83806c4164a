/** A clock that moves only when the test moves it. */
import type {Clock} from '../../src/model/clock.js';

export class ManualTime implements Clock {
  #now: number;
  readonly #timers = new Set<{at: number; callback: () => void}>();

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  /** The number of pending timers. */
  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  /** Always 0.5. */
  random(): number {
    return 0.5;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = {at: this.#now + milliseconds, callback};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves the time on and runs the timers that come due. Resolves when their follow-up work is done. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#next();
      if (next === undefined || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      this.#timers.delete(next);
      next.callback();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  /** Moves the time on as for a page that is frozen: timers that come due meanwhile run late, afterwards. */
  standStill(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Moves the time on if no timer comes due meanwhile. Returns whether it has. */
  skip(milliseconds: number): boolean {
    const end = this.#now + milliseconds;
    if ((this.#next()?.at ?? Infinity) <= end) return false;
    this.#now = end;
    return true;
  }

  /** The next timer: the earliest, and among equals the one that was set first. */
  #next(): {at: number; callback: () => void} | undefined {
    let first: {at: number; callback: () => void} | undefined;
    for (const timer of this.#timers) if (first === undefined || timer.at < first.at) first = timer;
    return first;
  }
}

// One channel for all tasks, since a channel is slow to make.
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
