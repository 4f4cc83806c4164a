/** What a panel shows: follows the call, the choice of a tab, and what has been loaded. */
import type {ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {Snapshot} from '../../controller/snapshot.js';
import type {CrmRecord} from '../../crm/record.js';
import {entityKey, type EntityRef} from '../../model/entity-ref.js';
import {joined, shownOf, type Tab} from './panel-tabs.js';
import {targetOf, type PanelAttributes, type PanelTarget} from './panel-target.js';
import {Wanted, type Load, type Loading} from './wanted.js';

export type PanelState =
  | Exclude<PanelTarget, {status: 'records'}>
  | {
      readonly status: 'record';
      readonly ref: EntityRef;
      readonly loading: Loading<CrmRecord>;
      readonly tabs: readonly Tab[];
    };

export class PanelContent {
  readonly #host: ReactiveControllerHost;
  readonly #records: Wanted<CrmRecord>;
  readonly #activities: Wanted<readonly EntityRef[]>;
  #controller: CallCardController | undefined;
  #stopFollowing: (() => void) | undefined;
  #target: PanelTarget = {status: 'connecting'};
  #activity = '';
  #primary = '';
  #chosen: EntityRef | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#records = new Wanted(host);
    this.#activities = new Wanted(host);
  }

  get state(): PanelState {
    const target = this.#target;
    if (target.status !== 'records') return target;
    const refs = this.#refs;
    const ref = shownOf(refs, this.#chosen);
    if (ref === undefined) return {status: 'not-linked', number: null};
    const loading = this.#records.stateOf(entityKey(ref));
    return {status: 'record', ref, loading, tabs: refs.map((tab) => this.#tab(tab))};
  }

  /** Takes what is known now, before the host renders it. */
  update(
    controller: CallCardController | undefined,
    snapshot: Snapshot,
    attributes: PanelAttributes,
  ): void {
    this.#follow(controller);
    const target = targetOf(snapshot, attributes);
    this.#target = target;
    this.#wantActivity(target.status === 'records' ? target.activityId : null);
    const primary = target.status === 'records' ? target.refs[0] : undefined;
    const key = primary === undefined ? '' : entityKey(primary);
    if (key !== this.#primary) this.#chosen = null;
    this.#primary = key;
    this.#wantRecords();
  }

  choose(ref: EntityRef): void {
    this.#chosen = ref;
    this.#host.requestUpdate();
  }

  /** Loads again what is on screen. */
  reload(): void {
    const {state} = this;
    if (state.status === 'record') this.#records.reload(entityKey(state.ref));
  }

  get #refs(): readonly EntityRef[] {
    const target = this.#target;
    if (target.status !== 'records') return [];
    const activity = this.#activities.stateOf(this.#activity);
    return joined(target.refs, activity.status === 'loaded' ? activity.value : []);
  }

  #wantActivity(activityId: number | null): void {
    const store = this.#controller?.crm;
    this.#activity = String(activityId ?? '');
    const loads = new Map<string, Load<readonly EntityRef[]>>();
    if (store !== undefined && activityId !== null) {
      loads.set(this.#activity, () => store.activityBindings(activityId));
    }
    this.#activities.want(store, loads);
  }

  /** All at once, so that they share a batch. */
  #wantRecords(): void {
    const store = this.#controller?.crm;
    const loads = new Map<string, Load<CrmRecord>>();
    if (store !== undefined) {
      for (const ref of this.#refs) {
        loads.set(entityKey(ref), (options) => store.record(ref, options));
      }
    }
    this.#records.want(store, loads);
  }

  #tab(ref: EntityRef): Tab {
    const loading = this.#records.stateOf(entityKey(ref));
    switch (loading.status) {
      case 'loading':
        return {ref, title: null};
      case 'loaded':
        return {ref, title: loading.value.title};
      case 'failed':
        return {ref, title: `#${ref.id}`};
    }
  }

  #follow(controller: CallCardController | undefined): void {
    if (controller === this.#controller) return;
    this.#stopFollowing?.();
    this.#controller = controller;
    this.#stopFollowing = controller?.on('entityChanged', ({entity}) => {
      // The same record again: somebody has edited it, or bound the call to more.
      if (entity !== null) this.#refresh(entityKey(entity));
    });
  }

  /** What is still loading is new enough. */
  #refresh(key: string): void {
    if (this.#records.stateOf(key).status === 'loaded') this.#records.reload(key);
    if (key === this.#primary) this.#activities.reload(this.#activity);
  }
}
