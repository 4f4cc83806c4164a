/** Faults on demand for the messages to apps: answers and events that are held, dropped, doubled or late. */
import type {PortalClock} from '../page/clock.js';

/** What happens to a message. */
export type Fault =
  /** The message waits until `release` is called with the same key. */
  | {readonly kind: 'hold'; readonly key: string}
  /** The message never arrives. */
  | {readonly kind: 'drop'}
  /** The message arrives twice. */
  | {readonly kind: 'duplicate'}
  /** A text that is not JSON arrives instead. */
  | {readonly kind: 'garbage'}
  /** The message arrives this many milliseconds later on the portal's clock. */
  | {readonly kind: 'late'; readonly milliseconds: number};

interface PlannedFault {
  /** The name of the command or event; `*` for all of them. */
  readonly about: string;
  readonly fault: Fault;
  /** The number of messages to which the fault still applies. */
  remaining: number;
}

/** Sends a message: as it is, or as a text that is not JSON. */
export type Send = (content: 'message' | 'garbage') => void;

/** The faults of one portal page. */
export class Faults {
  readonly #clock: PortalClock;
  #planned: PlannedFault[] = [];
  readonly #held = new Map<string, (() => void)[]>();
  readonly #pending = new Set<() => void>();

  constructor(clock: PortalClock) {
    this.#clock = clock;
  }

  /**
   * Plans a fault for the next answers to a command, or the next events of a name.
   *
   * @param about - the name of the command or event; `*` for all of them
   * @param times - the number of messages to which it applies
   */
  plan(about: string, fault: Fault, times = 1): void {
    this.#planned.push({about, fault, remaining: times});
  }

  /** Removes the planned faults of a name. Messages that are held or late already still arrive. */
  forget(about: string): void {
    this.#planned = this.#planned.filter((plan) => plan.about !== about);
  }

  /** Sends the messages that are held under the key, in their order. Returns their number. */
  release(key: string): number {
    const held = this.#held.get(key) ?? [];
    this.#held.delete(key);
    for (const send of held) send();
    return held.length;
  }

  /** The number of messages that are held under the key. */
  heldCount(key: string): number {
    return this.#held.get(key)?.length ?? 0;
  }

  /** Removes the planned faults, and the messages that are held or late. */
  clear(): void {
    this.#planned = [];
    this.#held.clear();
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
  }

  /** Sends a message, with the fault that is planned for it. Returns the fault's kind, or `null`. */
  deliver(about: string, send: Send): Fault['kind'] | null {
    const planned = this.#planned.find((plan) => plan.about === about || plan.about === '*');
    if (planned === undefined) {
      send('message');
      return null;
    }
    planned.remaining -= 1;
    if (planned.remaining <= 0) this.#planned = this.#planned.filter((plan) => plan !== planned);
    this.#apply(planned.fault, send);
    return planned.fault.kind;
  }

  #apply(fault: Fault, send: Send): void {
    switch (fault.kind) {
      case 'hold':
        this.#held.set(fault.key, [
          ...(this.#held.get(fault.key) ?? []),
          () => {
            send('message');
          },
        ]);
        return;
      case 'drop':
        return;
      case 'duplicate':
        send('message');
        send('message');
        return;
      case 'garbage':
        send('garbage');
        return;
      case 'late':
        this.#sendLater(fault.milliseconds, send);
    }
  }

  #sendLater(milliseconds: number, send: Send): void {
    const cancel = this.#clock.after(milliseconds, () => {
      this.#pending.delete(cancel);
      send('message');
    });
    this.#pending.add(cancel);
  }
}
