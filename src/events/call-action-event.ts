/** The notification of an operator's action. */
import type {OperatorAction} from '../model/card/operator-action.js';

/** Where the operator clicked: in the portal's card, or in an element of this kit. */
export type ActionSource = 'card' | 'controls';

export interface CallActionEventInit extends EventInit {
  /** `CALL_ID`. */
  readonly callId?: string | null;
  readonly interrupted?: boolean;
  /** Called with each promise that a listener passes to `waitUntil`. */
  readonly waitUntil?: (doing: PromiseLike<unknown>) => void;
}

/**
 * An action that the operator requested. `<call-card-context>` dispatches it on itself, in the leader
 * frame only: once for each action in any of the app's frames. Like all notifications it does not bubble
 * and is not composed.
 */
export class CallActionEvent extends Event {
  static readonly type = 'call-action';
  readonly action: OperatorAction;
  readonly source: ActionSource;
  /** The id of the call, for `controller.forCall`: other tabs of the portal may show other calls. */
  readonly callId: string | null;
  /**
   * True if a frame that vanished had begun the action. Only the telephony engine knows whether it was
   * done: check the line before repeating it.
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
   * Extends the action until the promise settles. If this frame vanishes before that, the next leader gets
   * the action again as `interrupted`. Only a call while the event is dispatched counts: before the
   * listener's first `await`.
   *
   * @param doing - what the app does; the action fails if it rejects
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
