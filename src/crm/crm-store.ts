/** The CRM records of one portal: loads them, shares what is loading, and knows their labels. */
import type {Portal} from '../portal/portal.js';

export class CrmStore {
  readonly #portal: Portal;

  constructor(portal: Portal) {
    this.#portal = portal;
  }
}
