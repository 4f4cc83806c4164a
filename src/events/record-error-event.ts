/** The notification that a record is not on screen, and why. */
import type {CallCardError} from '../model/errors/call-card-error.js';
import type {EntityRef} from '../model/entity/entity-ref.js';

/**
 * Tells that a panel could not load its record, or that the portal did not open it (then `request`
 * of the error is `openPath`). Neither bubbles nor leaves the tree.
 */
export class RecordErrorEvent extends Event {
  static readonly type = 'record-error';
  readonly entity: EntityRef;
  readonly error: CallCardError;

  constructor(entity: EntityRef, error: CallCardError) {
    super(RecordErrorEvent.type);
    this.entity = entity;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'record-error': RecordErrorEvent;
  }
}
