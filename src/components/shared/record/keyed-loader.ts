/** Loads values by key, stale while revalidate: a value stays while it is loaded again. */
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
      /** Whether loading it again has failed, so that it may be old. */
      readonly isStale: boolean;
      /** Why that failed. */
      readonly error?: CallCardError;
    }
  | {readonly status: 'failed'; readonly error: CallCardError};

/** Loads one value. */
export type Load<T> = (options: {
  /** Aborted when the result is not needed any more. */
  readonly signal: AbortSignal;
  /** Aborted when the value is not needed any more, loaded or not. */
  readonly keep: AbortSignal;
  /** Whether it is wanted as it is now. */
  readonly reload: boolean;
  /** Whether it may be old, until it is revalidated. */
  readonly acceptOld: boolean;
}) => Promise<T>;

interface Entry<T> {
  readonly load: Load<T>;
  readonly kept: AbortController;
  state: Loading<T>;
  loading: AbortController;
}

const LOADING = {status: 'loading'} as const;

/**
 * Loads the values of an element. Not a `Task`: the tabs of a panel load at once, each with a state of its
 * own, and a record stays while it is loaded again.
 */
export class KeyedLoader<T> {
  readonly #host: ReactiveControllerHost;
  readonly #isOld: (value: T) => boolean;
  #source: object | undefined;
  readonly #entries = new Map<string, Entry<T>>();

  /** @param isOld - whether a value that was loaded elsewhere has to be loaded again behind the present one */
  constructor(host: ReactiveControllerHost, isOld: (value: T) => boolean = () => false) {
    this.#host = host;
    this.#isOld = isOld;
  }

  /**
   * Sets what is loaded: starts the new loads, and aborts and forgets those that are not listed.
   *
   * @param source - the origin of the values; values of another source are forgotten
   */
  setLoads(source: object | undefined, loads: ReadonlyMap<string, Load<T>>): void {
    for (const [key, {loading, kept}] of this.#entries) {
      if (source === this.#source && loads.has(key)) continue;
      loading.abort();
      kept.abort();
      this.#entries.delete(key);
    }
    this.#source = source;
    if (source === undefined) return;
    for (const [key, load] of loads) {
      if (this.#entries.has(key)) continue;
      const [loading, kept] = [new AbortController(), new AbortController()];
      const entry: Entry<T> = {load, state: LOADING, loading, kept};
      this.#entries.set(key, entry);
      this.#startLoad(entry, {reload: false, acceptOld: true});
    }
  }

  /** The state of a value; `loading` for an unknown key. */
  stateOf(key: string): Loading<T> {
    return this.#entries.get(key)?.state ?? LOADING;
  }

  /** Loads a value again and keeps the present one meanwhile. */
  reload(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    const {state} = entry;
    entry.state = state.status === 'loaded' ? {...state, isRefreshing: true} : LOADING;
    this.#loadAgain(entry, true);
    this.#host.requestUpdate();
  }

  /**
   * Loads a loaded value again behind the present one, without a sign of it. One that others have just loaded
   * will do.
   */
  revalidate(key: string): void {
    const entry = this.#entries.get(key);
    if (entry?.state.status === 'loaded' && !entry.state.isRefreshing) {
      this.#loadAgain(entry, false);
    }
  }

  /** Replaces a loaded value, unless it has been replaced meanwhile. */
  replaceValue(key: string, before: T, after: T): void {
    const entry = this.#entries.get(key);
    if (entry?.state.status !== 'loaded' || entry.state.value !== before) return;
    entry.state = {...entry.state, value: after};
    this.#host.requestUpdate();
  }

  #loadAgain(entry: Entry<T>, reload: boolean): void {
    entry.loading.abort();
    entry.loading = new AbortController();
    this.#startLoad(entry, {reload, acceptOld: false});
  }

  /** When the old value is on screen. */
  #revalidateLater(entry: Entry<T>): void {
    const {loading} = entry;
    void this.#host.updateComplete.then(() => {
      // Another load may have begun meanwhile, or the value may not be needed any more.
      if (entry.loading === loading && !loading.signal.aborted) this.#loadAgain(entry, false);
    });
  }

  #startLoad(entry: Entry<T>, age: {reload: boolean; acceptOld: boolean}): void {
    const {signal} = entry.loading;
    const keep = entry.kept.signal;
    const settle = (state: Loading<T>): void => {
      if (signal.aborted) return;
      entry.state = state;
      this.#host.requestUpdate();
    };
    entry.load({signal, keep, ...age}).then(
      (value) => {
        settle({status: 'loaded', value, isRefreshing: false, isStale: false});
        if (age.acceptOld && this.#isOld(value)) this.#revalidateLater(entry);
      },
      (thrown: unknown) => settle(afterFailure(entry.state, toCallCardError(thrown))),
    );
  }
}

/** Errors after which a value must not stay on screen: it is gone, or forbidden. */
const REMOVING: readonly CallCardErrorCode[] = ['not-allowed', 'not-found', 'missing-scope'];

/** A loaded value stays after a failure, unless the portal says that it is gone or forbidden. */
function afterFailure<T>(before: Loading<T>, error: CallCardError): Loading<T> {
  return before.status === 'loaded' && !REMOVING.includes(error.code)
    ? {...before, isRefreshing: false, isStale: true, error}
    : {status: 'failed', error};
}
