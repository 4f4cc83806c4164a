/** The portal's own CRM types: the answer of `crm.enum.ownertype`. */
import {asId, asText, type Reading} from './reading.js';
import {listProblems, readRows} from './rows.js';

/** What the types are called in the user's language, by their ids. */
export function readTypeNames(result: unknown): Reading<ReadonlyMap<number, string>> {
  const names = new Map<number, string>();
  for (const row of readRows(result)) {
    const [id, name] = [asId(row['ID']), asText(row['NAME'])?.trim()];
    if (id !== undefined && name) names.set(id, name);
  }
  return {value: names, problems: listProblems('crm.enum.ownertype', result)};
}
