/** Applies a write to the phones and e-mails of a record. */
import {isObject, type JsonObject} from '../../../model/parse/reading.js';

/**
 * A key `n0` adds a row, a row's id changes that row, an empty value deletes it. A list adds all its rows.
 *
 * @param firstId - the id of the first row that is added
 */
export function multifieldRows(
  present: readonly JsonObject[],
  written: unknown,
  firstId: number,
): JsonObject[] {
  const rows = new Map(present.map((row) => [String(row['id']), row]));
  let nextId = firstId;
  for (const [key, row] of entriesOf(written)) {
    if (!isObject(row)) continue;
    const old = rows.get(key);
    if (row['value'] === '') {
      rows.delete(key);
      continue;
    }
    const id = old === undefined ? nextId++ : Number(key);
    rows.set(String(id), {...old, ...row, id});
  }
  return [...rows.values()];
}

function entriesOf(written: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(written)) return (written as unknown[]).map((row) => ['', row]);
  return isObject(written) ? Object.entries(written) : [];
}
