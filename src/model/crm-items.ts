/** Several CRM records as they come: the answer of `crm.item.list`. */
import {asId, asObject, type JsonObject, type Reading} from './reading.js';
import {listProblems, readRows} from './rows.js';

/** The records by their ids; one without an id is left out. */
export function readItems(result: unknown): Reading<ReadonlyMap<number, JsonObject>> {
  const rows = asObject(result)?.['items'];
  const items = new Map<number, JsonObject>();
  for (const row of readRows(rows)) {
    const id = asId(row['id']);
    if (id !== undefined) items.set(id, row);
  }
  return {value: items, problems: listProblems('crm.item.list', rows)};
}
