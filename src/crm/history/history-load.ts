/** One loaded history: what was answered, and what was asked for because of it. */
import {readTypeNames} from '../../model/crm/crm-owner-type.js';
import {readTimeZone} from '../../model/crm/crm-users.js';
import {entityKey, type EntityRef} from '../../model/entity/entity-ref.js';
import {COMPANY, CONTACT, isDynamicTypeId} from '../../model/entity/entity-type.js';
import {portalLocale} from '../../model/call/language.js';
import {readActivities, type Activity} from '../../model/history/activity.js';
import {readStageTypes} from '../../model/history/stage-types.js';
import type {Reading} from '../../model/parse/reading.js';
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import {BATCH_LENGTH} from '../../portal/portal.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import type {RecordName} from '../record.js';
import {NameResolver} from '../record/name-resolver.js';
import {dictionaryCalls, PROFILE, TYPE_NAMES} from '../request/record-calls.js';
import {timeOf} from './activity-view.js';
import {
  activityCalls,
  MOST_PEOPLE,
  OPEN_TYPES,
  openCalls,
  openKey,
  pastCalls,
  pastKey,
  peopleCall,
  plannedKey,
  PORTAL_CALLS,
  processesAmong,
  responsibleKey,
  STAGE_TYPES,
} from './history-calls.js';
import {dictionariesIn, responsiblesIn} from './open-items.js';
import type {SharedAnswers} from './shared-answers.js';

export interface HistoryLoadOptions {
  readonly ref: EntityRef;
  /** The record, its contacts and its companies. */
  readonly owners: readonly RecordName[];
  readonly language: string;
  readonly store: MetadataStore;
  readonly answers: SharedAnswers;
}

/** What one list of what happened has brought so far. */
interface PastPages {
  readonly owner: EntityRef;
  readonly activities: readonly Activity[];
  /** The `start` of the next page; none where all is loaded, or the list failed. */
  readonly next: number | null;
  /** Whether the list was refused, or not answered. */
  readonly hasFailed: boolean;
}

export class HistoryLoad {
  readonly ref: EntityRef;
  readonly owners: readonly RecordName[];
  readonly locale: string;
  readonly store: MetadataStore;
  readonly names: NameResolver;
  readonly #answers: SharedAnswers;
  /** One page after the other: two who want more at one time want the same. */
  #paging = Promise.resolve();
  #round = 1;

  constructor({ref, owners, language, store, answers}: HistoryLoadOptions) {
    this.ref = ref;
    this.owners = owners;
    this.locale = portalLocale(language);
    this.store = store;
    this.names = new NameResolver(store, this.locale);
    this.#answers = answers;
  }

  get isOld(): boolean {
    return this.#answers.isOld;
  }

  get at(): number {
    return this.#answers.at;
  }

  get all(): BatchOutcome {
    return this.#answers.all;
  }

  /** The names of the portal's types, as far as they are known. */
  get typeNames(): ReadonlyMap<number, string> {
    return readTypeNames(this.#metadata(TYPE_NAMES)).value;
  }

  get timeZone(): string | null {
    return readTimeZone(this.#metadata(PROFILE)) ?? null;
  }

  get openTypes(): readonly number[] {
    return [...OPEN_TYPES, ...this.#processes];
  }

  offerUntil(signal: AbortSignal): void {
    this.#answers.offerUntil(signal);
  }

  /** Gives on what was loaded. */
  end(): void {
    this.#answers.end();
  }

  /** One batch; another one for what only the first tells of. Never rejects. */
  async load(): Promise<void> {
    const lists = {
      ...activityCalls(this.#ownerRefs),
      ...openCalls(this.ref, this.#clients, this.openTypes),
    };
    const people = this.store.usersRefused ? {} : peopleCall(this.#responsible('0'), lists);
    const unknown = this.store.unknownOf(PORTAL_CALLS);
    const outcome = await this.#answers.run({...lists, ...people, ...unknown});
    this.store.learn(PORTAL_CALLS, outcome);
    this.names.learnUsers(outcome.get(this.#responsible('0')));
    await this.#loadRest(new Set(Object.keys(lists)));
  }

  /** Throws what the portal answered where nothing at all was loaded. */
  throwIfEmpty(): void {
    const parts = [...this.all].filter(([key]) => /^(past|planned|open)_/.test(key));
    const failed = parts.flatMap(([, call]) => (call.status === 'failed' ? [call.error] : []));
    const [first] = failed;
    if (first !== undefined && failed.length === parts.length) throw first;
  }

  /** All that happened and is to be done, each once; what could not be read is left out. */
  get activities(): readonly Activity[] {
    const planned = this.#ownerRefs.flatMap((owner) => this.#read(plannedKey(owner)).value);
    const past = this.past.flatMap(({activities}) => activities);
    return [...new Map([...planned, ...past].map((one) => [one.id, one])).values()];
  }

  /** Whether a list was refused, or has more that is open than came. */
  get isOpenPartial(): boolean {
    return this.#ownerRefs.some((owner) => {
      const call = this.all.get(plannedKey(owner));
      return call?.status !== 'ok' || call.answer.next !== null;
    });
  }

  get past(): readonly PastPages[] {
    return this.#ownerRefs.map((owner) => this.#pagesOf(owner));
  }

  /**
   * Loads the next page of each list that has one, and the names of those who are in it. Resolves with
   * what was answered; with nothing when another caller has had it loaded meanwhile.
   */
  loadPage(isWanted: () => boolean): Promise<BatchOutcome> {
    const page = this.#paging.then(() => (isWanted() ? this.#loadPage() : new Map()));
    this.#paging = page.then(() => undefined);
    return page;
  }

  async #loadPage(): Promise<BatchOutcome> {
    const lists = pastCalls(
      this.past.flatMap(({owner, next}) => (next === null ? [] : [{owner, start: next}])),
    );
    this.#round += 1;
    const key = this.#responsible(`page${this.#round}`);
    const people = this.store.usersRefused ? {} : peopleCall(key, lists);
    const outcome = await this.#answers.runAgain({...lists, ...people});
    this.names.learnUsers(outcome.get(key));
    return outcome;
  }

  /** The smart processes of a portal that this page had not seen, the names of their stages and of people. */
  async #loadRest(known: ReadonlySet<string>): Promise<void> {
    const processes = this.openTypes.filter((typeId) => !known.has(openKey(this.ref, typeId)));
    const lists = openCalls(this.ref, this.#clients, processes);
    const asked = Object.keys(lists).length > 0 ? processes : [];
    const dictionaries = this.store.unknownOf(dictionaryCalls(this.#stageDictionaries(asked)));
    if (Object.keys({...lists, ...dictionaries}).length === 0) return;
    const nameless = this.store.usersRefused ? [] : this.#nameless();
    const people = this.store.usersRefused
      ? {}
      : peopleCall(this.#responsible('1'), lists, nameless);
    // The lists first: what is behind the limit of a batch is shown by its code.
    const calls = Object.entries({...lists, ...people, ...dictionaries}).slice(0, BATCH_LENGTH);
    const outcome = await this.#answers.run(Object.fromEntries(calls));
    const learnt = Object.entries(dictionaries).filter(([key]) => outcome.has(key));
    this.store.learn(Object.fromEntries(learnt), outcome);
    const named = outcome.get(this.#responsible('1'));
    const isRead = this.names.learnUsers(named).length === 0;
    if (named?.status === 'ok' && isRead)
      this.store.learnUnnamedUsers(nameless.slice(0, MOST_PEOPLE));
  }

  /**
   * Those that name the stages of the client's records, and all of these smart processes. A broken record
   * may have a pipeline that the portal does not: nobody is asked for its stages.
   */
  #stageDictionaries(processes: readonly number[]): readonly string[] {
    const types = this.#stageTypes;
    const existing = new Set([...types.values()].flat());
    const used = this.openTypes.flatMap((typeId) => dictionariesIn(typeId, this.#openCall(typeId)));
    return [
      ...used.filter((dictionary) => existing.size === 0 || existing.has(dictionary)),
      ...processes.flatMap((typeId) => types.get(typeId) ?? []),
    ];
  }

  /** Whom the first answer has named by their ids alone, in the order in which they are shown. */
  #nameless(): readonly number[] {
    const shown = [...this.activities].sort((a, b) => timeOf(b) - timeOf(a));
    const ids = [
      ...shown.flatMap(({responsibleId}) => responsibleId ?? []),
      ...this.openTypes.flatMap((typeId) => responsiblesIn(this.#openCall(typeId))),
    ];
    return [...new Set(ids)].filter((id) => this.names.userName(id) === undefined);
  }

  #pagesOf(owner: EntityRef): PastPages {
    const activities: Activity[] = [];
    for (let start = 0; ;) {
      const call = this.all.get(pastKey(owner, start));
      if (call?.status !== 'ok') {
        // A page that failed may be asked for again; a list that failed from the start is a problem.
        const isFirst = start === 0;
        return {owner, activities, next: isFirst ? null : start, hasFailed: isFirst};
      }
      activities.push(...this.#read(pastKey(owner, start)).value);
      const {next} = call.answer;
      if (next === null || next <= start) return {owner, activities, next: null, hasFailed: false};
      start = next;
    }
  }

  /** The activities in an answer, and what could not be read of it. */
  #read(key: string): Reading<readonly Activity[]> {
    return readList(this.all.get(key));
  }

  #openCall(typeId: number): RestOutcome | undefined {
    return this.all.get(openKey(this.ref, typeId));
  }

  get #ownerRefs(): readonly EntityRef[] {
    return this.owners.map(({ref}) => ref);
  }

  get #clients(): readonly EntityRef[] {
    return this.#ownerRefs.filter(({typeId}) => typeId === CONTACT || typeId === COMPANY);
  }

  get #processes(): readonly number[] {
    return processesAmong(this.typeNames.keys(), isDynamicTypeId);
  }

  get #stageTypes(): ReadonlyMap<number, readonly string[]> {
    return readStageTypes(this.#metadata(STAGE_TYPES)).value;
  }

  #responsible(round: string): string {
    return responsibleKey(this.ref, round);
  }

  #metadata(key: string): unknown {
    const call = this.store.answer(key);
    return call?.status === 'ok' ? call.answer.result : undefined;
  }
}

export function readList(call: RestOutcome | undefined): Reading<readonly Activity[]> {
  return call?.status === 'ok' ? readActivities(call.answer.result) : {value: [], problems: []};
}

/** The calls of the first batch without which a history has nothing to show. */
export function mainCallOf(ref: EntityRef): string {
  return pastKey(ref, 0);
}

export function historyKey(ref: EntityRef): string {
  return `history_${entityKey(ref)}`;
}
