/** The state of a panel: from the call, the chosen record and what is loaded. */
import type {ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../../controller/call-card-controller.js';
import type {Snapshot} from '../../../controller/snapshot.js';
import type {CrmRecord} from '../../../crm/record.js';
import type {CallCardError} from '../../../model/errors/call-card-error.js';
import type {CallNumber} from '../../../model/call/call.js';
import type {Caller} from '../../../model/call/caller.js';
import {entityKey, sameEntity, type EntityRef} from '../../../model/entity/entity-ref.js';
import {namedEntity, type EntityAttributes} from '../../shared/entity-attributes.js';
import {KeyedLoader, type Load, type Loading} from '../../shared/record/keyed-loader.js';
import {
  shownRecord,
  targetOf,
  unionOf,
  type RecordTarget,
} from '../../shared/record/record-target.js';
import {typeName} from '../../shared/record/type-name.js';

export type PanelState =
  | Exclude<RecordTarget, {status: 'records' | 'not-linked'}>
  /** The call, which has this number, or the placement has no record. `error`: why the search failed. */
  | {
      readonly status: 'not-linked';
      readonly number: CallNumber | null;
      readonly error: CallCardError | null;
    }
  | {readonly status: 'searching'}
  /** Several records have the number. */
  | {
      readonly status: 'callers';
      readonly number: string;
      readonly callers: readonly Caller[];
      readonly isRefreshing: boolean;
      readonly isStale: boolean;
    }
  | {
      readonly status: 'record';
      /** How many records have the number, if this one was found by it; otherwise 0. */
      readonly found: number;
      readonly ref: EntityRef;
      readonly loading: Loading<CrmRecord>;
      readonly tabs: readonly PanelTab[];
    };

/** A record that the call is bound to. */
export interface PanelTab {
  readonly ref: EntityRef;
  /** The label of its type. */
  readonly type: string;
  /** `null` while the record is loaded. */
  readonly title: string | null;
}

export class PanelStateStore {
  readonly #host: ReactiveControllerHost;
  readonly #records: KeyedLoader<CrmRecord>;
  readonly #activities: KeyedLoader<readonly EntityRef[]>;
  readonly #searches: KeyedLoader<readonly Caller[]>;
  #controller: CallCardController | undefined;
  #unsubscribe: (() => void) | undefined;
  #target: RecordTarget = {status: 'connecting'};
  #activity = '';
  /** The key of the primary record, or the number: a choice ends when it changes. */
  #topic = '';
  #chosen: EntityRef | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    // A record that another frame loaded a while ago is shown at once and loaded again behind it.
    this.#records = new KeyedLoader(host, ({isOld}) => isOld);
    this.#activities = new KeyedLoader(host);
    this.#searches = new KeyedLoader(host);
  }

  get state(): PanelState {
    const target = this.#target;
    if (target.status !== 'records' && target.status !== 'not-linked') return target;
    const refs = this.#refs;
    const ref = shownRecord(refs, this.#chosen);
    if (ref === undefined) return this.#withoutRecord(target);
    const loading = this.#records.stateOf(entityKey(ref));
    const found = this.#callers.length;
    return {status: 'record', ref, loading, found, tabs: refs.map((tab) => this.#tab(tab))};
  }

  /** Updates the state and starts loads, before the host renders. */
  update(
    controller: CallCardController | undefined,
    snapshot: Snapshot,
    attributes: EntityAttributes,
  ): void {
    this.#setController(controller);
    const target = targetOf(snapshot, namedEntity(attributes));
    this.#target = target;
    this.#loadActivity(target.status === 'records' ? target.activityId : null);
    this.#loadCallers();
    const topic = topicOf(target);
    if (topic !== this.#topic) this.#chosen = null;
    this.#topic = topic;
    this.#loadRecords();
  }

  /** Shows one of the records; with `null`, what is shown without a choice. */
  chooseRecord(ref: EntityRef | null): void {
    this.#chosen = ref;
    this.#host.requestUpdate();
  }

  /** Shows a record with more names in place of the one without. */
  replaceRecord(before: CrmRecord, after: CrmRecord): void {
    this.#records.replaceValue(entityKey(before.ref), before, after);
  }

  /** Loads the content on screen again. */
  reload(): void {
    const {state} = this;
    if (state.status === 'record') this.#records.reload(entityKey(state.ref));
    else this.#searches.reload(this.#number);
  }

  #withoutRecord(target: RecordTarget): PanelState {
    const number = target.status === 'not-linked' ? target.number : null;
    if (number?.kind !== 'number') return {status: 'not-linked', number, error: null};
    const search = this.#searches.stateOf(number.value);
    switch (search.status) {
      case 'loading':
        return {status: 'searching'};
      case 'failed':
        return {status: 'not-linked', number, error: search.error};
      case 'loaded': {
        const {value: callers, isRefreshing, isStale} = search;
        return callers.length === 0
          ? {status: 'not-linked', number, error: null}
          : {status: 'callers', number: number.value, callers, isRefreshing, isStale};
      }
    }
  }

  /** The number to search for; empty without a search. */
  get #number(): string {
    const target = this.#target;
    return target.status === 'not-linked' && target.number?.kind === 'number'
      ? target.number.value
      : '';
  }

  /** The records that have the number of a call without a record. */
  get #callers(): readonly Caller[] {
    const search = this.#number === '' ? undefined : this.#searches.stateOf(this.#number);
    return search?.status === 'loaded' ? search.value : [];
  }

  /** The only record that has the number, or the chosen one. */
  get #found(): readonly EntityRef[] {
    const refs = this.#callers.map(({ref}) => ref);
    return refs.length === 1 ? refs : refs.filter((ref) => sameEntity(ref, this.#chosen));
  }

  get #refs(): readonly EntityRef[] {
    const target = this.#target;
    if (target.status !== 'records') return this.#found;
    const activity = this.#activities.stateOf(this.#activity);
    return unionOf(target.refs, activity.status === 'loaded' ? activity.value : []);
  }

  #loadActivity(activityId: number | null): void {
    const store = this.#controller?.crm;
    this.#activity = String(activityId ?? '');
    const loads = new Map<string, Load<readonly EntityRef[]>>();
    if (store !== undefined && activityId !== null) {
      loads.set(this.#activity, () => store.activityBindings(activityId));
    }
    this.#activities.setLoads(store, loads);
  }

  #loadCallers(): void {
    const store = this.#controller?.crm;
    const number = this.#number;
    const loads = new Map<string, Load<readonly Caller[]>>();
    if (store !== undefined && number !== '') {
      loads.set(number, (options) => store.findCallers(number, options));
    }
    this.#searches.setLoads(store, loads);
  }

  /** Loads all tabs at once, so that they share a batch. */
  #loadRecords(): void {
    const store = this.#controller?.crm;
    const loads = new Map<string, Load<CrmRecord>>();
    if (store !== undefined) {
      for (const ref of this.#refs) {
        loads.set(entityKey(ref), (options) => store.record(ref, {...options, names: 'later'}));
      }
    }
    this.#records.setLoads(store, loads);
  }

  #tab(ref: EntityRef): PanelTab {
    const loading = this.#records.stateOf(entityKey(ref));
    const type = typeName(ref);
    switch (loading.status) {
      case 'loading':
        return {ref, type, title: null};
      case 'loaded':
        return {ref, type: loading.value.typeName ?? type, title: loading.value.title};
      case 'failed':
        return {ref, type, title: `#${ref.id}`};
    }
  }

  #setController(controller: CallCardController | undefined): void {
    if (controller === this.#controller) return;
    this.#unsubscribe?.();
    this.#controller = controller;
    this.#unsubscribe = controller?.on('entityChanged', ({entity}) => {
      // The event names the same record again when it was edited, or the call was bound to more.
      if (entity !== null) this.#refreshRecord(entityKey(entity));
    });
  }

  /** Loads a record again, unless it is still loading, and the bindings of the call. */
  #refreshRecord(key: string): void {
    if (this.#records.stateOf(key).status === 'loaded') this.#records.reload(key);
    if (key === this.#topic) this.#activities.reload(this.#activity);
  }
}

/** The key of the primary record, or the number of a call without a record. */
function topicOf(target: RecordTarget): string {
  if (target.status === 'records') return target.refs.slice(0, 1).map(entityKey).join();
  return target.status === 'not-linked' && target.number?.kind === 'number'
    ? target.number.value
    : '';
}
