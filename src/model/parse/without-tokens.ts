/**
 * Takes the access token out of what a portal answered. A file's `urlMachine` has it always, and other
 * addresses of a file may: `…&auth=<token>` (reference: REST, section 1.3). Neither an app's code nor
 * another frame gets to see one.
 */
import {isObject} from './reading.js';

/** The key under which a portal gives the address for servers. */
const MACHINE_ADDRESS = 'urlMachine';
/** An address, not a text in which somebody wrote about one. */
const ADDRESS_WITH_TOKEN = /^\s*(https?:)?\/\S*[?&]auth=/i;

/** The value without the entries of objects that have a token, at every depth. */
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
