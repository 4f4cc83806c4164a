/** The notification that something failed. */
import type {CallCardError} from '../model/errors/call-card-error.js';

/**
 * Tells that the connection failed, that a command which an element asked for was refused, or that the
 * app failed to do what the operator asked for.
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
