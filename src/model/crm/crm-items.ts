/** Several CRM records as they come: the answer of `crm.item.list`. */
import {asObject, type JsonObject, type Reading} from '../parse/reading.js';
import {readById} from '../parse/parse-list.js';

/** The records by their ids. */
export function readItems(result: unknown): Reading<ReadonlyMap<number, JsonObject>> {
  return readById('crm.item.list', asObject(result)?.['items'], 'id');
}
