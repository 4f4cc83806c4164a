/** The names of what a record points at: looks them up, tells which are missing, and loads those. */
import {readItems} from '../../model/crm/crm-items.js';
import {readStatuses} from '../../model/crm/crm-status.js';
import {readUsers} from '../../model/crm/crm-users.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {JsonObject, Problem, Reading} from '../../model/parse/reading.js';
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import {BATCH_LENGTH, type BatchCalls} from '../../portal/portal.js';
import type {NameContext} from '../format/format-context.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import {MissingNames} from './missing-names.js';
import {namesInVain} from './names-in-vain.js';
import {isRefusal, problemOf, unwrapResult} from './unwrap-result.js';
import {
  clientsKey,
  clientTypes,
  dictionaryCalls,
  dictionaryKey,
  namesCall,
  namesKey,
  peopleKey,
  namedTypeOf,
  type NamedIds,
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
  /** Names by type and id; `null` for a record that may not be read, empty for one without an answer. */
  readonly #records = new Map<number, Map<number, string | null>>();
  /** Users without an answer. */
  readonly #unnamedUsers = new Set<number>();
  readonly #problems: Problem[] = [];
  #clients: readonly Client[] = [];
  /** Where a name is noted that is looked up in vain. */
  #missing = new MissingNames();
  /** One load after the other: what the first brings the second need not ask for. */
  #loading = Promise.resolve();

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
    if (known !== undefined) return known.get(id) ?? '';
    this.#missing.dictionaries.add(dictionary);
    return undefined;
  };

  readonly userName = (id: number): string | undefined => {
    const isRefused = this.#metadata.usersRefused || this.#unnamedUsers.has(id);
    const name = this.#metadata.userName(id) ?? (isRefused ? '' : undefined);
    if (name === undefined) this.#missing.users.add(id);
    return name;
  };

  readonly recordName = (ref: EntityRef): string | null | undefined => {
    const name = this.#records.get(ref.typeId)?.get(ref.id);
    if (name !== undefined) return name;
    if (this.#metadata.isRecordRefused(ref)) return null;
    this.#missing.addRecord(ref);
    return undefined;
  };

  /** Reads something, and tells which names it has looked up in vain. */
  readCollecting<T>(read: () => T): {readonly value: T; readonly missing: MissingNames} {
    const missing = new MissingNames();
    const before = this.#missing;
    this.#missing = missing;
    const value = read();
    this.#missing = before;
    return {value, missing};
  }

  /**
   * What came with the record itself, or from another frame. What was not asked for there is asked for
   * by name, so it is no problem yet.
   */
  learnFirst(
    ref: EntityRef,
    outcome: BatchOutcome,
    asked: ReadonlyMap<string, NamedIds> = new Map(),
  ): void {
    this.learnUsers(outcome.get(peopleKey(ref)));
    this.#clients = clientTypes(ref.typeId).flatMap((typeId) => {
      const call = outcome.get(clientsKey(ref, typeId));
      if (call?.status !== 'ok') return [];
      const {value, problems} = this.#learnRecords(typeId, call.answer.result);
      // Nobody asks for their phones again.
      this.#problems.push(...problems);
      return value;
    });
    for (const [key, call] of outcome) {
      const typeId = namedTypeOf(ref, key);
      if (typeId !== undefined && call.status === 'ok') {
        this.#learnRecords(typeId, call.answer.result);
      }
    }
    const {users, records} = namesInVain(asked, outcome);
    this.#metadata.learnUnnamedUsers(users);
    this.#metadata.refuseRecords(records.filter(({typeId, id}) => !this.#namesOf(typeId).has(id)));
  }

  /**
   * Asks once for the names that are still missing by then. A record that does not come may not be
   * seen by this user; whatever else does not come is shown by its id. Never rejects.
   */
  loadNames(
    missing: MissingNames,
    run: (calls: BatchCalls) => Promise<BatchOutcome>,
  ): Promise<void> {
    return (this.#loading = this.#loading.then(() => this.#load(this.#stillMissing(missing), run)));
  }

  #stillMissing({users, records, dictionaries}: MissingNames): MissingNames {
    return this.readCollecting(() => {
      for (const id of users) this.userName(id);
      for (const [typeId, ids] of records) for (const id of ids) this.recordName({typeId, id});
      for (const dictionary of dictionaries) this.statusName(dictionary, '');
    }).missing;
  }

  async #load(
    missing: MissingNames,
    run: (calls: BatchCalls) => Promise<BatchOutcome>,
  ): Promise<void> {
    if (missing.isEmpty) return;
    const users = [...missing.users].slice(0, MOST_NAMES);
    const records = [...missing.records].map(
      ([typeId, ids]) => [typeId, [...ids].slice(0, MOST_NAMES)] as const,
    );
    const dictionaries = dictionaryCalls(missing.dictionaries);
    const calls = Object.entries({
      ...(users.length > 0 ? {[usersKey(users)]: usersCall(users)} : {}),
      ...Object.fromEntries(
        records.map(([typeId, ids]) => [namesKey(typeId, ids), namesCall(typeId, ids)]),
      ),
      ...dictionaries,
    }).slice(0, BATCH_LENGTH);
    const outcome = await run(Object.fromEntries(calls));
    this.#metadata.learn(dictionaries, outcome);
    const call = outcome.get(usersKey(users));
    const problems = this.learnUsers(call);
    this.#problems.push(...problems);
    if (call?.status === 'ok' && problems.length === 0) this.#metadata.learnUnnamedUsers(users);
    for (const [typeId, ids] of records) this.#takeRecords(typeId, ids, outcome);
    for (const answer of outcome.values()) {
      if (answer.status === 'failed' && !isRefusal(answer)) {
        this.#problems.push(problemOf(answer.error));
      }
    }
    this.#endWaiting(missing);
  }

  #takeRecords(typeId: number, ids: readonly number[], outcome: BatchOutcome): void {
    const call = outcome.get(namesKey(typeId, ids));
    const problems =
      call?.status === 'ok' ? this.#learnRecords(typeId, call.answer.result).problems : [];
    this.#problems.push(...problems);
    // A row that can't be read may be any of those that are missing: none of them is refused.
    if (problems.length > 0 || (call?.status !== 'ok' && !isRefusal(call))) return;
    const names = this.#namesOf(typeId);
    const refused = ids.filter((id) => !names.has(id));
    this.#metadata.refuseRecords(refused.map((id) => ({typeId, id})));
  }

  /** What has no name after it was asked for stays an id. */
  #endWaiting({users, records, dictionaries}: MissingNames): void {
    for (const id of users) if (this.userName(id) === undefined) this.#unnamedUsers.add(id);
    for (const [typeId, ids] of records) {
      for (const id of ids) {
        if (this.recordName({typeId, id}) === undefined) this.#namesOf(typeId).set(id, '');
      }
    }
    for (const dictionary of dictionaries) {
      if (this.statusName(dictionary, '') === undefined) {
        this.#dictionaries.set(dictionary, new Map());
      }
    }
  }

  /** The names of people in an answer of `user.get`. Returns what could not be read. */
  learnUsers(call: RestOutcome | undefined): readonly Problem[] {
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
