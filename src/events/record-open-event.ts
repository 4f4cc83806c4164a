/** The request to open a record, or a user's page, in the portal. */
import type {EntityRef} from '../model/entity/entity-ref.js';

/**
 * Asks to open a page of the portal. It bubbles out of shadow roots; preventing it keeps the slider
 * closed, for pages that show records in their own way.
 */
export class RecordOpenEvent extends Event {
  static readonly type = 'record-open';
  /** The portal's path: `/crm/contact/details/17/`. */
  readonly path: string;
  /** The record; none for the page of a user. */
  readonly entity: EntityRef | null;

  constructor(path: string, entity: EntityRef | null) {
    super(RecordOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.path = path;
    this.entity = entity;
  }
}

declare global {
  interface HTMLElementEventMap {
    'record-open': RecordOpenEvent;
  }
}
