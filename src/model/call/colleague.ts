/** People of the portal to whom a call can be transferred: the answer of `user.search`. */
import {asBoolean, asId, asText, type JsonObject} from '../parse/reading.js';
import {readRows} from '../parse/parse-list.js';

export type Presence = 'online' | 'offline';

export interface Colleague {
  /** The employee's id in the portal. */
  readonly id: number;
  /** As the language writes it; the number where the portal tells no name: `#17`. */
  readonly name: string;
  /** What they do, and the number of their telephone, as far as the portal tells. */
  readonly position: string | null;
  readonly extension: string | null;
  /** `null` where the portal does not tell. */
  readonly presence: Presence | null;
}

/**
 * The people who can take a call: those who have left, guests and mail users can't. Who is online
 * comes first, otherwise the order stays.
 *
 * @param nameOf - makes the name of the parts, which are under the keys that a contact's have
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
