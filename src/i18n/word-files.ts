/** Where the words are: a file for each section of each language, loaded when it is needed. */
import type {LanguageCode} from '../model/language.js';
import type {Section} from './texts.js';
import type {WordFile, Words} from './vocabulary.js';

const FILES: Readonly<Partial<Record<LanguageCode, Readonly<Record<Section, WordFile>>>>> = {
  en: {
    shared: () => import('./en/shared.js'),
    summary: () => import('./en/summary.js'),
    controls: () => import('./en/controls.js'),
    notes: () => import('./en/notes.js'),
    panel: () => import('./en/panel.js'),
  },
};

/** The words of a section, in English where the language could not be loaded. Never rejects. */
export async function wordsOf(language: LanguageCode, section: Section): Promise<readonly Words[]> {
  try {
    return Object.values((await FILES[language]?.[section]()) ?? {});
  } catch (error) {
    console.warn(`call-card-kit: its words in “${language}” could not be loaded.`, error);
    return language === 'en' ? [] : wordsOf('en', section);
  }
}
