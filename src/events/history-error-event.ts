/** The notification that a history could not be loaded, or an entry of it not opened. */
import type {CallCardError} from '../model/errors/call-card-error.js';
import type {EntityRef} from '../model/entity/entity-ref.js';

/**
 * The history of a record could not be loaded, or the portal refused to open the page of an entry (the
 * error's `request` is `openPath`). Does not bubble and is not composed.
 */
export class HistoryErrorEvent extends Event {
  static readonly type = 'history-error';
  readonly entity: EntityRef;
  readonly error: CallCardError;

  constructor(entity: EntityRef, error: CallCardError) {
    super(HistoryErrorEvent.type);
    this.entity = entity;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'history-error': HistoryErrorEvent;
  }
}
