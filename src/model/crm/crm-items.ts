/** Several CRM records: the answer of `crm.item.list`. */
import {asObject, type JsonObject, type Reading} from '../parse/reading.js';
import {readById} from '../parse/parse-list.js';

/** Reads the records by id. */
export function readItems(result: unknown): Reading<ReadonlyMap<number, JsonObject>> {
  return readById('crm.item.list', asObject(result)?.['items'], 'id');
}
