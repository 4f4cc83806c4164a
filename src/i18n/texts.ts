/** The kit's texts as types: their keys, their placeholders, and what a language file must have. */
import type {LanguageCode} from '../model/call/language.js';
import type {en} from './languages/en.js';

type EnglishTexts = typeof en;

/** The key of a text, as `text` takes it. */
export type TextKey = keyof EnglishTexts;

/** The key of a text that depends on a number; its forms are `key.one`, `key.other` and so on. */
export type CountedKey = CountedKeyIn<TextKey>;

/** The names of a text's placeholders. */
type PlaceholdersIn<T> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

/** The placeholders of a key's text. */
export type PlaceholdersOf<K extends TextKey> = PlaceholdersIn<EnglishTexts[K]>;

/** The plural forms of each language, as `Intl.PluralRules` calls them. */
export interface PluralForms extends Record<LanguageCode, Intl.LDMLPluralRule> {
  en: 'one' | 'other';
  ru: 'one' | 'few' | 'many' | 'other';
  de: 'one' | 'other';
  la: 'one' | 'many' | 'other';
  br: 'one' | 'many' | 'other';
  fr: 'one' | 'many' | 'other';
  it: 'one' | 'many' | 'other';
  pl: 'one' | 'few' | 'many' | 'other';
  ua: 'one' | 'few' | 'many' | 'other';
  tr: 'one' | 'other';
  sc: 'other';
  tc: 'other';
  ja: 'other';
  vn: 'other';
  id: 'other';
  ms: 'other';
  th: 'other';
  hi: 'one' | 'other';
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  kz: 'one' | 'other';
}

/**
 * The texts in another language: all keys and no other, each with the placeholders that the English
 * text has, and the plural forms that the language has.
 */
export type Texts<L extends LanguageCode> = {
  readonly [K in PlainKey]: Translation<EnglishTexts[K]>;
} & {
  readonly [K in `${CountedKey}.${PluralForms[L]}`]: string;
};

/** Some texts by their keys, as an integrator gives them. */
export type SomeTexts = {readonly [K in TextKey | `${CountedKey}.${Intl.LDMLPluralRule}`]?: string};

/** `record-type.other` is no plural form: there is no `record-type.one`. */
type CountedKeyIn<K> = K extends `${infer Key}.one`
  ? `${Key}.other` extends TextKey
    ? Key
    : never
  : never;

type PlainKey = Exclude<TextKey, `${CountedKey}.${Intl.LDMLPluralRule}`>;

/** A text that has each of the placeholders of the English one. */
type Translation<T> = [PlaceholdersIn<T>] extends [never]
  ? string
  : UnionToIntersection<Containing<PlaceholdersIn<T>>>;

type Containing<Name> = Name extends string ? `${string}{${Name}}${string}` : never;

type UnionToIntersection<U> = (U extends unknown ? (member: U) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;
