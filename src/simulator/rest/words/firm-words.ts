/**
 * The names that a portal gives in the language of whoever asks: of fields, sections, stages, lists and
 * types. The seed is written in English, which is what they are found by.
 */
import {DICTIONARY_WORDS} from './dictionary-words.js';
import {FIELD_WORDS} from './field-words.js';
import {OWN_FIELD_WORDS} from './own-field-words.js';

/** The portal's codes of the languages that the sample firm speaks beside English, in the tables' order. */
export const FIRM_LANGUAGES = ['de', 'ru', 'ar'] as const;

/** A name in each of these languages. */
type Translations = readonly [german: string, russian: string, arabic: string];

const WORDS: ReadonlyMap<string, Translations> = new Map<string, Translations>(
  [FIELD_WORDS, OWN_FIELD_WORDS, DICTIONARY_WORDS].flatMap((table) => Object.entries(table)),
);

/**
 * The name in the language. In English where the firm does not speak it, or the name is new: what
 * people call their own fields is in the language of whoever made them.
 */
export function inLanguage(language: string, english: string): string {
  const column = FIRM_LANGUAGES.findIndex((spoken) => spoken === language);
  return WORDS.get(english)?.[column] ?? english;
}
