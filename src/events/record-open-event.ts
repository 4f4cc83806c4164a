/** The request to open a record, or a user's page, in the portal. */
import type {EntityRef} from '../model/entity/entity-ref.js';

/**
 * A page of the portal is about to be opened in its slider. Bubbles, composed and cancelable: a prevented
 * request opens nothing, for apps that show records in their own way.
 */
export class RecordOpenEvent extends Event {
  static readonly type = 'record-open';
  /** The path in the portal: `/crm/contact/details/17/`. */
  readonly path: string;
  /** The record; `null` for the page of a user. */
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
