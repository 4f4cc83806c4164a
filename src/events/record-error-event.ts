/** The notification that a record could not be loaded or opened. */
import type {CallCardError} from '../model/errors/call-card-error.js';
import type {EntityRef} from '../model/entity/entity-ref.js';

/**
 * A panel could not load its record, or the portal refused to open its page (the error's `request` is
 * `openPath`) or to call a number (`imPhoneTo`). Does not bubble and is not composed.
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
