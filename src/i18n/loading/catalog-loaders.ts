/** Where the words are: a file for each language, loaded when it is needed. */
import type {LanguageCode} from '../../model/call/language.js';
import type {LoadedWords, Words} from '../message-catalog.js';

/** A file exports its words by the code of the language, so that none is taken for another one. */
type LanguageFile<L extends LanguageCode> = Readonly<Record<L, Words>>;

const LOADERS: {readonly [L in LanguageCode]: () => Promise<LanguageFile<L>>} = {
  en: () => import('../languages/en.js'),
  ru: () => import('../languages/ru.js'),
  de: () => import('../languages/de.js'),
  la: () => import('../languages/la.js'),
  br: () => import('../languages/br.js'),
  fr: () => import('../languages/fr.js'),
  it: () => import('../languages/it.js'),
  pl: () => import('../languages/pl.js'),
  ua: () => import('../languages/ua.js'),
  tr: () => import('../languages/tr.js'),
  sc: () => import('../languages/sc.js'),
  tc: () => import('../languages/tc.js'),
  ja: () => import('../languages/ja.js'),
  vn: () => import('../languages/vn.js'),
  id: () => import('../languages/id.js'),
  ms: () => import('../languages/ms.js'),
  th: () => import('../languages/th.js'),
  hi: () => import('../languages/hi.js'),
  ar: () => import('../languages/ar.js'),
  kz: () => import('../languages/kz.js'),
};

/** The words of a language, in English where they could not be loaded. Never rejects. */
export async function wordsOf(language: LanguageCode): Promise<LoadedWords> {
  try {
    return {words: await load(language), areOwn: true};
  } catch (error) {
    console.warn(`call-card-kit: its words in “${language}” could not be loaded.`, error);
    const words = language === 'en' ? {} : (await wordsOf('en')).words;
    return {words, areOwn: false};
  }
}

/** Lets the browser fetch words that are going to be wanted. */
export function fetchWords(language: LanguageCode): void {
  // Whoever wants them hears of what can't be loaded.
  load(language).catch(() => undefined);
}

async function load<L extends LanguageCode>(language: L): Promise<LanguageFile<L>[L]> {
  return (await LOADERS[language]())[language];
}
