/** The rows of a list that PHP may have sent as an array or as a map with keys. */
import {isObject, problem, type JsonObject, type Problem} from './reading.js';

/** The objects among them, in their order; anything else is left out. */
export function readRows(value: unknown): readonly JsonObject[] {
  const list: unknown[] = Array.isArray(value)
    ? value
    : Object.values(isObject(value) ? value : {});
  return list.filter(isObject);
}

/** Names what is not a list at all. */
export function listProblems(path: string, value: unknown): readonly Problem[] {
  return typeof value === 'object' && value !== null ? [] : [problem(path, 'a list', value)];
}
