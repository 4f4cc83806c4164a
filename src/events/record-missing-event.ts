/** The notification that the CRM has no record of the call. */

/**
 * The call is linked to no record and none was found by its number: the moment to offer a new lead.
 * Dispatched once for each number. Does not bubble and is not composed.
 */
export class RecordMissingEvent extends Event {
  static readonly type = 'record-missing';
  /** The number; `null` if the caller hides it or the portal does not know it. */
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
