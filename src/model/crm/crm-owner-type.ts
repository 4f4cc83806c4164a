/** The portal's own CRM types: the answer of `crm.enum.ownertype`. */
import {asId, asText, type Reading} from '../parse/reading.js';
import {readList} from '../parse/parse-list.js';

/** Reads the names of the types in the user's language, by id. */
export function readTypeNames(result: unknown): Reading<ReadonlyMap<number, string>> {
  const names = new Map<number, string>();
  const list = readList('crm.enum.ownertype', result);
  for (const row of list.value) {
    const [id, name] = [asId(row['ID']), asText(row['NAME'])?.trim()];
    if (id !== undefined && name) names.set(id, name);
  }
  return {value: names, problems: list.problems};
}
