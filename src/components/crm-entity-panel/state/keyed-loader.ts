/** What a panel wants to have loaded: by key, latest wins, and kept while it is loaded again. */
import type {ReactiveControllerHost} from 'lit';
import {
  toCallCardError,
  type CallCardError,
  type CallCardErrorCode,
} from '../../../model/errors/call-card-error.js';

export type Loading<T> =
  | {readonly status: 'loading'}
  | {
      readonly status: 'loaded';
      readonly value: T;
      readonly isRefreshing: boolean;
      /** It could not be loaded again: it may be old. */
      readonly isStale: boolean;
      /** Why it could not be. */
      readonly error?: CallCardError;
    }
  | {readonly status: 'failed'; readonly error: CallCardError};

/** Loads one thing; a signal says that nobody waits any more. */
export type Load<T> = (options: {
  readonly signal: AbortSignal;
  readonly reload: boolean;
}) => Promise<T>;

interface Entry<T> {
  readonly load: Load<T>;
  state: Loading<T>;
  waiting: AbortController;
}

const LOADING = {status: 'loading'} as const;

/**
 * Not a `Task`: the tabs of a panel load at once, each in a state of its own, and a record stays
 * while it is read again.
 */
export class KeyedLoader<T> {
  readonly #host: ReactiveControllerHost;
  #source: object | undefined;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Loads what is not there yet and forgets what is not wanted any more.
   *
   * @param source - where it all comes from; nothing of another source is kept
   */
  want(source: object | undefined, loads: ReadonlyMap<string, Load<T>>): void {
    for (const [key, {waiting}] of this.#entries) {
      if (source === this.#source && loads.has(key)) continue;
      waiting.abort();
      this.#entries.delete(key);
    }
    this.#source = source;
    if (source === undefined) return;
    for (const [key, load] of loads) {
      if (this.#entries.has(key)) continue;
      const entry: Entry<T> = {load, state: LOADING, waiting: new AbortController()};
      this.#entries.set(key, entry);
      this.#start(entry, false);
    }
  }

  /** How far it is; what nobody wanted yet is loading. */
  stateOf(key: string): Loading<T> {
    return this.#entries.get(key)?.state ?? LOADING;
  }

  /** Loads it again, keeping what is there meanwhile. */
  reload(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.waiting.abort();
    entry.waiting = new AbortController();
    const {state} = entry;
    entry.state = state.status === 'loaded' ? {...state, isRefreshing: true} : LOADING;
    this.#start(entry, true);
    this.#host.requestUpdate();
  }

  #start(entry: Entry<T>, reload: boolean): void {
    const {signal} = entry.waiting;
    const before = entry.state;
    const settle = (state: Loading<T>): void => {
      if (signal.aborted) return;
      entry.state = state;
      this.#host.requestUpdate();
    };
    entry.load({signal, reload}).then(
      (value) => settle({status: 'loaded', value, isRefreshing: false, isStale: false}),
      (thrown: unknown) => settle(afterFailure(before, toCallCardError(thrown))),
    );
  }
}

/** By which the portal says that what is on screen may not be seen any more, or is no more. */
const LOST: readonly CallCardErrorCode[] = ['not-allowed', 'not-found', 'missing-scope'];

/**
 * What is there stays, unless the portal says that it may not be shown any more: no other failure says
 * anything of it, whether trying again helps or not.
 */
function afterFailure<T>(before: Loading<T>, error: CallCardError): Loading<T> {
  return before.status === 'loaded' && !LOST.includes(error.code)
    ? {...before, isRefreshing: false, isStale: true, error}
    : {status: 'failed', error};
}
