/** Encodes REST parameters the way PHP reads a form: `filter[%3EID]=5&ids[0]=1`. */
import {asText} from '../../model/parse/reading.js';
import type {BatchCalls, RequestParameters} from '../portal.js';

/** The parameters as a form; `undefined` is left out, `null` is empty, booleans are `1` and `0`. */
export function encodeForm(parameters: RequestParameters): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(parameters)) append(pairs, encode(key), value);
  return pairs.join('&');
}

/** The parameters of `batch`: each call as `method?form`, under its key. */
export function batchParameters(calls: BatchCalls): RequestParameters {
  const entries = Object.entries(calls).map(([key, {method, parameters}]) => {
    const form = encodeForm(parameters);
    return [key, form === '' ? method : `${method}?${form}`] as const;
  });
  return {halt: 0, cmd: Object.fromEntries(entries)};
}

function append(pairs: string[], key: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value))
      append(pairs, `${key}[${encode(name)}]`, item);
    return;
  }
  pairs.push(`${key}=${encode(asFormText(value))}`);
}

function asFormText(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return asText(value) ?? '';
}

function encode(text: string): string {
  return encodeURIComponent(text);
}
