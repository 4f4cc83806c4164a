/** The answers behind a history or an activity, among the app's frames: one asks, the others get what it has. */
import type {Clock} from '../../model/clock.js';
import {
  isPassing,
  isShareable,
  readSharedAnswers,
  writeSharedAnswers,
  type SharedAnswers as Given,
} from '../../model/crm/record-payload.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import type {JsonObject} from '../../model/parse/reading.js';
import type {BatchCalls} from '../../portal/portal.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import {BatchResults} from '../request/batch-results.js';
import {CLOCK_MS, FRESH_FOR_MS, SHARED_FOR_MS} from '../request/shared-load.js';
import {KEPT_ANSWER_MS, type CrossFrameSingleFlight, type Turn} from '../sharing/single-flight.js';
import {PORTAL_CALLS} from './history-calls.js';
import {slimAnswers} from './slim-answers.js';

export interface SharedAnswersOptions {
  /** Of the history or the activity, the same in all frames. */
  readonly key: string;
  /** The call without whose answer there is nothing to give. */
  readonly mainCall: string;
  /** The names in answers are in the user's language. */
  readonly language: string;
  readonly store: MetadataStore;
  readonly signal: AbortSignal;
  readonly time: Clock;
  readonly run: (calls: BatchCalls) => Promise<BatchOutcome>;
  /** Whether `run` asks again for what the portal's limits refused. */
  readonly retries: boolean;
  /** How old it may be where another frame has kept it, in milliseconds. */
  readonly maxAge: number;
}

export class SharedAnswers {
  /** When it was asked for, here or in another frame, in milliseconds since 1970. */
  readonly at: number;
  readonly #isKept: boolean;
  readonly #results: BatchResults;
  readonly #options: SharedAnswersOptions;
  readonly #share: CrossFrameSingleFlight | undefined;
  readonly #turn: Turn | undefined;

  /** See `begin`. */
  constructor(
    options: SharedAnswersOptions,
    share: CrossFrameSingleFlight | undefined,
    turn: Turn | undefined,
    {at, answers}: Pick<Given, 'at' | 'answers'>,
  ) {
    this.at = at;
    this.#isKept = answers.has(options.mainCall);
    this.#results = new BatchResults(answers, async (calls) =>
      slimAnswers(await options.run(calls)),
    );
    this.#options = options;
    this.#share = share;
    this.#turn = turn;
  }

  /**
   * @param share - none: this frame loads for itself alone
   * @param reload - it is wanted as it is now: nothing is taken from other frames
   */
  static async begin(
    options: SharedAnswersOptions,
    share: CrossFrameSingleFlight | undefined,
    reload: boolean,
  ): Promise<SharedAnswers> {
    const {store, signal, time, mainCall, maxAge} = options;
    const own = {at: time.now(), answers: new Map()};
    if (reload || share === undefined) return new SharedAnswers(options, share, undefined, own);
    const [turn, kept] = await Promise.all([
      share.ask(turnKey(options), signal),
      share.find(offerKey(options), signal, KEPT_ANSWER_MS),
    ]);
    const data = turn.status === 'given' ? turn.data : kept;
    const given = readSharedAnswers(data, store.oldest, time.now() + CLOCK_MS);
    store.adopt(given.metadata);
    const isGood = given.answers.has(mainCall) && time.now() - given.at <= maxAge;
    if (turn.status === 'own' && !isGood) return new SharedAnswers(options, share, turn, own);
    if (turn.status === 'own') turn.giveUp();
    return new SharedAnswers(options, share, undefined, given);
  }

  /** Whether another frame loaded it a while ago. */
  get isOld(): boolean {
    return this.#isKept && this.#options.time.now() - this.at > FRESH_FOR_MS;
  }

  /** All that is known by now. */
  get all(): BatchOutcome {
    return this.#results.all;
  }

  /** The answers to these calls; only those that are not known are asked for. Never rejects. */
  run(calls: BatchCalls): Promise<BatchOutcome> {
    return this.#results.run(calls);
  }

  /** Asks for more, which this frame gives on as well. What fails is not known then, and may be asked again. */
  async runAgain(calls: BatchCalls): Promise<BatchOutcome> {
    const outcome = slimAnswers(await this.#options.run(calls));
    this.#results.add(new Map([...outcome].filter(([, {status}]) => status === 'ok')));
    return outcome;
  }

  /** Gives it to the other frames that want it, until the signal is aborted. */
  offerUntil(signal: AbortSignal): void {
    this.#share?.offer(offerKey(this.#options), () => this.#write(), signal);
  }

  /** Gives on what was loaded. */
  end(): void {
    const {mainCall, signal, retries} = this.#options;
    if (this.#turn?.status !== 'own') return;
    const isPast = isPassing(this.all);
    // A load that ended early says nothing: another frame may retry what failed, or ask at all.
    const endedEarly = !this.all.has(mainCall) || (isPast && (signal.aborted || !retries));
    if (!isShareable(this.all) || endedEarly) this.#turn.giveUp();
    else this.#turn.give(() => this.#write(), isPast ? 0 : SHARED_FOR_MS);
  }

  #write(): JsonObject {
    const metadata = this.#options.store.keptFor(PORTAL_CALLS);
    return writeSharedAnswers({at: this.at, answers: this.all, metadata});
  }
}

function turnKey({key, language}: SharedAnswersOptions): string {
  return `${language} ${key}`;
}

function offerKey({key, language}: SharedAnswersOptions): string {
  return `${language} kept_${key}`;
}
