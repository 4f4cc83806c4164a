/** The notification that a history is on screen. */
import type {EntityRef} from '../model/entity/entity-ref.js';

/** The history of a record was loaded and rendered. Does not bubble and is not composed. */
export class HistoryLoadEvent extends Event {
  static readonly type = 'history-load';
  readonly entity: EntityRef;

  constructor(entity: EntityRef) {
    super(HistoryLoadEvent.type);
    this.entity = entity;
  }
}

declare global {
  interface HTMLElementEventMap {
    'history-load': HistoryLoadEvent;
  }
}
