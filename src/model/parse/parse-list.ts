/** Reads a list that PHP has sent as an array, or as a map with keys. */
import {asId, isObject, problem, type JsonObject, type Problem, type Reading} from './reading.js';

/** The objects in the list, in their order. Other values are left out. */
export function readRows(value: unknown): readonly JsonObject[] {
  return entriesOf(value).flatMap(([, row]) => (isObject(row) ? [row] : []));
}

/** The objects in the list. A value that is no list, and each row that is no object, is a problem. */
export function readList(path: string, value: unknown): Reading<readonly JsonObject[]> {
  const isList = typeof value === 'object' && value !== null;
  return {
    value: readRows(value),
    problems: isList ? rowProblems(path, value) : [problem(path, 'a list', value)],
  };
}

/** The rows by the ids under a key. A row without an id is a problem, and left out. */
export function readById(
  path: string,
  value: unknown,
  name: string,
): Reading<ReadonlyMap<number, JsonObject>> {
  const rows = new Map<number, JsonObject>();
  const list = readList(path, value);
  const problems = [...list.problems];
  for (const row of list.value) {
    const id = asId(row[name]);
    if (id === undefined) problems.push(problem(`${path} ${name}`, 'an id', row[name]));
    else rows.set(id, row);
  }
  return {value: rows, problems};
}

/** The problems of the rows that are no objects. */
export function rowProblems(path: string, value: unknown): readonly Problem[] {
  return entriesOf(value).flatMap(([key, row]) =>
    isObject(row) ? [] : [problem(`${path}[${key}]`, 'an object', row)],
  );
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
