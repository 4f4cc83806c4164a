/** The notification that the portal has answered. */
import type {ReadySnapshot} from '../controller/snapshot.js';

/** Tells once, for each controller, that the connection to the portal is ready. */
export class CallReadyEvent extends Event {
  static readonly type = 'call-ready';
  readonly snapshot: ReadySnapshot;

  constructor(snapshot: ReadySnapshot) {
    super(CallReadyEvent.type);
    this.snapshot = snapshot;
  }
}

declare global {
  interface HTMLElementEventMap {
    'call-ready': CallReadyEvent;
  }
}
