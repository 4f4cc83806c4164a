/** Reads a method's parameters, which are strings, numbers or nested maps depending on the dialect. */
import {asId, asObject, asText, type JsonObject} from '../../../model/parse/reading.js';
import {missingArgument, RestError} from './rest-error.js';

/** A required id. */
export function requiredId(parameters: JsonObject, name: string): number {
  const value = parameters[name];
  if (value === undefined || value === '') throw missingArgument(name);
  const id = asId(value);
  if (id === undefined) throw new RestError('INVALID_ARG_VALUE', `Argument ${name} is not an id.`);
  return id;
}

/** `Y` in any spelling that the portal takes for yes. */
export function isYes(value: unknown): boolean {
  return value === true || /^(?:y|1|true)$/i.test(asText(value) ?? '');
}

/** The value of a name in any case, as methods from before the controllers read theirs. */
export function anyCase(parameters: JsonObject, name: string): unknown {
  const wanted = name.toLowerCase();
  return Object.entries(parameters).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** A map in any case of its name; an empty one when it is absent. */
export function anyCaseMap(parameters: JsonObject, name: string): JsonObject {
  return asObject(anyCase(parameters, name)) ?? {};
}

/** A list of texts from a list, a map's values or a single value. */
export function texts(value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  const list = typeof value === 'object' ? Object.values(value) : [value];
  return list.map((item: unknown) => asText(item)).filter((text) => text !== undefined);
}

/** Where a page starts; `-1` asks not to count. */
export function startOf(parameters: JsonObject): number {
  const start = Number(asText(anyCase(parameters, 'start')) ?? 0);
  return Number.isSafeInteger(start) ? start : 0;
}
