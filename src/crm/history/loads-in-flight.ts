/** One load for all in this frame who want the same at one time, or shortly after. */
import type {Clock} from '../../model/clock.js';
import {SHARED_FOR_MS} from '../request/shared-load.js';

interface InFlight<T> {
  readonly value: Promise<T>;
  /** Ends what is only waiting: nobody wants it any more. */
  readonly giveUp: AbortController;
  callers: number;
  isSettled: boolean;
  /** Whether it is one that another frame has kept for long. */
  isOld: boolean;
}

export interface JoinOptions {
  readonly reload: boolean;
  readonly acceptOld: boolean;
}

export class LoadsInFlight<T extends {readonly isOld: boolean}> {
  readonly #time: Clock;
  readonly #loads = new Map<string, InFlight<T>>();

  constructor(time: Clock) {
    this.#time = time;
  }

  /**
   * Joins the load under the key, or begins it.
   *
   * @param signal - aborted when this caller does not want it any more
   * @param begin - its signal is aborted when nobody does
   */
  join(
    key: string,
    {reload, acceptOld}: JoinOptions,
    signal: AbortSignal | undefined,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const known = reload ? undefined : this.#loads.get(key);
    const isGood = known !== undefined && (acceptOld || !known.isOld);
    const load = isGood ? known : this.#begin(key, begin);
    load.callers += 1;
    signal?.addEventListener('abort', () => this.#leave(key, load));
    return load.value;
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<T>): InFlight<T> {
    const giveUp = new AbortController();
    const value = begin(giveUp.signal);
    const load: InFlight<T> = {value, giveUp, callers: 0, isSettled: false, isOld: false};
    this.#loads.set(key, load);
    value.then(
      ({isOld}) => {
        load.isSettled = true;
        load.isOld = isOld;
        this.#time.after(SHARED_FOR_MS, () => this.#forget(key, load));
      },
      () => {
        load.isSettled = true;
        this.#forget(key, load);
      },
    );
    return load;
  }

  #leave(key: string, load: InFlight<T>): void {
    load.callers -= 1;
    if (load.callers > 0 || load.isSettled) return;
    this.#forget(key, load);
    load.giveUp.abort();
  }

  #forget(key: string, load: InFlight<T>): void {
    if (this.#loads.get(key) === load) this.#loads.delete(key);
  }
}
