/** A virtual clock: pending timers run at once, in the order of their times. */
import type {Clock} from '../../src/model/clock.js';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** How often everything that is ready may go on before the next one is woken. */
const TURNS = 6;

export class VirtualTime implements Clock {
  readonly random: () => number;
  #now = 0;
  #sleepers: Sleeper[] = [];
  #busy = 0;

  constructor(random: () => number) {
    this.random = random;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, wake: () => void): () => void {
    const sleeper = {at: this.#now + milliseconds, wake};
    this.#sleepers.push(sleeper);
    return () => {
      this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    };
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Runs the work that takes no virtual time. */
  async atOnce<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
    }
  }

  /** Moves the time on until the work is done. */
  async until(work: Promise<unknown>): Promise<void> {
    const over = {isOver: false};
    const end = (): void => void (over.isOver = true);
    work.then(end, end);
    for (;;) {
      for (let turn = 0; turn < TURNS || this.#busy > 0; turn += 1) await turnOfEvents();
      if (over.isOver) return;
      this.#wakeNext();
    }
  }

  #wakeNext(): void {
    const [first, ...rest] = [...this.#sleepers].sort((a, b) => a.at - b.at);
    if (first === undefined) return;
    this.#sleepers = rest;
    this.#now = Math.max(this.#now, first.at);
    first.wake();
  }
}

function turnOfEvents(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
