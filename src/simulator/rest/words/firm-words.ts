/**
 * The names of fields, sections, stages, lists and types in the user's language. Their keys are the English
 * names in the seed.
 */
import type {LanguageCode} from '../../../model/call/language.js';
import {ar} from './ar.js';
import {br} from './br.js';
import {de} from './de.js';
import {fr} from './fr.js';
import {hi} from './hi.js';
import {id} from './id.js';
import {it} from './it.js';
import {ja} from './ja.js';
import {kz} from './kz.js';
import {la} from './la.js';
import type {FirmWords} from './labels.js';
import {ms} from './ms.js';
import {pl} from './pl.js';
import {ru} from './ru.js';
import {sc} from './sc.js';
import {tc} from './tc.js';
import {th} from './th.js';
import {tr} from './tr.js';
import {ua} from './ua.js';
import {vn} from './vn.js';

/** The names in every language of the kit except English. */
export const FIRM_WORDS: Readonly<Record<Exclude<LanguageCode, 'en'>, FirmWords>> = {
  ...{ar, br, de, fr, hi, id, it, ja, kz, la},
  ...{ms, pl, ru, sc, tc, th, tr, ua, vn},
};

const WORDS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(FIRM_WORDS).map(([language, words]) => [language, new Map(Object.entries(words))]),
);

/**
 * Translates a name. Unknown languages, and names that were added later, such as those of a user's own
 * fields, stay as they are.
 */
export function inLanguage(language: string, english: string): string {
  return WORDS.get(language)?.get(english) ?? english;
}
