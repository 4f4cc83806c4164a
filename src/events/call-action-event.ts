/** What the operator asked for: told by a context. */
import type {OperatorAction} from '../model/operator-action.js';

/** Where the operator clicked: in the portal's card, or in an element of this kit. */
export type ActionSource = 'card' | 'controls';

/**
 * Tells that the operator asked for something. A context dispatches it on itself, once for every
 * action; it neither bubbles nor leaves the tree, as all notifications.
 */
export class CallActionEvent extends Event {
  static readonly type = 'call-action';
  readonly action: OperatorAction;
  readonly source: ActionSource;

  constructor(action: OperatorAction, source: ActionSource, init?: EventInit) {
    super(CallActionEvent.type, init);
    this.action = action;
    this.source = source;
  }
}

declare global {
  interface HTMLElementEventMap {
    'call-action': CallActionEvent;
  }
}
