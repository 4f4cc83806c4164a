/** The users of the portal to whom a call can be transferred: the answer of `user.search`. */
import {asBoolean, asId, asText, type JsonObject} from '../parse/reading.js';
import {readRows} from '../parse/parse-list.js';

export type Presence = 'online' | 'offline';

export interface Colleague {
  /** The employee's id in the portal. */
  readonly id: number;
  /** The name in the order of the language; `#` and the id if the portal gives none. */
  readonly name: string;
  /** The position and the internal number, as far as the portal gives them. */
  readonly position: string | null;
  readonly extension: string | null;
  /** Whether the user is online; `null` if unknown. */
  readonly presence: Presence | null;
}

/**
 * Reads the users who can take a call, without former employees, guests and mail users. Users who are online
 * come first; otherwise the portal's order is kept.
 *
 * @param nameOf - makes the name from its parts, which have the same keys as a contact's
 */
export function readColleagues(
  result: unknown,
  nameOf: (parts: JsonObject) => string,
): readonly Colleague[] {
  const colleagues = readRows(result).flatMap((row) => {
    const id = asId(row['ID']);
    const type = asText(row['USER_TYPE']) ?? 'employee';
    if (id === undefined || asBoolean(row['ACTIVE']) === false || type !== 'employee') return [];
    const name = nameOf({name: row['NAME'], lastName: row['LAST_NAME']}).trim() || `#${id}`;
    const position = asText(row['WORK_POSITION'])?.trim() || null;
    const extension = asText(row['UF_PHONE_INNER'])?.trim() || null;
    return [{id, name, position, extension, presence: readPresence(row['IS_ONLINE'])}];
  });
  const rank = ({presence}: Colleague): number => (presence === 'online' ? 0 : 1);
  return colleagues.sort((a, b) => rank(a) - rank(b));
}

function readPresence(value: unknown): Presence | null {
  const isOnline = asBoolean(value);
  if (isOnline === undefined) return null;
  return isOnline ? 'online' : 'offline';
}
