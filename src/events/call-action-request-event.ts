/** The request for an operator's action, on its path from an element to the nearest context, which serves it. */
import type {CallCardController} from '../controller/call-card-controller.js';
import type {OperatorAction} from '../model/card/operator-action.js';
import {CallActionEvent} from './call-action-event.js';

/**
 * Requests an action of the app. The event has the type of the notification, `call-action`. It bubbles
 * and is composed, but the nearest context stops it; on a page without a context it reaches the document.
 * A prevented request does not reach the app.
 */
export class CallActionRequestEvent extends CallActionEvent {
  /** Whether the action was passed on to the app. */
  handled = false;
  /** Settles when the app has handled the action, rejects if the app fails; `null` before it was passed on. */
  outcome: Promise<unknown> | null = null;

  constructor(action: OperatorAction) {
    super(action, 'controls', {bubbles: true, composed: true, cancelable: true});
  }
}

/** Requests bubble, notifications do not. `instanceof` fails for a second copy of the class on a page. */
export function isActionRequest(event: CallActionEvent): event is CallActionRequestEvent {
  return event.bubbles;
}

/**
 * Passes the action on to the app, unless it was prevented. Returns the outcome, or `undefined` if the
 * action was prevented or passed on already.
 */
export function serveAction(
  event: CallActionRequestEvent,
  controller: CallCardController,
): Promise<unknown> | undefined {
  if (event.handled || event.defaultPrevented) return undefined;
  event.handled = true;
  event.outcome = controller.requestAction(event.action);
  // The element shows the failure, and a context dispatches it as `call-error`.
  event.outcome.catch(() => undefined);
  return event.outcome;
}
