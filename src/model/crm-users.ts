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

/** The present user's time zone; nothing for one that the browser does not know. */
export function readTimeZone(result: unknown): string | undefined {
  const timeZone = asText(asObject(result)?.['TIME_ZONE']) || undefined;
  try {
    new Intl.DateTimeFormat('en', {timeZone});
    return timeZone;
  } catch {
    // A name that is too new for this browser, or none: its own time zone is the next best.
    return undefined;
  }
}
