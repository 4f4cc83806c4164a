/** Searches colleagues while a name is typed: once it rests, and only the latest words count. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {SYSTEM_CLOCK, type Clock} from '../../../model/clock.js';
import {toCallCardError, type CallCardError} from '../../../model/errors/call-card-error.js';
import type {Colleague} from '../../../model/call/colleague.js';

/** What comes before the latest answer stays in sight while the next one is on its way. */
export type SearchState =
  | {readonly status: 'idle'}
  | {readonly status: 'searching'; readonly colleagues: readonly Colleague[]}
  | {readonly status: 'found'; readonly colleagues: readonly Colleague[]}
  | {readonly status: 'failed'; readonly error: CallCardError};

/** Rejects with `aborted` when the signal says so. */
export type FindColleagues = (
  words: string,
  options: {readonly signal: AbortSignal},
) => Promise<readonly Colleague[]>;

/** How long a name has to rest before it is searched for, in milliseconds. */
export const REST_MS = 250;

/** Asking again is of no use: an administrator has to do something first. */
const CLOSED: readonly string[] = ['missing-scope', 'unsupported'];

const IDLE: SearchState = {status: 'idle'};

export class ColleagueSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;
  #state: SearchState = IDLE;
  #asking = new AbortController();
  #stopWaiting: (() => void) | undefined;

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

  /** Searches for the words when nothing else is typed for a moment; for nothing where they are blank. */
  want(words: string, find: FindColleagues): void {
    const isClosed = this.#state.status === 'failed' && CLOSED.includes(this.#state.error.code);
    if (isClosed) return;
    this.#giveUp();
    if (words === '') {
      this.#become(IDLE);
      return;
    }
    this.#become({status: 'searching', colleagues: this.colleagues});
    const {signal} = this.#asking;
    this.#stopWaiting = this.#clock.after(REST_MS, () => void this.#ask(words, find, signal));
  }

  /** Forgets everything. */
  clear(): void {
    this.#giveUp();
    this.#become(IDLE);
  }

  hostDisconnected(): void {
    this.#giveUp();
    this.#state = IDLE;
  }

  async #ask(words: string, find: FindColleagues, signal: AbortSignal): Promise<void> {
    const outcome = await find(words, {signal}).then(
      (colleagues): SearchState => ({status: 'found', colleagues}),
      (thrown: unknown): SearchState => ({status: 'failed', error: toCallCardError(thrown)}),
    );
    if (!signal.aborted) this.#become(outcome);
  }

  #giveUp(): void {
    this.#stopWaiting?.();
    this.#asking.abort();
    this.#asking = new AbortController();
  }

  #become(state: SearchState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
