/** The notification that a record on screen has all its names. */
import type {EntityRef} from '../model/entity/entity-ref.js';

/**
 * A panel shows the names of all users, records and entries to which the fields on screen refer, or the
 * ids of those that the portal does not name. Does not bubble and is not composed.
 */
export class RecordCompleteEvent extends Event {
  static readonly type = 'record-complete';
  readonly entity: EntityRef;

  constructor(entity: EntityRef) {
    super(RecordCompleteEvent.type);
    this.entity = entity;
  }
}

declare global {
  interface HTMLElementEventMap {
    'record-complete': RecordCompleteEvent;
  }
}
