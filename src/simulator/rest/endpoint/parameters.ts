/** Reads a method's parameters: strings, numbers or nested maps, depending on how the app sent them. */
import {asId, asObject, asText, type JsonObject} from '../../../model/parse/reading.js';
import {missingArgument, RestError} from './rest-error.js';

/**
 * Reads a required id.
 *
 * @throws RestError - it is missing, or not an id
 */
export function requiredId(parameters: JsonObject, name: string): number {
  const value = parameters[name];
  if (value === undefined || value === '') throw missingArgument(name);
  const id = asId(value);
  if (id === undefined) throw new RestError('INVALID_ARG_VALUE', `Argument ${name} is not an id.`);
  return id;
}

/** Whether the value is one of the portal's spellings of yes. */
export function isYes(value: unknown): boolean {
  return value === true || /^(?:y|1|true)$/i.test(asText(value) ?? '');
}

/** The value of a name, ignoring case as the portal's older methods do. */
export function anyCase(parameters: JsonObject, name: string): unknown {
  const wanted = name.toLowerCase();
  return Object.entries(parameters).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The map of a name, ignoring case; an empty one if it is absent. */
export function anyCaseMap(parameters: JsonObject, name: string): JsonObject {
  return asObject(anyCase(parameters, name)) ?? {};
}

/** The texts in a list, in a map's values, or in a single value. */
export function texts(value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  const list = typeof value === 'object' ? Object.values(value) : [value];
  return list.map((item: unknown) => asText(item)).filter((text) => text !== undefined);
}

/** The index of a page's first row; `-1` for a page without a total. */
export function startOf(parameters: JsonObject): number {
  const start = Number(asText(anyCase(parameters, 'start')) ?? 0);
  return Number.isSafeInteger(start) ? start : 0;
}
