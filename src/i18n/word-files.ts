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
    record: () => import('./en/record.js'),
  },
  ru: {
    shared: () => import('./ru/shared.js'),
    summary: () => import('./ru/summary.js'),
    controls: () => import('./ru/controls.js'),
    notes: () => import('./ru/notes.js'),
    panel: () => import('./ru/panel.js'),
    record: () => import('./ru/record.js'),
  },
  de: {
    shared: () => import('./de/shared.js'),
    summary: () => import('./de/summary.js'),
    controls: () => import('./de/controls.js'),
    notes: () => import('./de/notes.js'),
    panel: () => import('./de/panel.js'),
    record: () => import('./de/record.js'),
  },
  ja: {
    shared: () => import('./ja/shared.js'),
    summary: () => import('./ja/summary.js'),
    controls: () => import('./ja/controls.js'),
    notes: () => import('./ja/notes.js'),
    panel: () => import('./ja/panel.js'),
    record: () => import('./ja/record.js'),
  },
  th: {
    shared: () => import('./th/shared.js'),
    summary: () => import('./th/summary.js'),
    controls: () => import('./th/controls.js'),
    notes: () => import('./th/notes.js'),
    panel: () => import('./th/panel.js'),
    record: () => import('./th/record.js'),
  },
  ar: {
    shared: () => import('./ar/shared.js'),
    summary: () => import('./ar/summary.js'),
    controls: () => import('./ar/controls.js'),
    notes: () => import('./ar/notes.js'),
    panel: () => import('./ar/panel.js'),
    record: () => import('./ar/record.js'),
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
