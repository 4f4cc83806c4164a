/**
 * Removes access tokens from a portal's answers. A file's `urlMachine` always contains one, and other
 * addresses of a file may: `…&auth=<token>` (reference: REST, section 1.3). No token reaches an app's code
 * or another frame.
 */
import {isObject} from './reading.js';

/** The key of the address for servers. */
const MACHINE_ADDRESS = 'urlMachine';
/** Matches an address with a token, but not a text that contains such an address. */
const ADDRESS_WITH_TOKEN = /^\s*(https?:)?\/\S*[?&]auth=/i;

/** The value without the object entries that contain a token, at every depth. */
export function withoutTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTokens);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      key === MACHINE_ADDRESS || hasToken(part) ? [] : [[key, withoutTokens(part)]],
    ),
  );
}

function hasToken(value: unknown): boolean {
  return typeof value === 'string' && ADDRESS_WITH_TOKEN.test(value);
}
