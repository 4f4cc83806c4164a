/** Where the words are: a file for each section of each language, loaded when it is needed. */
import type {LanguageCode} from '../../model/call/language.js';
import type {Section} from '../texts.js';
import type {LoadedWords, WordFile} from '../message-catalog.js';

const FILES: Readonly<Record<LanguageCode, Readonly<Record<Section, WordFile>>>> = {
  en: {
    shared: () => import('../en/shared.js'),
    summary: () => import('../en/summary.js'),
    controls: () => import('../en/controls.js'),
    notes: () => import('../en/notes.js'),
    panel: () => import('../en/panel.js'),
    record: () => import('../en/record.js'),
  },
  ru: {
    shared: () => import('../ru/shared.js'),
    summary: () => import('../ru/summary.js'),
    controls: () => import('../ru/controls.js'),
    notes: () => import('../ru/notes.js'),
    panel: () => import('../ru/panel.js'),
    record: () => import('../ru/record.js'),
  },
  de: {
    shared: () => import('../de/shared.js'),
    summary: () => import('../de/summary.js'),
    controls: () => import('../de/controls.js'),
    notes: () => import('../de/notes.js'),
    panel: () => import('../de/panel.js'),
    record: () => import('../de/record.js'),
  },
  la: {
    shared: () => import('../la/shared.js'),
    summary: () => import('../la/summary.js'),
    controls: () => import('../la/controls.js'),
    notes: () => import('../la/notes.js'),
    panel: () => import('../la/panel.js'),
    record: () => import('../la/record.js'),
  },
  br: {
    shared: () => import('../br/shared.js'),
    summary: () => import('../br/summary.js'),
    controls: () => import('../br/controls.js'),
    notes: () => import('../br/notes.js'),
    panel: () => import('../br/panel.js'),
    record: () => import('../br/record.js'),
  },
  fr: {
    shared: () => import('../fr/shared.js'),
    summary: () => import('../fr/summary.js'),
    controls: () => import('../fr/controls.js'),
    notes: () => import('../fr/notes.js'),
    panel: () => import('../fr/panel.js'),
    record: () => import('../fr/record.js'),
  },
  it: {
    shared: () => import('../it/shared.js'),
    summary: () => import('../it/summary.js'),
    controls: () => import('../it/controls.js'),
    notes: () => import('../it/notes.js'),
    panel: () => import('../it/panel.js'),
    record: () => import('../it/record.js'),
  },
  pl: {
    shared: () => import('../pl/shared.js'),
    summary: () => import('../pl/summary.js'),
    controls: () => import('../pl/controls.js'),
    notes: () => import('../pl/notes.js'),
    panel: () => import('../pl/panel.js'),
    record: () => import('../pl/record.js'),
  },
  ua: {
    shared: () => import('../ua/shared.js'),
    summary: () => import('../ua/summary.js'),
    controls: () => import('../ua/controls.js'),
    notes: () => import('../ua/notes.js'),
    panel: () => import('../ua/panel.js'),
    record: () => import('../ua/record.js'),
  },
  tr: {
    shared: () => import('../tr/shared.js'),
    summary: () => import('../tr/summary.js'),
    controls: () => import('../tr/controls.js'),
    notes: () => import('../tr/notes.js'),
    panel: () => import('../tr/panel.js'),
    record: () => import('../tr/record.js'),
  },
  sc: {
    shared: () => import('../sc/shared.js'),
    summary: () => import('../sc/summary.js'),
    controls: () => import('../sc/controls.js'),
    notes: () => import('../sc/notes.js'),
    panel: () => import('../sc/panel.js'),
    record: () => import('../sc/record.js'),
  },
  tc: {
    shared: () => import('../tc/shared.js'),
    summary: () => import('../tc/summary.js'),
    controls: () => import('../tc/controls.js'),
    notes: () => import('../tc/notes.js'),
    panel: () => import('../tc/panel.js'),
    record: () => import('../tc/record.js'),
  },
  ja: {
    shared: () => import('../ja/shared.js'),
    summary: () => import('../ja/summary.js'),
    controls: () => import('../ja/controls.js'),
    notes: () => import('../ja/notes.js'),
    panel: () => import('../ja/panel.js'),
    record: () => import('../ja/record.js'),
  },
  vn: {
    shared: () => import('../vn/shared.js'),
    summary: () => import('../vn/summary.js'),
    controls: () => import('../vn/controls.js'),
    notes: () => import('../vn/notes.js'),
    panel: () => import('../vn/panel.js'),
    record: () => import('../vn/record.js'),
  },
  id: {
    shared: () => import('../id/shared.js'),
    summary: () => import('../id/summary.js'),
    controls: () => import('../id/controls.js'),
    notes: () => import('../id/notes.js'),
    panel: () => import('../id/panel.js'),
    record: () => import('../id/record.js'),
  },
  ms: {
    shared: () => import('../ms/shared.js'),
    summary: () => import('../ms/summary.js'),
    controls: () => import('../ms/controls.js'),
    notes: () => import('../ms/notes.js'),
    panel: () => import('../ms/panel.js'),
    record: () => import('../ms/record.js'),
  },
  th: {
    shared: () => import('../th/shared.js'),
    summary: () => import('../th/summary.js'),
    controls: () => import('../th/controls.js'),
    notes: () => import('../th/notes.js'),
    panel: () => import('../th/panel.js'),
    record: () => import('../th/record.js'),
  },
  hi: {
    shared: () => import('../hi/shared.js'),
    summary: () => import('../hi/summary.js'),
    controls: () => import('../hi/controls.js'),
    notes: () => import('../hi/notes.js'),
    panel: () => import('../hi/panel.js'),
    record: () => import('../hi/record.js'),
  },
  ar: {
    shared: () => import('../ar/shared.js'),
    summary: () => import('../ar/summary.js'),
    controls: () => import('../ar/controls.js'),
    notes: () => import('../ar/notes.js'),
    panel: () => import('../ar/panel.js'),
    record: () => import('../ar/record.js'),
  },
  kz: {
    shared: () => import('../kz/shared.js'),
    summary: () => import('../kz/summary.js'),
    controls: () => import('../kz/controls.js'),
    notes: () => import('../kz/notes.js'),
    panel: () => import('../kz/panel.js'),
    record: () => import('../kz/record.js'),
  },
};

/** The words of a section, in English where the language could not be loaded. Never rejects. */
export async function wordsOf(language: LanguageCode, section: Section): Promise<LoadedWords> {
  try {
    return {files: Object.values(await load(language, section)), areOwn: true};
  } catch (error) {
    console.warn(`call-card-kit: its words in “${language}” could not be loaded.`, error);
    const files = language === 'en' ? [] : (await wordsOf('en', section)).files;
    return {files, areOwn: false};
  }
}

/** Lets the browser fetch words that are going to be wanted. */
export function fetchWords(language: LanguageCode, section: Section): void {
  // Whoever wants them hears of what can't be loaded.
  load(language, section).catch(() => undefined);
}

function load(language: LanguageCode, section: Section): ReturnType<WordFile> {
  return FILES[language][section]();
}
