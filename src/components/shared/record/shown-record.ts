/** The record that the panel of a page shows, for the elements that follow it. */
import type {CallCardController} from '../../../controller/call-card-controller.js';
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import {Emitter} from '../../../model/emitter.js';
import {sameEntity} from '../../../model/entity/entity-ref.js';

export interface ShownRecord {
  /** `null` for a panel without a record. */
  readonly ref: EntityRef | null;
  /** Whether the panel has its outcome: the record, or why there is none. */
  readonly isSettled: boolean;
}

const known = new WeakMap<CallCardController, ShownRecords>();

/** What the panels of one controller show. If there are several, the first one on the page counts. */
export class ShownRecords {
  readonly #panels = new Map<object, ShownRecord>();
  readonly #changes = new Emitter<void>();

  static of(controller: CallCardController): ShownRecords {
    const records = known.get(controller) ?? new ShownRecords();
    known.set(controller, records);
    return records;
  }

  /** `undefined` on a page without a panel. */
  get shown(): ShownRecord | undefined {
    return [...this.#panels.values()][0];
  }

  /** Says what a panel shows; without it, that the panel has left. */
  set(panel: object, shown?: ShownRecord): void {
    const before = this.#panels.get(panel);
    if (shown === undefined) this.#panels.delete(panel);
    else this.#panels.set(panel, shown);
    if (!sameShown(before, shown)) this.#changes.emit();
  }

  /** Calls the listener when a panel shows something else. Returns the undo. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }
}

function sameShown(a: ShownRecord | undefined, b: ShownRecord | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.isSettled === b.isSettled && sameEntity(a.ref, b.ref);
}
