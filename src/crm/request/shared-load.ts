/** One record's load among the app's frames: takes what another one has loaded, or gives on its own. */
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {JsonObject} from '../../model/parse/reading.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import {
  isPassing,
  isShareable,
  readSharedAnswers,
  writeSharedAnswers,
  type SharedAnswers,
} from '../../model/crm/record-payload.js';
import type {BatchCalls} from '../../portal/portal.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import {BatchResults} from './batch-results.js';
import {itemKey, peopleKey} from './record-calls.js';
import {KEPT_ANSWER_MS, type CrossFrameSingleFlight, type Turn} from '../sharing/single-flight.js';
import type {Clock} from '../../model/clock.js';

/**
 * How long a loaded record is given to whoever else asks, in milliseconds: panels of one page start
 * one after the other, and frames that open at one moment are not ready at one. Not a cache: what the
 * operator edits must be there with the next card.
 */
export const SHARED_FOR_MS = 3000;

/**
 * How old a record of another frame may be for a caller that wants it as it is now, in milliseconds;
 * also from when on one that is shown is read again.
 */
export const FRESH_FOR_MS = 5000;

/** The clock of another process may be ahead by as much, in milliseconds. */
export const CLOCK_MS = 1000;

export interface SharedLoadOptions {
  readonly ref: EntityRef;
  /** The names in answers are in the user's language. */
  readonly language: string;
  /** What is the same for all records of the type. */
  readonly typeCalls: BatchCalls;
  readonly store: MetadataStore;
  readonly signal: AbortSignal;
  readonly time: Clock;
  readonly run: (calls: BatchCalls) => Promise<BatchOutcome>;
  /** Whether `run` asks again for what the portal's limits refused. */
  readonly retries: boolean;
  /** How old a record may be that another frame has kept, in milliseconds. */
  readonly maxAge: number;
}

export class SharedLoad {
  readonly answers: BatchResults;
  /** When the record was asked for, here or in another frame, in milliseconds since 1970. */
  readonly at: number;
  /** Whether the record is another frame's. */
  readonly #isKept: boolean;
  readonly #options: SharedLoadOptions;
  readonly #share: CrossFrameSingleFlight | undefined;
  readonly #turn: Turn | undefined;

  /** See `begin`. */
  constructor(
    options: SharedLoadOptions,
    share: CrossFrameSingleFlight | undefined,
    turn: Turn | undefined,
    {at, answers}: Pick<SharedAnswers, 'at' | 'answers'>,
  ) {
    this.#options = options;
    this.#share = share;
    this.#turn = turn;
    this.at = at;
    this.#isKept = answers.has(itemKey(options.ref));
    this.answers = new BatchResults(answers, options.run);
  }

  /**
   * @param share - none: this frame loads for itself alone
   * @param reload - the record is wanted as it is now: nothing is taken from other frames
   */
  static async begin(
    options: SharedLoadOptions,
    share: CrossFrameSingleFlight | undefined,
    reload: boolean,
  ): Promise<SharedLoad> {
    if (reload) {
      const answers = options.store.refusalsOf(options.typeCalls);
      return new SharedLoad(options, share, undefined, {at: options.time.now(), answers});
    }
    const {ref, language, typeCalls, store, signal, time, maxAge} = options;
    const knowsType = Object.keys(store.unknownOf(typeCalls)).length === 0;
    const [turn, kept, type] = await Promise.all([
      share?.ask(`${language} ${itemKey(ref)}`, signal),
      share?.find(recordKey(options), signal, KEPT_ANSWER_MS),
      knowsType ? undefined : share?.find(typeKey(options), signal),
    ]);
    takeIn(options, type);
    const given = turn?.status === 'given' ? turn.data : kept;
    const known = takeIn(options, given);
    const isKnown = known.answers.has(itemKey(ref)) && time.now() - known.at <= maxAge;
    if (turn?.status !== 'given' && !isKnown) {
      const answers = store.refusalsOf(typeCalls);
      return new SharedLoad(options, share, turn, {at: time.now(), answers});
    }
    // The frame that has the record and not its people knows that they may not be seen.
    if (known.answers.has(itemKey(ref)) && !known.answers.has(peopleKey(ref))) {
      store.usersRefused = true;
    }
    if (turn?.status === 'own') turn.giveUp();
    return new SharedLoad(options, share, undefined, known);
  }

  /** Whether another frame loaded the record a while ago. */
  get isOld(): boolean {
    return this.#isKept && this.#options.time.now() - this.at > FRESH_FOR_MS;
  }

  get language(): string {
    return this.#options.language;
  }

  get store(): MetadataStore {
    return this.#options.store;
  }

  get typeCalls(): BatchCalls {
    return this.#options.typeCalls;
  }

  /** Asks for names, once for all frames that want the same ones at the same time. */
  async runOnce(calls: BatchCalls): Promise<BatchOutcome> {
    const {language, signal} = this.#options;
    const key = `${language} ${Object.keys(calls).join(' ')}`;
    const isKnown = Object.keys(calls).every((call) => this.answers.all.has(call));
    const turn = isKnown ? undefined : await this.#share?.ask(key, signal);
    if (turn?.status === 'given') this.answers.add(takeIn(this.#options, turn.data).answers);
    const outcome = await this.answers.run(calls);
    if (turn?.status === 'own') {
      if (isShareable(outcome)) turn.give(() => this.#write(outcome), SHARED_FOR_MS);
      else turn.giveUp();
    }
    return outcome;
  }

  /** Gives the record to the other frames that want it, until the signal is aborted. */
  offerUntil(signal: AbortSignal): void {
    const offer = (): JsonObject => this.#write(this.answers.all);
    this.#share?.offer(recordKey(this.#options), offer, signal);
  }

  /** Gives on what was loaded. */
  end(): void {
    const {ref, typeCalls, store, signal, retries} = this.#options;
    const answers = this.answers.all;
    if (this.#turn?.status === 'own') {
      const isPast = isPassing(answers);
      // A load that ended early says nothing: another frame may retry what failed, or ask at all.
      const endedEarly = !answers.has(itemKey(ref)) || (isPast && (signal.aborted || !retries));
      if (!isShareable(answers) || endedEarly) this.#turn.giveUp();
      else this.#turn.give(() => this.#write(answers), isPast ? 0 : SHARED_FOR_MS);
    }
    if (this.#share === undefined || Object.keys(store.unknownOf(typeCalls)).length > 0) return;
    this.#share.offer(typeKey(this.#options), () => this.#write(new Map()));
  }

  #write(answers: BatchOutcome): JsonObject {
    const {store, typeCalls} = this.#options;
    return writeSharedAnswers({at: this.at, answers, metadata: store.keptFor(typeCalls)});
  }
}

function recordKey({ref, language}: SharedLoadOptions): string {
  return `${language} record_${ref.typeId}_${ref.id}`;
}

function typeKey({ref, language}: SharedLoadOptions): string {
  return `${language} type_${ref.typeId}`;
}

function takeIn({store, time}: SharedLoadOptions, data: unknown): SharedAnswers {
  const shared = readSharedAnswers(data, store.oldest, time.now() + CLOCK_MS);
  store.adopt(shared.metadata);
  return shared;
}
