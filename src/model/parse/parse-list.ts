/** The rows of a list that PHP may have sent as an array or as a map with keys. */
import {asId, isObject, problem, type JsonObject, type Problem, type Reading} from './reading.js';

/** The objects among them, in their order; anything else is left out. */
export function readRows(value: unknown): readonly JsonObject[] {
  return entriesOf(value).flatMap(([, row]) => (isObject(row) ? [row] : []));
}

/** The same, naming what is no list, and every row that is no object: nobody knows what it was. */
export function readList(path: string, value: unknown): Reading<readonly JsonObject[]> {
  const isList = typeof value === 'object' && value !== null;
  return {
    value: readRows(value),
    problems: isList ? rowProblems(path, value) : [problem(path, 'a list', value)],
  };
}

/** The rows by the ids that they have under a name; one without an id is named, and left out. */
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

/** Names the rows that are no objects. */
export function rowProblems(path: string, value: unknown): readonly Problem[] {
  return entriesOf(value).flatMap(([key, row]) =>
    isObject(row) ? [] : [problem(`${path}[${key}]`, 'an object', row)],
  );
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
