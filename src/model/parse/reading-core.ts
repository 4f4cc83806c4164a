/**
 * What a reader returns: a usable value and the problems it met on the way.
 *
 * Nothing that arrives from outside (messages, REST answers, attributes, storage) is trusted, and
 * nothing about it makes a reader throw. What could not be read is named and left out.
 */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** One thing a reader could not understand. */
export interface Problem {
  /** Where it was found, e.g. `CRM_BINDINGS[1].ENTITY_TYPE`. */
  readonly path: string;
  /** What was expected there, in words. */
  readonly expected: string;
  /** What was found, cut short. Never contains a token: only named context keys are read. */
  readonly found: string;
}

/** Any object that came from JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

const FOUND_LENGTH = 80;

export function problem(path: string, expected: string, found: unknown): Problem {
  return {path, expected, found: describe(found)};
}

/** True for an object that is not an array. PHP sends an empty map as `[]`: see `asObject`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object itself, an empty one for PHP's `[]`, else nothing. */
export function asObject(value: unknown): JsonObject | undefined {
  if (isObject(value)) return value;
  return Array.isArray(value) && value.length === 0 ? {} : undefined;
}

/** The parsed JSON, or nothing when the text is not JSON. */
export function parseJson(text: string): {readonly value: unknown} | undefined {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch {
    // A text that is not JSON is an answer in itself; the caller names it as a problem.
    return undefined;
  }
}

/** A string or a finite number as text; else nothing. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

function asJson(value: unknown): string {
  try {
    // `undefined` and functions have no JSON, which the type of `stringify` keeps to itself.
    const json = JSON.stringify(value) as string | undefined;
    return json ?? typeof value;
  } catch {
    // Circular: its kind must do.
    return typeof value;
  }
}

/** What was found, as a message shows it. */
export function quoted(value: unknown): string {
  return typeof value === 'string' ? `“${describe(value)}”` : describe(value);
}

function describe(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH)}…` : text;
}
