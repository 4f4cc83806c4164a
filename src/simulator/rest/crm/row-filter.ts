/** The filters of list methods: `{">=opportunity": 100, "@id": [1, 2], "%title": "x"}`. */
import {asText, type JsonObject} from '../../../model/parse/reading.js';
import {texts} from '../endpoint/parameters.js';

type Comparison = (value: string, wanted: readonly string[]) => boolean;

const is: Comparison = (value, wanted) => wanted.some((one) => sameValue(value, one));
const contains: Comparison = (value, [wanted = '']) =>
  value.toLowerCase().includes(wanted.toLowerCase());
const matches: Comparison = (value, [wanted = '']) => likePattern(wanted).test(value);

/** All prefixes, longer ones first, since `!@` begins with `!`. */
const COMPARISONS: readonly (readonly [prefix: string, holds: Comparison])[] = [
  ['!@', (value, wanted) => !is(value, wanted)],
  ['!=', (value, wanted) => !is(value, wanted)],
  ['!%', (value, wanted) => !contains(value, wanted)],
  ['>=', (value, [wanted = '']) => order(value, wanted) >= 0],
  ['<=', (value, [wanted = '']) => order(value, wanted) <= 0],
  ['=%', matches],
  ['%=', matches],
  ['@', is],
  ['=', is],
  ['!', (value, wanted) => !is(value, wanted)],
  ['>', (value, [wanted = '']) => order(value, wanted) > 0],
  ['<', (value, [wanted = '']) => order(value, wanted) < 0],
  ['%', contains],
  ['', is],
];

/** One condition of a filter. */
export interface Condition {
  readonly field: string;
  readonly holds: (value: unknown) => boolean;
}

export function readFilter(filter: JsonObject): Condition[] {
  return Object.entries(filter).map(([key, wanted]) => {
    const [prefix, comparison] = comparisonOf(key);
    const values = wantedValues(wanted);
    return {
      field: key.slice(prefix.length),
      // A field with several values matches when one of them does.
      holds: (value) => cells(value).some((cell) => comparison(cell, values)),
    };
  });
}

/** Compares two values, as a sort function does: numbers by value, all others as text. */
export function order(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (one !== '' && other !== '' && !Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return one < other ? -1 : Number(one > other);
}

/** The texts of a value that filters and sort orders compare. */
export function cells(value: unknown): string[] {
  const list = texts(value);
  return list.length === 0 ? [''] : list;
}

function comparisonOf(key: string): readonly [string, Comparison] {
  return COMPARISONS.find(([prefix]) => key.startsWith(prefix)) ?? ['', is];
}

/** An empty list matches nothing, an empty value matches empty fields. */
function wantedValues(wanted: unknown): string[] {
  if (typeof wanted === 'object' && wanted !== null) return texts(wanted);
  return [asText(wanted) ?? ''];
}

function sameValue(value: string, wanted: string): boolean {
  // Without a linked record some types have 0, and others nothing.
  if (wanted === '' || wanted === '0') return value === '' || value === '0';
  return value === wanted || order(value, wanted) === 0;
}

function likePattern(like: string): RegExp {
  const escaped = like.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*');
  return new RegExp(`^${escaped}$`, 'is');
}
