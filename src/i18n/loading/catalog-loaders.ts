/** Loads the catalogs of messages: one file for each language. */
import type {LanguageCode} from '../../model/call/language.js';
import type {LoadedMessages, Messages} from '../message-catalog.js';

/** A file exports its texts by the language's code, so that the compiler notices a wrong file. */
type LanguageFile<L extends LanguageCode> = Readonly<Record<L, Messages>>;

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

/** The texts of a language, in English if they could not be loaded. Never rejects. */
export async function textsOf(language: LanguageCode): Promise<LoadedMessages> {
  try {
    return {texts: await load(language), areOwn: true};
  } catch (error) {
    console.warn(`call-card-kit: its words in “${language}” could not be loaded.`, error);
    const texts = language === 'en' ? {} : (await textsOf('en')).texts;
    return {texts, areOwn: false};
  }
}

/** Prefetches the texts of a language. */
export function prefetchTexts(language: LanguageCode): void {
  // `textsOf` reports a failure.
  load(language).catch(() => undefined);
}

async function load<L extends LanguageCode>(language: L): Promise<LanguageFile<L>[L]> {
  return (await LOADERS[language]())[language];
}
