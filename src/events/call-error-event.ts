/** The notification that something failed. */
import type {CallCardError} from '../model/errors/call-card-error.js';

/**
 * The connection failed, a command of an element was refused, or the app failed to handle an action
 * (`app-failed`). Does not bubble and is not composed.
 */
export class CallErrorEvent extends Event {
  static readonly type = 'call-error';
  readonly error: CallCardError;

  constructor(error: CallCardError) {
    super(CallErrorEvent.type);
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'call-error': CallErrorEvent;
  }
}
