/** The notification that a record is on screen. */
import type {EntityRef} from '../model/entity/entity-ref.js';

/** A panel has loaded and rendered its record. Does not bubble and is not composed. */
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
