/**
 * The result of a reader: a usable value, and the problems of the input.
 *
 * Input from outside (messages, REST answers, attributes, storage) is not trusted, and no input makes a
 * reader throw. A part that cannot be read is left out, and listed as a problem.
 */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A part of the input that a reader could not read. */
export interface Problem {
  /** Its place in the input, e.g. `CRM_BINDINGS[1].ENTITY_TYPE`. */
  readonly path: string;
  /** The expected kind of value, in words. */
  readonly expected: string;
  /** The value, shortened. It never contains a token, since only named keys are read. */
  readonly found: string;
}

/** An object from JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

const FOUND_LENGTH = 80;

export function problem(path: string, expected: string, found: unknown): Problem {
  return {path, expected, found: describe(found)};
}

/** Whether the value is an object and not an array. For PHP's empty map `[]` use `asObject`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object; an empty one for PHP's `[]`; `undefined` for any other value. */
export function asObject(value: unknown): JsonObject | undefined {
  if (isObject(value)) return value;
  return Array.isArray(value) && value.length === 0 ? {} : undefined;
}

/** The parsed JSON in an object; `undefined` for a text that is not JSON. */
export function parseJson(text: string): {readonly value: unknown} | undefined {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch {
    // The caller reports it as a problem.
    return undefined;
  }
}

/** A string, or a finite number as text; `undefined` for any other value. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

function asJson(value: unknown): string {
  try {
    // `stringify` returns `undefined` for `undefined` and functions, contrary to its type.
    const json = JSON.stringify(value) as string | undefined;
    return json ?? typeof value;
  } catch {
    // A circular value: only its type is shown.
    return typeof value;
  }
}

/** The value as it is shown in a message. */
export function quoted(value: unknown): string {
  return typeof value === 'string' ? `“${describe(value)}”` : describe(value);
}

function describe(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH)}…` : text;
}
