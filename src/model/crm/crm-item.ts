/** A CRM record: the answer of `crm.item.get`. */
import {isObject, problem, type JsonObject, type Reading} from '../parse/reading.js';

/** Reads the values by key; `null` for an answer without an item. */
export function readItem(result: unknown): Reading<JsonObject | null> {
  const item = isObject(result) ? result['item'] : undefined;
  if (isObject(item)) return {value: item, problems: []};
  return {value: null, problems: [problem('crm.item.get', 'an item', result)]};
}
