/** The portal's users: the answers of `user.get` and `profile`. */
import {asObject, asText, type JsonObject, type Reading} from '../parse/reading.js';
import {readById} from '../parse/parse-list.js';

/** Reads the parts of the users' names by id, with the keys of a contact's name. */
export function readUsers(result: unknown): Reading<ReadonlyMap<number, JsonObject>> {
  const {value: rows, problems} = readById('user.get', result, 'ID');
  const users = [...rows].map(
    ([id, row]) => [id, {name: row['NAME'], lastName: row['LAST_NAME']}] as const,
  );
  return {value: new Map(users), problems};
}

/** Reads the present user's time zone. The browser may not know it. */
export function readTimeZone(result: unknown): string | undefined {
  return asText(asObject(result)?.['TIME_ZONE']) || undefined;
}
