/** The same fields as each of the kinds of input that a server may have. */
import type {RequestInput} from '../../src/server/request-input.js';

/** Fields in their order. A name may come twice. */
export type Fields = readonly (readonly [name: string, value: string])[];

export interface Posted {
  /** The fields of the address. */
  readonly address: Fields;
  readonly body: Fields;
}

type MakeInput = (posted: Posted) => RequestInput;

export const FORM = 'application/x-www-form-urlencoded';

/** What parsers such as qs make of fields: lists of what comes twice, and objects of what has brackets. */
export function parsed(fields: Fields): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    const [, outer = name, inner] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(name) ?? [];
    if (inner === undefined) append(object, outer, value);
    // Such a parser leaves out what is on the prototype of every object.
    else if (!(outer in Object.prototype)) append((object[outer] ??= {}), inner, value);
  }
  return object;
}

function append(owner: unknown, key: string, value: string): void {
  const fields = owner as Record<string, unknown>;
  const next = Object.hasOwn(fields, key) ? [fields[key], value].flat() : value;
  // An assignment would set the prototype.
  Object.defineProperty(fields, key, {value: next, enumerable: true, configurable: true});
}

function flat(fields: Fields): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [name, value] of fields) append(object, name, value);
  return object;
}

function filled<T extends FormData | URLSearchParams>(form: T, fields: Fields): T {
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

function addressOf({address}: Posted): string {
  return `https://app.example/page?${filled(new URLSearchParams(), address).toString()}`;
}

function request(posted: Posted, body: BodyInit, type?: string): Request {
  const headers = type === undefined ? {} : {headers: {'content-type': type}};
  return new Request(addressOf(posted), {method: 'POST', body, ...headers});
}

/** In the order of docs/server.md. */
export const INPUT_KINDS: Readonly<Record<string, MakeInput>> = {
  'a Request with a form': (posted) =>
    request(posted, filled(new URLSearchParams(), posted.body).toString(), FORM),
  'a Request with JSON': (posted) =>
    request(posted, JSON.stringify(parsed(posted.body)), 'application/json'),
  'a FormData': ({address, body}) => filled(filled(new FormData(), body), address),
  'a URLSearchParams': ({address, body}) => filled(filled(new URLSearchParams(), body), address),
  'a request of Express': ({address, body}) => ({query: parsed(address), body: parsed(body)}),
  'a request of Fastify': ({address, body}) => ({query: flat(address), body: flat(body)}),
  'an object': ({address, body}) => ({...parsed(body), ...parsed(address)}),
};
