/** Searches colleagues while a name is typed: a debounced search, latest wins. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {SYSTEM_CLOCK, type Clock} from '../../../model/clock.js';
import {toCallCardError, type CallCardError} from '../../../model/errors/call-card-error.js';
import type {Colleague} from '../../../model/call/colleague.js';

/** The last result stays in the list during the next search. */
export type SearchState =
  | {readonly status: 'idle'}
  | {readonly status: 'searching'; readonly colleagues: readonly Colleague[]}
  | {readonly status: 'found'; readonly colleagues: readonly Colleague[]}
  | {readonly status: 'failed'; readonly error: CallCardError};

/** Searches colleagues by words. Rejects with `aborted` when the signal is aborted. */
export type FindColleagues = (
  words: string,
  options: {readonly signal: AbortSignal},
) => Promise<readonly Colleague[]>;

/** The debounce time after the last letter. */
export const DEBOUNCE_MS = 250;

/** Errors after which another search is of no use: an administrator has to change something. */
const FINAL_ERRORS: readonly string[] = ['missing-scope', 'unsupported'];

const IDLE: SearchState = {status: 'idle'};

export class ColleagueSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;
  #state: SearchState = IDLE;
  #searching = new AbortController();
  #cancelTimer: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, clock: Clock = SYSTEM_CLOCK) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  get state(): SearchState {
    return this.#state;
  }

  get colleagues(): readonly Colleague[] {
    return 'colleagues' in this.#state ? this.#state.colleagues : [];
  }

  /** Searches for the words after the debounce time; empty words end the search. */
  searchFor(words: string, find: FindColleagues): void {
    const hasFailedFinally =
      this.#state.status === 'failed' && FINAL_ERRORS.includes(this.#state.error.code);
    if (hasFailedFinally) return;
    this.#abortSearch();
    if (words === '') {
      this.#setState(IDLE);
      return;
    }
    this.#setState({status: 'searching', colleagues: this.colleagues});
    const {signal} = this.#searching;
    this.#cancelTimer = this.#clock.after(
      DEBOUNCE_MS,
      () => void this.#search(words, find, signal),
    );
  }

  /** Ends the search and removes its result. */
  clear(): void {
    this.#abortSearch();
    this.#setState(IDLE);
  }

  hostDisconnected(): void {
    this.#abortSearch();
    this.#state = IDLE;
  }

  async #search(words: string, find: FindColleagues, signal: AbortSignal): Promise<void> {
    const outcome = await find(words, {signal}).then(
      (colleagues): SearchState => ({status: 'found', colleagues}),
      (thrown: unknown): SearchState => ({status: 'failed', error: toCallCardError(thrown)}),
    );
    if (!signal.aborted) this.#setState(outcome);
  }

  #abortSearch(): void {
    this.#cancelTimer?.();
    this.#searching.abort();
    this.#searching = new AbortController();
  }

  #setState(state: SearchState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
