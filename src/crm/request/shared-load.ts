/** One record's load among the app's frames: takes what another one has loaded, or gives on its own. */
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {JsonObject} from '../../model/parse/reading.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import {
  isPassing,
  isShareable,
  readSharedAnswers,
  writeSharedAnswers,
} from '../../model/crm/record-payload.js';
import type {BatchCalls} from '../../portal/portal.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import {BatchResults} from './batch-results.js';
import {itemKey, peopleKey} from './record-calls.js';
import type {CrossFrameSingleFlight, Turn} from '../sharing/single-flight.js';
import type {Clock} from '../../model/clock.js';

/**
 * How long a loaded record is given to whoever else asks, in milliseconds: panels of one page start
 * one after the other, and frames that open at one moment are not ready at one. Not a cache: what the
 * operator edits must be there with the next card.
 */
export const SHARED_FOR_MS = 3000;

/** The clock of another process may be ahead by as much, in milliseconds. */
const CLOCK_MS = 1000;

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
}

export class SharedLoad {
  readonly answers: BatchResults;
  readonly #options: SharedLoadOptions;
  readonly #share: CrossFrameSingleFlight | undefined;
  readonly #turn: Turn | undefined;

  /** See `begin`. */
  constructor(
    options: SharedLoadOptions,
    share: CrossFrameSingleFlight | undefined,
    turn: Turn | undefined,
    known: BatchOutcome,
  ) {
    this.#options = options;
    this.#share = share;
    this.#turn = turn;
    this.answers = new BatchResults(known, options.run);
  }

  /** @param share - none: this frame loads for itself alone */
  static async begin(
    options: SharedLoadOptions,
    share: CrossFrameSingleFlight | undefined,
  ): Promise<SharedLoad> {
    const {ref, language, typeCalls, store, signal} = options;
    const knowsType = Object.keys(store.unknownOf(typeCalls)).length === 0;
    const [turn, type] = await Promise.all([
      share?.ask(`${language} ${itemKey(ref)}`, signal),
      knowsType ? undefined : share?.find(typeKey(options), signal),
    ]);
    takeIn(options, type);
    if (turn?.status !== 'given') {
      return new SharedLoad(options, share, turn, store.refusalsOf(typeCalls));
    }
    const known = takeIn(options, turn.data);
    // Who has the record and not its people knows that they may not be seen.
    if (known.has(itemKey(ref)) && !known.has(peopleKey(ref))) store.usersRefused = true;
    return new SharedLoad(options, share, turn, known);
  }

  /** Gives on what was loaded. */
  end(): void {
    const {typeCalls, store, signal} = this.#options;
    const answers = this.answers.all;
    if (this.#turn?.status === 'own') {
      const isPast = isPassing(answers);
      // A load that nobody here wants any more ends early: the others may have more patience.
      if (!isShareable(answers) || (isPast && signal.aborted)) this.#turn.giveUp();
      else this.#turn.give(() => this.#write(answers), isPast ? 0 : SHARED_FOR_MS);
    }
    if (this.#share === undefined || Object.keys(store.unknownOf(typeCalls)).length > 0) return;
    this.#share.offer(typeKey(this.#options), () => this.#write(new Map()));
  }

  #write(answers: BatchOutcome): JsonObject {
    const {store, typeCalls} = this.#options;
    return writeSharedAnswers({answers, metadata: store.keptFor(typeCalls)});
  }
}

function typeKey({ref, language}: SharedLoadOptions): string {
  return `${language} type_${ref.typeId}`;
}

function takeIn({store, time}: SharedLoadOptions, data: unknown): BatchOutcome {
  const {answers, metadata} = readSharedAnswers(data, store.oldest, time.now() + CLOCK_MS);
  store.adopt(metadata);
  return answers;
}
