/** The portal's users: the answers of `user.get` and `profile`. */
import {asId, asObject, asText, type JsonObject, type Reading} from './reading.js';
import {listProblems, readRows} from './rows.js';

/** The parts of the names by the users' ids, under the keys that a contact's have. */
export function readUsers(result: unknown): Reading<ReadonlyMap<number, JsonObject>> {
  const users = new Map<number, JsonObject>();
  for (const row of readRows(result)) {
    const id = asId(row['ID']);
    if (id !== undefined) users.set(id, {name: row['NAME'], lastName: row['LAST_NAME']});
  }
  return {value: users, problems: listProblems('user.get', result)};
}

/** The present user's time zone, which this browser need not know. */
export function readTimeZone(result: unknown): string | undefined {
  return asText(asObject(result)?.['TIME_ZONE']) || undefined;
}
