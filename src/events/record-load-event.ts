/** The notification that a record is on screen. */
import type {EntityRef} from '../model/entity/entity-ref.js';

/** Tells that a panel has loaded and rendered its record. Neither bubbles nor leaves the tree. */
export class RecordLoadEvent extends Event {
  static readonly type = 'record-load';
  readonly entity: EntityRef;

  constructor(entity: EntityRef) {
    super(RecordLoadEvent.type);
    this.entity = entity;
  }
}

declare global {
  interface HTMLElementEventMap {
    'record-load': RecordLoadEvent;
  }
}
