/** The request to open an entry of a history in the portal. */
import type {CrmActivity, OpenItem} from '../crm/history.js';

/**
 * The page of an activity or of an open record is about to be opened in the portal's slider. Bubbles,
 * composed and cancelable: a prevented request opens nothing, for apps that show entries in their own way.
 */
export class HistoryOpenEvent extends Event {
  static readonly type = 'history-open';
  /** The path in the portal: `/crm/deal/details/25/`. */
  readonly path: string;
  readonly entry: CrmActivity | OpenItem;

  constructor(path: string, entry: CrmActivity | OpenItem) {
    super(HistoryOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.path = path;
    this.entry = entry;
  }
}

declare global {
  interface HTMLElementEventMap {
    'history-open': HistoryOpenEvent;
  }
}
