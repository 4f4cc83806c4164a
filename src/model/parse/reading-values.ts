/** Readers of single values in all spellings of the portal. */
import {asText} from './reading-core.js';

/** A positive integer, from a number or a string of digits; `undefined` for any other value. */
export function asId(value: unknown): number | undefined {
  const text = asText(value)?.trim();
  if (text === undefined || !/^\d{1,15}$/.test(text)) return undefined;
  const id = Number(text);
  return id > 0 ? id : undefined;
}

/** A boolean from `"Y"`, `"1"`, `"true"`, their opposites and typed forms; `undefined` for any other value. */
export function asBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  switch (asText(value)?.trim().toLowerCase()) {
    case 'true':
    case 'y':
    case '1':
      return true;
    case 'false':
    case 'n':
    case '0':
      return false;
    default:
      return undefined;
  }
}

/** Whether the value is one that a portal writes for "none": absent, null, `""` or the word `undefined`. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 'undefined';
}

/** The entry of a table under a key from outside. Inherited names such as `constructor` have no entry. */
export function lookUp<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
