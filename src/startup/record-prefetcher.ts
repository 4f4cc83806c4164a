/**
 * Prefetches the records of the call in the background worker, which hears of a card before its tabs are
 * loaded, and keeps them in memory until the card closes. The tabs get them over the hub.
 */
import type {CallCardController} from '../controller/call-card-controller.js';
import type {Snapshot} from '../controller/snapshot.js';
import {SYSTEM_CLOCK, type Clock} from '../model/clock.js';
import {entityKey, type EntityRef} from '../model/entity/entity-ref.js';

/**
 * The portal does not tell a worker that the operator has closed a card: its tabs go. A tab that is only
 * reloaded is back within this time, in milliseconds.
 */
const TABS_GONE_MS = 10_000;

export class RecordPrefetcher {
  readonly #controller: Pick<CallCardController, 'crm' | 'subscribe' | 'on'>;
  readonly #clock: Clock;
  readonly #history: boolean | undefined;
  readonly #undos: readonly (() => void)[];
  /** The records by their keys; aborting ends the keeping of one. */
  readonly #kept = new Map<string, AbortController>();
  /** The keys of the records that the present event has named. */
  readonly #begun = new Set<string>();
  #callId: string | null = null;
  #hasTabs = false;
  #stopWaiting: (() => void) | undefined;

  /**
   * Prefetches from now on, also for a card that is open already.
   *
   * @param what - `histories`: these, too; `records`: never these; else see `CrmStore.prefetch`
   */
  constructor(
    controller: Pick<CallCardController, 'crm' | 'subscribe' | 'on'>,
    what: boolean | 'records' | 'histories' = true,
    clock: Clock = SYSTEM_CLOCK,
  ) {
    this.#controller = controller;
    this.#clock = clock;
    this.#history = typeof what === 'boolean' ? undefined : what === 'histories';
    this.#undos = [
      controller.subscribe((snapshot) => this.#takeSnapshot(snapshot)),
      controller.on('cardEntityChanged', ({entity}) => {
        // The record was edited, or the call was bound to more: what is kept is old.
        if (entity !== null && !this.#begun.has(entityKey(entity))) this.#drop(entityKey(entity));
      }),
    ];
  }

  dispose(): void {
    for (const undo of this.#undos) undo();
    this.#dropAll();
  }

  #takeSnapshot({status, call, card, hub}: Snapshot): void {
    const isOpen = status !== 'failed' && call !== null && card.status !== 'closed';
    const callId = isOpen ? call.id : null;
    if (callId !== this.#callId) this.#dropAll();
    this.#callId = callId;
    if (!isOpen) return;
    const frames = hub.status === 'joined' ? hub.frames : [];
    this.#watchTabs(frames.some((frame) => frame.role === 'tab' && frame.callId === callId));
    for (const ref of call.bindings) this.#prefetch(ref);
  }

  /** Drops the records when the tabs of the card have gone for good. */
  #watchTabs(hasTabs: boolean): void {
    if (hasTabs === this.#hasTabs) return;
    this.#hasTabs = hasTabs;
    this.#stopWaiting?.();
    if (!hasTabs) {
      this.#stopWaiting = this.#clock.after(TABS_GONE_MS, () => {
        for (const key of this.#kept.keys()) this.#drop(key);
      });
    }
  }

  #prefetch(ref: EntityRef): void {
    const key = entityKey(ref);
    if (this.#kept.has(key)) return;
    const kept = new AbortController();
    this.#kept.set(key, kept);
    this.#begun.add(key);
    queueMicrotask(() => this.#begun.delete(key));
    // Never rejects: a tab that finds no record asks the portal, and shows what is wrong.
    void this.#controller.crm.prefetch(ref, kept.signal, this.#history);
  }

  /** Ends the keeping of a record, which is not prefetched again for this call. */
  #drop(key: string): void {
    this.#kept.get(key)?.abort();
  }

  #dropAll(): void {
    this.#stopWaiting?.();
    this.#hasTabs = false;
    for (const key of this.#kept.keys()) this.#drop(key);
    this.#kept.clear();
  }
}
