/** Resolves `$result[a][b][c]` in a batch: a parameter that is a result of an earlier command. */
import type {JsonObject} from '../../../model/parse/reading.js';

const REFERENCE = /^\$result((?:\[[^\]]*\])+)$/;

/**
 * The parameters with every reference replaced by the value that it names, or by an empty text without
 * one. A reference inside a longer text stays as it is.
 */
export function resolveReferences(
  parameters: JsonObject,
  results: ReadonlyMap<string, unknown>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, resolve(value, results)]),
  );
}

function resolve(value: unknown, results: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') return resolveText(value, results);
  if (Array.isArray(value)) return (value as unknown[]).map((item) => resolve(item, results));
  if (typeof value !== 'object' || value === null) return value;
  return resolveReferences(value as JsonObject, results);
}

function resolveText(text: string, results: ReadonlyMap<string, unknown>): unknown {
  const brackets = REFERENCE.exec(text)?.[1];
  if (brackets === undefined) return text;
  const [first = '', ...rest] = [...brackets.matchAll(/\[([^\]]*)\]/g)].map(
    (match) => match[1] ?? '',
  );
  let value = results.get(first);
  for (const key of rest) {
    const holder = typeof value === 'object' && value !== null ? (value as JsonObject) : {};
    value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  }
  return value ?? '';
}
