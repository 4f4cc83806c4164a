/** The portal's clock: the system's, or one that a test moves by hand. */
import {SYSTEM_CLOCK, type Clock} from '../../../model/clock.js';

/** The time of a portal page, in milliseconds since the epoch. */
export type PortalClock = Omit<Clock, 'random'>;

/** The system's time. */
export const systemClock: PortalClock = SYSTEM_CLOCK;

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until `advance` is called. It starts at 2030-01-01 in UTC by default. */
export class ManualClock implements Clock {
  #now: number;
  #timers: readonly Timer[] = [];

  constructor(now = Date.UTC(2030, 0, 1)) {
    this.#now = now;
  }

  /** The time, in milliseconds since the epoch. */
  now(): number {
    return this.#now;
  }

  /** Always 0.5. */
  random(): number {
    return 0.5;
  }

  /** Runs the function when the clock has moved so far. Returns a function that cancels it. */
  after(milliseconds: number, run: () => void): () => void {
    const timer = {at: this.#now + milliseconds, run};
    this.#timers = [...this.#timers, timer];
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves the time on, and runs the timers that come due, in their order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#timers
        .filter(({at}) => at <= end)
        .reduce<Timer | null>((a, b) => (a === null || b.at < a.at ? b : a), null);
      if (due === null) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}
