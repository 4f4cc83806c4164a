/** Readers of single values in the portal's many spellings. */
import {asText} from './reading-core.js';

/** A positive whole number from a number or a string of digits; else nothing. */
export function asId(value: unknown): number | undefined {
  const text = asText(value)?.trim();
  if (text === undefined || !/^\d{1,15}$/.test(text)) return undefined;
  const id = Number(text);
  return id > 0 ? id : undefined;
}

/** `"Y"`, `"1"`, `"true"` in any case and their typed forms; nothing when it is neither yes nor no. */
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

/** True for the ways in which a portal spells "nothing": absent, null, `""` and the word `undefined`. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 'undefined';
}

/** The entry of a table under a key that came from outside: `constructor` is none. */
export function lookUp<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
