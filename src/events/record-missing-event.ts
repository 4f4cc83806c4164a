/** The notification that the CRM does not know who is on the line. */

/**
 * Tells that the call is linked to no record and that none was found by its number, once for each
 * number: the place for "create a lead". Neither bubbles nor leaves the tree.
 */
export class RecordMissingEvent extends Event {
  static readonly type = 'record-missing';
  /** `null` where the caller hides it or the portal does not know it. */
  readonly number: string | null;

  constructor(number: string | null) {
    super(RecordMissingEvent.type);
    this.number = number;
  }
}

declare global {
  interface HTMLElementEventMap {
    'record-missing': RecordMissingEvent;
  }
}
