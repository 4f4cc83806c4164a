/** What the operator asked for: told by a context. */
import type {OperatorAction} from '../model/card/operator-action.js';

/** Where the operator clicked: in the portal's card, or in an element of this kit. */
export type ActionSource = 'card' | 'controls';

export interface CallActionEventInit extends EventInit {
  readonly callId?: string | null;
  readonly interrupted?: boolean;
  /** Hears what the listeners do. */
  readonly waitUntil?: (doing: PromiseLike<unknown>) => void;
}

/**
 * Tells that the operator asked for something. A context dispatches it on itself, once for every
 * action of all the app's frames, in the one that leads; it neither bubbles nor leaves the tree, as
 * all notifications.
 */
export class CallActionEvent extends Event {
  static readonly type = 'call-action';
  readonly action: OperatorAction;
  readonly source: ActionSource;
  /** The call it is about, for `controller.forCall`: other portal tabs may show other calls. */
  readonly callId: string | null;
  /**
   * Another frame had begun it and vanished before it was done. Whether it has happened only the
   * telephony engine can tell: look before you act.
   */
  readonly interrupted: boolean;
  readonly #waitUntil: CallActionEventInit['waitUntil'];

  constructor(action: OperatorAction, source: ActionSource, init: CallActionEventInit = {}) {
    super(CallActionEvent.type, init);
    this.action = action;
    this.source = source;
    this.callId = init.callId ?? null;
    this.interrupted = init.interrupted ?? false;
    this.#waitUntil = init.waitUntil;
  }

  /**
   * Says what the app does about it: the action is done when the promise settles, and if this frame
   * vanishes before that, the next one that leads is told of it as `interrupted`. To be called while
   * the event is dispatched, so before the first `await`.
   */
  waitUntil(doing: PromiseLike<unknown>): void {
    this.#waitUntil?.(doing);
  }
}

declare global {
  interface HTMLElementEventMap {
    'call-action': CallActionEvent;
  }
}
