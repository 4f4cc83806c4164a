/** One CRM record as it comes: the answer of `crm.item.get`. */
import {isObject, problem, type JsonObject, type Reading} from '../parse/reading.js';

/** The values by their keys; nothing when the answer has no item. */
export function readItem(result: unknown): Reading<JsonObject | null> {
  const item = isObject(result) ? result['item'] : undefined;
  if (isObject(item)) return {value: item, problems: []};
  return {value: null, problems: [problem('crm.item.get', 'an item', result)]};
}
