/** Faults on demand: what happens to the next answers or events, instead of just arriving. */
import type {PortalClock} from '../page/clock.js';

export type Fault =
  /** Waits until `release` is called with the same key. */
  | {readonly kind: 'hold'; readonly key: string}
  | {readonly kind: 'drop'}
  /** Arrives twice. */
  | {readonly kind: 'duplicate'}
  /** Something that is not JSON arrives in its place. */
  | {readonly kind: 'garbage'}
  /** Arrives this many milliseconds later on the portal's clock. */
  | {readonly kind: 'late'; readonly milliseconds: number};

interface PlannedFault {
  /** The command or event it is for; `*` is all. */
  readonly about: string;
  readonly fault: Fault;
  /** How many messages it still meets. */
  left: number;
}

/** How a message is sent: as it is, or as something that no reader can read. */
export type Send = (content: 'message' | 'garbage') => void;

export class Faults {
  readonly #clock: PortalClock;
  #planned: PlannedFault[] = [];
  readonly #held = new Map<string, (() => void)[]>();
  readonly #pending = new Set<() => void>();

  constructor(clock: PortalClock) {
    this.#clock = clock;
  }

  /** Plans a fault for the next answers to a command, or the next events of a name. */
  plan(about: string, fault: Fault, times = 1): void {
    this.#planned.push({about, fault, left: times});
  }

  /** No more faults for a name. What is held or late already still arrives in its time. */
  forget(about: string): void {
    this.#planned = this.#planned.filter((plan) => plan.about !== about);
  }

  /** Lets everything go that was held under the key, in order. Returns how many messages. */
  release(key: string): number {
    const held = this.#held.get(key) ?? [];
    this.#held.delete(key);
    for (const send of held) send();
    return held.length;
  }

  /** How many messages are held under the key. */
  heldCount(key: string): number {
    return this.#held.get(key)?.length ?? 0;
  }

  /** Forgets everything planned, held and late. */
  clear(): void {
    this.#planned = [];
    this.#held.clear();
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
  }

  /** Passes a message through the faults planned for it. Returns what was done, if anything. */
  pass(about: string, send: Send): Fault['kind'] | null {
    const planned = this.#planned.find((plan) => plan.about === about || plan.about === '*');
    if (planned === undefined) {
      send('message');
      return null;
    }
    planned.left -= 1;
    if (planned.left <= 0) this.#planned = this.#planned.filter((plan) => plan !== planned);
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
