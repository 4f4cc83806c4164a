/** The texts of the elements in the language of the page. */
import {writtenLocale} from '../model/call/language.js';
import {localizer} from './localizer.js';
import type {CountedKey, PlaceholdersOf, TextKey} from './texts.js';

export type {TextKey} from './texts.js';

/** The arguments of a text: none, or a value for each of its placeholders. */
type Values<K extends TextKey> = [PlaceholdersOf<K>] extends [never]
  ? []
  : [Readonly<Record<PlaceholdersOf<K>, string | number>>];

/** The arguments of a counted text: none, or a value for each placeholder besides `{count}`. */
type OtherValues<K extends CountedKey> =
  Exclude<PlaceholdersOf<`${K}.other`>, 'count'> extends infer Names extends string
    ? [Names] extends [never]
      ? []
      : [Readonly<Record<Names, string | number>>]
    : never;

/** The text of a key with its placeholders filled in. */
export function text<K extends TextKey>(key: K, ...[values]: Values<K>): string {
  return filled(localizer.messageOf(key), values);
}

/**
 * The text of a key in the plural form that the language has for the number. `{count}` is the number as
 * the language writes it.
 */
export function countedText<K extends CountedKey>(
  key: K,
  count: number,
  ...[values]: OtherValues<K>
): string {
  const {locale} = localizer.language;
  const form = new Intl.PluralRules(locale).select(count);
  // As the portal does: Latin digits in every language.
  const number = new Intl.NumberFormat(locale, {numberingSystem: 'latn'}).format(count);
  return filled(localizer.pluralMessageOf(key, form), {...values, count: number});
}

/**
 * The time of day as the language writes it.
 *
 * @param at - milliseconds since the epoch
 * @param timeStyle - `medium` has the seconds
 */
export function timeOfDay(at: number, timeStyle: 'short' | 'medium'): string {
  const locale = writtenLocale(localizer.language.locale);
  // As the portal does: Latin digits in every language.
  return new Date(at).toLocaleTimeString(locale, {timeStyle, numberingSystem: 'latn'});
}

/** A phone number in a left-to-right isolate, for the middle of a sentence in any language. */
export function isolatedNumber(number: string): string {
  return `\u2066${number}\u2069`;
}

/** Joins two sentences: with a space, but not after a Chinese or Japanese full stop. */
export function sentences(first: string, second: string): string {
  return first.endsWith('。') ? first + second : `${first} ${second}`;
}

function filled(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(values[name] ?? placeholder),
  );
}
