/** The portal's time: the real one, or one that a test moves by hand. */
export interface PortalClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs something later, once; the returned function calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemClock: PortalClock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

interface Appointment {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until `advance` is called. */
export class ManualClock implements PortalClock {
  #now: number;
  #appointments: readonly Appointment[] = [];

  constructor(now = Date.UTC(2030, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
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
