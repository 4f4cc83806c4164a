/**
 * What is the same for all records of a portal: fields, dictionaries, pipelines, names of users.
 * Kept in memory, and from page to page where storage is allowed. Records are never in here.
 */
import {readFieldMetas} from '../../model/crm/crm-fields.js';
import {readTimeZone} from '../../model/crm/crm-users.js';
import {
  readKeptAnswers,
  writeKeptAnswers,
  type KeptAnswer,
  type KeptAnswers,
} from '../../model/crm/crm-metadata.js';
import {asText, isObject, type Problem} from '../../model/parse/reading.js';
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import {rowProblems} from '../../model/parse/parse-list.js';
import type {BatchCalls} from '../../portal/portal.js';
import {outcomeOf} from '../request/batch-queue.js';
import {readFieldReferences, type FieldReference} from '../../model/crm/field-reference.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {storedReferences, storeReferences} from './reference-storage.js';
import {dictionaryKey, fieldsKey, PROFILE} from '../request/record-calls.js';
import type {Clock} from '../../model/clock.js';

/** A portal's fields change seldom; so much later the change is seen. */
const KEPT_FOR_MS = 3_600_000;
/** What is odd in part is good for the record that it came with, and asked for again then. */
const ODD_FOR_MS = 5000;
/** A user or record without a name may get one, or the right to be seen, within an hour. */
const UNNAMED_FOR_MS = 300_000;
/** Of so many fields of a type the references are named with the record itself. */
const MOST_REFERENCES = 12;
/** The storage is the whole app's: the kit takes a tenth of it at most. */
const MOST_CHARACTERS = 500_000;
const VERSION = 1;

export interface MetadataOwner {
  readonly memberId: string;
  readonly language: string;
}

export class MetadataStore {
  readonly #time: Clock;
  readonly #memberId: string;
  /** Nothing where the portal has no id: its answers could be another one's. */
  readonly #storageKey: string | undefined;
  readonly #answers: Map<string, KeptAnswer>;
  /** What will not be answered however often it is asked. */
  readonly #refusals = new Map<string, RestOutcome>();
  #storing = false;
  /** Whether the app has no scope for users, or this user may not see others. */
  usersRefused = false;

  constructor({memberId, language}: MetadataOwner, time: Clock) {
    this.#time = time;
    this.#memberId = memberId;
    this.#storageKey =
      memberId === '' ? undefined : `call-card-kit:crm:${VERSION}:${memberId}:${language}`;
    this.#answers = new Map([...this.#storedReferences(), ...this.#stored()]);
  }

  /** Those of the calls whose answers are not known. */
  unknownOf(calls: BatchCalls): BatchCalls {
    return Object.fromEntries(
      Object.entries(calls).filter(([key]) => this.answer(key) === undefined),
    );
  }

  /** The answer to a call, where it is known. */
  answer(key: string): RestOutcome | undefined {
    const kept = this.#answers.get(key);
    if (kept === undefined || kept.at <= this.oldest) return this.#refusals.get(key);
    return {status: 'ok', answer: {result: kept.result, total: null, next: null}};
  }

  /** Keeps what was answered to the calls, and gives the answers to all of them. */
  learn(calls: BatchCalls, outcome: BatchOutcome): BatchOutcome {
    const asked = Object.keys(this.unknownOf(calls));
    const all = new Map(
      Object.keys(calls).map((key) => [key, this.answer(key) ?? outcomeOf(outcome, key)]),
    );
    for (const key of asked) this.#keep(key, outcomeOf(outcome, key));
    if (asked.some((key) => this.#answers.has(key))) this.#storeSoon();
    return all;
  }

  /** What will not be answered to the calls however often they are asked. */
  refusalsOf(calls: BatchCalls): BatchOutcome {
    const keys = Object.keys(calls);
    return new Map([...this.#refusals].filter(([key]) => keys.includes(key)));
  }

  /** The answers to the calls with the names of people and of entries, to give to another frame. */
  keptFor(calls: BatchCalls): KeptAnswers {
    const kept = [...this.#answers].filter(
      ([key, {at}]) => at > this.oldest && (key in calls || isForAll(key)),
    );
    return new Map(kept);
  }

  /** Takes in what another frame has kept. */
  adopt(answers: KeptAnswers): void {
    const fresh = [...answers].filter(([key]) => this.answer(key)?.status !== 'ok');
    for (const [key, answer] of fresh) this.#answers.set(key, answer);
    if (fresh.length > 0) this.#storeSoon();
  }

  /** What was answered before this moment may have changed, in milliseconds since the epoch. */
  get oldest(): number {
    return this.#time.now() - KEPT_FOR_MS;
  }

  /** Empty for a user whom the portal did not name within the last minutes. */
  userName(id: number): string | undefined {
    const call = this.answer(userKey(id));
    return call?.status === 'ok' ? asText(call.answer.result) : undefined;
  }

  learnUsers(names: ReadonlyMap<number, string>): void {
    const fresh = [...names].filter(([id, name]) => this.userName(id) !== name);
    for (const [id, name] of fresh) this.#put(userKey(id), name);
    if (fresh.length > 0) this.#storeSoon();
  }

  /** Those of the users who have no name here were asked for, and the portal did not name them. */
  learnUnnamedUsers(ids: readonly number[]): void {
    this.#learnRefused(ids.filter((id) => this.userName(id) === undefined).map(userKey), '');
  }

  /** Whether the portal did not show the record to this user within the last minutes. */
  isRecordRefused(ref: EntityRef): boolean {
    return this.answer(refusedKey(ref)) !== undefined;
  }

  refuseRecords(refs: readonly EntityRef[]): void {
    this.#learnRefused(refs.map(refusedKey), true);
  }

  /** The fields of a type in which earlier records referred to users or records. */
  referencesOf(typeId: number): readonly FieldReference[] {
    const call = this.answer(referencesKey(typeId));
    return call?.status === 'ok' ? readFieldReferences(call.answer.result) : [];
  }

  learnReferences(typeId: number, references: readonly FieldReference[]): void {
    const known = this.referencesOf(typeId);
    const fresh = references.filter(({key}) => !known.some((other) => other.key === key));
    if (fresh.length === 0) return;
    const all = [...known, ...fresh].slice(-MOST_REFERENCES);
    this.#put(referencesKey(typeId), all);
    this.#storeSoon();
    if (this.#memberId !== '') storeReferences(this.#memberId, typeId, all);
  }

  #learnRefused(keys: readonly string[], result: unknown): void {
    for (const key of keys) this.#put(key, result, this.oldest + UNNAMED_FOR_MS);
    if (keys.length > 0) this.#storeSoon();
  }

  #keep(key: string, call: RestOutcome): void {
    if (call.status === 'failed') {
      if (!call.error.retryable) this.#refusals.set(key, call);
      return;
    }
    const {result} = call.answer;
    // Of the user nothing else is wanted.
    if (key === PROFILE) this.#put(key, {TIME_ZONE: readTimeZone(result)});
    else if (!key.startsWith(fieldsKey('')) || readFieldMetas(result).value) {
      const isOdd = oddRows(key, result).length > 0;
      this.#put(key, result, isOdd ? this.oldest + ODD_FOR_MS : undefined);
    }
  }

  #put(key: string, result: unknown, at = this.#time.now()): void {
    this.#answers.set(key, {at, result});
  }

  /** Fields do not become others: of references alone the age does not matter. */
  #storedReferences(): readonly (readonly [string, KeptAnswer])[] {
    if (this.#memberId === '') return [];
    const at = this.#time.now();
    return storedReferences(this.#memberId).map(([typeId, result]) => [
      referencesKey(typeId),
      {at, result},
    ]);
  }

  #stored(): ReadonlyMap<string, KeptAnswer> {
    if (this.#storageKey === undefined) return new Map();
    try {
      const text = sessionStorage.getItem(this.#storageKey);
      return readKeptAnswers(text, this.oldest, this.#time.now());
    } catch {
      // Storage is denied to frames of other sites by some browsers: memory must do.
      return new Map();
    }
  }

  /** Once for all that is learnt in one moment, and after the record that it came with. */
  #storeSoon(): void {
    if (this.#storing) return;
    this.#storing = true;
    this.#time.after(0, () => {
      this.#storing = false;
      this.#store();
    });
  }

  #store(): void {
    if (this.#storageKey === undefined) return;
    // Another frame of the app may have learnt something else meanwhile.
    const answers = new Map([...this.#stored(), ...this.#answers]);
    try {
      sessionStorage.setItem(this.#storageKey, writeKeptAnswers(answers, MOST_CHARACTERS));
    } catch {
      // Denied, or full: the next page asks again.
    }
  }
}

/** The rows of a list that can't be read. */
function oddRows(key: string, result: unknown): readonly Problem[] {
  return rowProblems(key, isObject(result) ? (result['categories'] ?? []) : result);
}

/** Not of one type: which of them a record needs is known when it is read. */
function isForAll(key: string): boolean {
  return /^(user|refused|references)_/.test(key) || key.startsWith(dictionaryKey(''));
}

function refusedKey({typeId, id}: EntityRef): string {
  return `refused_${typeId}_${id}`;
}

function referencesKey(typeId: number): string {
  return `references_${typeId}`;
}

function userKey(id: number): string {
  return `user_${id}`;
}
