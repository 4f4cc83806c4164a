/** The notification of every change. */
import type {Snapshot} from '../controller/snapshot.js';

/** Something about the call has changed. Does not bubble and is not composed. */
export class CallChangeEvent extends Event {
  static readonly type = 'call-change';
  readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    super(CallChangeEvent.type);
    this.snapshot = snapshot;
  }
}

declare global {
  interface HTMLElementEventMap {
    'call-change': CallChangeEvent;
  }
}
