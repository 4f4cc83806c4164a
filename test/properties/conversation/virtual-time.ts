/**
 * Time that goes only when a conversation lets it, for the controller's clock and for every
 * `setTimeout` alike: the limits of the portal's adapter need no waiting, and each case can be
 * repeated exactly.
 */
import type {Clock} from '../../../src/model/clock.js';

/** Far from the ids of real timers, which the page may go on to clear meanwhile. */
const FIRST_ID = 1_000_000_000;

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

export class VirtualTime implements Clock {
  #now = 1_000_000;
  #isCalling = false;
  #ids = FIRST_ID;
  readonly #timers = new Map<number, Timer>();

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0.5;
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.#timers.size;
  }

  /** True while something runs because its time has come, before any promise goes on. */
  get isCalling(): boolean {
    return this.#isCalling;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const id = this.#add(callback, milliseconds);
    return () => this.#timers.delete(id);
  }

  /**
   * Lets time pass; what is due calls back, in order.
   *
   * @param settle - runs after each of them, until what follows from it is done
   */
  async pass(milliseconds: number, settle: () => Promise<void>): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const [id, timer] = this.#next() ?? [];
      if (id === undefined || timer === undefined || timer.at > end) break;
      this.#now = Math.max(this.#now, timer.at);
      this.#timers.delete(id);
      this.#isCalling = true;
      timer.callback();
      this.#isCalling = false;
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** Takes the place of the global timers; returns the undo. */
  install(): () => void {
    const {setTimeout, clearTimeout} = globalThis;
    Object.assign(globalThis, {
      setTimeout: (callback: () => void, milliseconds = 0) => this.#add(callback, milliseconds),
      clearTimeout: (id: number | undefined) => {
        if (typeof id === 'number' && id > FIRST_ID) this.#timers.delete(id);
        else clearTimeout(id);
      },
    });
    return () => Object.assign(globalThis, {setTimeout, clearTimeout});
  }

  #add(callback: () => void, milliseconds: number): number {
    this.#ids += 1;
    this.#timers.set(this.#ids, {at: this.#now + Math.max(0, milliseconds), callback});
    return this.#ids;
  }

  #next(): readonly [number, Timer] | undefined {
    let next: readonly [number, Timer] | undefined;
    for (const entry of this.#timers) {
      if (next === undefined || entry[1].at < next[1].at) next = entry;
    }
    return next;
  }
}

const {setImmediate} = globalThis as {setImmediate?: (callback: () => void) => void};
const waiting: (() => void)[] = [];
const channel = setImmediate === undefined ? new MessageChannel() : undefined;
if (channel !== undefined) channel.port1.onmessage = () => waiting.shift()?.();

/** The next task: by then every promise that could settle has. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (setImmediate !== undefined) {
      setImmediate(resolve);
      return;
    }
    waiting.push(resolve);
    channel?.port2.postMessage(null);
  });
}
