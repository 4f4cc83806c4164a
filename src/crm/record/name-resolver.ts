/** The names of what a record points at: those that are known, and those still to be asked for. */
import {readItems} from '../../model/crm/crm-items.js';
import {readStatuses} from '../../model/crm/crm-status.js';
import {readUsers} from '../../model/crm/crm-users.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {JsonObject, Problem, Reading} from '../../model/parse/reading.js';
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import {BATCH_LENGTH, type BatchCalls} from '../../portal/portal.js';
import type {NameContext} from '../format/format-context.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import {isRefusal, problemOf, unwrapResult} from './unwrap-result.js';
import {
  clientsKey,
  clientTypes,
  dictionaryCalls,
  dictionaryKey,
  namesCall,
  namesKey,
  peopleKey,
  usersCall,
  usersKey,
} from '../request/record-calls.js';
import {personName, recordTitle} from './record-title.js';

/** A list's page: of more records only the numbers are shown. */
const MOST_NAMES = 50;
/** A client of the record, with phones and e-mails. */
export interface Client {
  readonly ref: EntityRef;
  readonly title: string;
  readonly item: JsonObject;
}

export class NameResolver implements NameContext {
  readonly #metadata: MetadataStore;
  readonly #locale: string;
  readonly #dictionaries = new Map<string, ReadonlyMap<string, string>>();
  /** Names by type and id; `null` for a record that may not be read. */
  readonly #records = new Map<number, Map<number, string | null>>();
  readonly #unknownUsers = new Set<number>();
  readonly #unknownRecords = new Map<number, Set<number>>();
  readonly #unknownDictionaries = new Set<string>();
  readonly #problems: Problem[] = [];
  #clients: readonly Client[] = [];

  constructor(metadata: MetadataStore, locale: string) {
    this.#metadata = metadata;
    this.#locale = locale;
  }

  get clients(): readonly Client[] {
    return this.#clients;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  readonly statusName = (dictionary: string, id: string): string | undefined => {
    const known = this.#dictionaries.get(dictionary) ?? this.#readDictionary(dictionary);
    if (known === undefined) this.#unknownDictionaries.add(dictionary);
    return known?.get(id);
  };

  readonly userName = (id: number): string | undefined => {
    const name = this.#metadata.userName(id);
    if (name === undefined) this.#unknownUsers.add(id);
    return name;
  };

  readonly recordName = ({typeId, id}: EntityRef): string | null | undefined => {
    const name = this.#records.get(typeId)?.get(id);
    if (name === undefined) {
      const ids = this.#unknownRecords.get(typeId) ?? new Set();
      this.#unknownRecords.set(typeId, ids.add(id));
    }
    return name;
  };

  /** What came with the record itself. What did not is asked for by name, so it is no problem yet. */
  learnFirst(ref: EntityRef, outcome: BatchOutcome): void {
    this.#learnUsers(outcome.get(peopleKey(ref)));
    this.#clients = clientTypes(ref.typeId).flatMap((typeId) => {
      const call = outcome.get(clientsKey(ref, typeId));
      if (call?.status !== 'ok') return [];
      const {value, problems} = this.#learnRecords(typeId, call.answer.result);
      // Nobody asks for their phones again.
      this.#problems.push(...problems);
      return value;
    });
  }

  /**
   * Asks once for all that was looked up in vain so far, and tells whether there was anything. A
   * record that is still missing then may not be seen by this user.
   */
  async ask(run: (calls: BatchCalls) => Promise<BatchOutcome>): Promise<boolean> {
    const users = this.#metadata.usersRefused ? [] : [...this.#unknownUsers].slice(0, MOST_NAMES);
    const records = [...this.#unknownRecords].map(
      ([typeId, ids]) => [typeId, [...ids].slice(0, MOST_NAMES)] as const,
    );
    const dictionaries = dictionaryCalls(this.#unknownDictionaries);
    const calls = Object.entries({
      ...(users.length > 0 ? {[usersKey(users)]: usersCall(users)} : {}),
      ...Object.fromEntries(
        records.map(([typeId, ids]) => [namesKey(typeId, ids), namesCall(typeId, ids)]),
      ),
      ...dictionaries,
    }).slice(0, BATCH_LENGTH);
    if (calls.length === 0) return false;
    const outcome = await run(Object.fromEntries(calls));
    this.#metadata.learn(dictionaries, outcome);
    this.#problems.push(...this.#learnUsers(outcome.get(usersKey(users))));
    for (const [typeId, ids] of records) {
      const call = outcome.get(namesKey(typeId, ids));
      const problems =
        call?.status === 'ok' ? this.#learnRecords(typeId, call.answer.result).problems : [];
      this.#problems.push(...problems);
      // A row that can't be read may be any of those that are missing: none of them is refused.
      if (problems.length > 0) continue;
      if (call?.status === 'ok' || isRefusal(call)) this.#closeRecords(typeId, ids);
    }
    for (const call of outcome.values()) {
      if (call.status === 'failed' && !isRefusal(call)) this.#problems.push(problemOf(call.error));
    }
    return true;
  }

  /** Returns what could not be read. */
  #learnUsers(call: RestOutcome | undefined): readonly Problem[] {
    if (isRefusal(call)) this.#metadata.usersRefused = true;
    if (call?.status !== 'ok') return [];
    const {value, problems} = readUsers(call.answer.result);
    this.#metadata.learnUsers(
      new Map([...value].map(([id, parts]) => [id, personName(parts, this.#locale)])),
    );
    return problems;
  }

  #learnRecords(typeId: number, result: unknown): Reading<readonly Client[]> {
    const names = this.#namesOf(typeId);
    const {value, problems} = readItems(result);
    const clients = [...value].map(([id, item]) => {
      const ref = {typeId, id};
      const title = recordTitle(ref, item, this.#locale);
      names.set(id, title);
      return {ref, title, item};
    });
    return {value: clients, problems};
  }

  #closeRecords(typeId: number, ids: readonly number[]): void {
    const names = this.#namesOf(typeId);
    for (const id of ids) names.set(id, names.get(id) ?? null);
  }

  #namesOf(typeId: number): Map<number, string | null> {
    const names = this.#records.get(typeId) ?? new Map<number, string | null>();
    this.#records.set(typeId, names);
    return names;
  }

  #readDictionary(dictionary: string): ReadonlyMap<string, string> | undefined {
    const call = this.#metadata.answer(dictionaryKey(dictionary));
    if (call === undefined) return undefined;
    const {value, problems} = unwrapResult(call, readStatuses);
    this.#problems.push(...(call.status === 'ok' ? problems : []));
    const names = new Map((value ?? []).map(({id, name}) => [id, name]));
    this.#dictionaries.set(dictionary, names);
    return names;
  }
}
