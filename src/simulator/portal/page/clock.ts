/** The portal's time: the real one, or one that a test moves by hand. */
import {SYSTEM_CLOCK, type Clock} from '../../../model/clock.js';

export type PortalClock = Omit<Clock, 'random'>;

export const systemClock: PortalClock = SYSTEM_CLOCK;

interface Appointment {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until `advance` is called. */
export class ManualClock implements Clock {
  #now: number;
  #appointments: readonly Appointment[] = [];

  constructor(now = Date.UTC(2030, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** The middle of every chance. */
  random(): number {
    return 0.5;
  }

  after(milliseconds: number, run: () => void): () => void {
    const appointment = {at: this.#now + milliseconds, run};
    this.#appointments = [...this.#appointments, appointment];
    return () => {
      this.#appointments = this.#appointments.filter((other) => other !== appointment);
    };
  }

  /** Moves the time on and keeps every appointment on the way, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#appointments
        .filter(({at}) => at <= end)
        .reduce<Appointment | null>((a, b) => (a === null || b.at < a.at ? b : a), null);
      if (due === null) break;
      this.#appointments = this.#appointments.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}
