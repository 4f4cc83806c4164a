/** The state of a history: from the record on the page and what is loaded of it. */
import type {ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../../controller/call-card-controller.js';
import type {Snapshot} from '../../../controller/snapshot.js';
import type {CrmHistory} from '../../../crm/history.js';
import {entityKey, type EntityRef} from '../../../model/entity/entity-ref.js';
import {KeyedLoader, type Load, type Loading} from '../../shared/record/keyed-loader.js';
import type {HistorySubject} from './history-subject.js';

export type HistoryState =
  | Exclude<HistorySubject, {status: 'record'}>
  | {readonly status: 'record'; readonly ref: EntityRef; readonly loading: Loading<CrmHistory>};

/** What a history is asked for beside its record. */
export interface HistoryQuestion {
  /** How many past activities come at once. */
  readonly limit: number;
  /** The number and the activity of the call, if the record is the call's. */
  readonly phoneNumber: string | null;
  readonly activityId: number | null;
}

export class HistoryStateStore {
  readonly #histories: KeyedLoader<CrmHistory>;
  #controller: CallCardController | undefined;
  #unsubscribe: (() => void) | undefined;
  #subject: HistorySubject = {status: 'waiting'};
  #question: HistoryQuestion = {limit: 0, phoneNumber: null, activityId: null};
  #callId: string | undefined;
  /** The records that were shown during this call, which keep their histories. */
  readonly #visited = new Map<string, EntityRef>();
  /** How many past activities a record shows, by its key: as many are loaded again. */
  readonly #depths = new Map<string, number>();

  constructor(host: ReactiveControllerHost) {
    // A history that another frame loaded a while ago is shown at once and loaded again behind it.
    this.#histories = new KeyedLoader(host, ({isOld}) => isOld);
  }

  get state(): HistoryState {
    const subject = this.#subject;
    if (subject.status !== 'record') return subject;
    return {...subject, loading: this.#histories.stateOf(entityKey(subject.ref))};
  }

  /** Updates the state and starts loads, before the host renders. */
  update(
    controller: CallCardController | undefined,
    {call}: Snapshot,
    subject: HistorySubject,
    question: HistoryQuestion,
  ): void {
    this.#setController(controller);
    this.#subject = subject;
    if (call?.id !== this.#callId) this.#visited.clear();
    this.#callId = call?.id;
    if (subject.status === 'record') this.#visited.set(entityKey(subject.ref), subject.ref);
    this.#setQuestion(question);
    this.#loadHistories();
  }

  /** Loads the history on screen again, which stays visible meanwhile. */
  reload(): void {
    const {state} = this;
    if (state.status === 'record') this.#histories.reload(entityKey(state.ref));
  }

  /** Shows a history with more activities in place of the one without. */
  replaceHistory(before: CrmHistory, after: CrmHistory): void {
    const key = entityKey(before.ref);
    this.#depths.set(key, after.past.length);
    this.#histories.replaceValue(key, before, after);
  }

  /** The activity of a call is known when the call has ended: what is shown stays meanwhile. */
  #setQuestion(question: HistoryQuestion): void {
    const {limit, phoneNumber, activityId} = this.#question;
    this.#question = question;
    const isSame =
      limit === question.limit &&
      phoneNumber === question.phoneNumber &&
      activityId === question.activityId;
    if (!isSame) for (const key of this.#visited.keys()) this.#histories.revalidate(key);
  }

  #loadHistories(): void {
    const store = this.#controller?.crm;
    const loads = new Map<string, Load<CrmHistory>>();
    if (store !== undefined) {
      for (const [key, ref] of this.#visited) loads.set(key, (age) => this.#load(ref, age));
    }
    this.#histories.setLoads(store, loads);
  }

  /** Loads as many activities as the record has shown. */
  async #load(ref: EntityRef, age: Parameters<Load<CrmHistory>>[0]): Promise<CrmHistory> {
    const key = entityKey(ref);
    const store = this.#controller?.crm;
    if (store === undefined) return new Promise(() => undefined);
    let history = await store.history(ref, {...age, ...this.#question});
    const depth = this.#depths.get(key) ?? 0;
    while (history.past.length < depth && history.hasMore) {
      const longer = await history.loadMore();
      if (longer.past.length === history.past.length) break;
      history = longer;
    }
    return history;
  }

  #setController(controller: CallCardController | undefined): void {
    if (controller === this.#controller) return;
    this.#unsubscribe?.();
    this.#controller = controller;
    this.#depths.clear();
    this.#unsubscribe = controller?.on('entityChanged', ({entity}) => {
      if (entity === null) return;
      const key = entityKey(entity);
      if (this.#histories.stateOf(key).status === 'loaded') this.#histories.reload(key);
    });
  }
}
