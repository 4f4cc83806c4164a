/** The notification that the portal has answered. */
import type {ReadySnapshot} from '../controller/snapshot.js';

/** The portal has answered; once for each controller. Does not bubble and is not composed. */
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
