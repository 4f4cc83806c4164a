/** What the operator asked for, on its way from an element up to the nearest context. */
import type {OperatorAction} from '../model/card/operator-action.js';
import {CallActionEvent} from './call-action-event.js';

/**
 * Asks the nearest context to tell the app what the operator wants. It has the name of the
 * notification that comes of it, and goes no further than the context; on a page without one it
 * reaches the document. Preventing it keeps the action from the app.
 */
export class CallActionRequestEvent extends CallActionEvent {
  /** Whether the action was passed on already. */
  handled = false;
  /** How the action ends: rejects when the app fails; `null` as long as nobody has passed it on. */
  outcome: Promise<unknown> | null = null;

  constructor(action: OperatorAction) {
    super(action, 'controls', {bubbles: true, composed: true, cancelable: true});
  }
}
