/** The portal's language codes, which are not the web's (reference: Bitrix24 facts, 6.1 and 6.2). */
import {lookUp} from '../parse/reading.js';

/** The portal's languages: its own codes, with the BCP 47 tags of the web. */
const LOCALES = {
  en: 'en',
  ru: 'ru',
  de: 'de',
  la: 'es-419',
  br: 'pt-BR',
  fr: 'fr',
  it: 'it',
  pl: 'pl',
  ua: 'uk-UA',
  tr: 'tr',
  sc: 'zh-CN',
  tc: 'zh-TW',
  ja: 'ja-JP',
  vn: 'vi-VN',
  id: 'id-ID',
  ms: 'ms',
  th: 'th',
  hi: 'hi-IN',
  ar: 'ar-SA',
  kz: 'kk-KZ',
} as const;

/** A language of the portal, and so of the kit. */
export type LanguageCode = keyof typeof LOCALES;

export const LANGUAGE_CODES = Object.keys(LOCALES) as readonly LanguageCode[];

/**
 * Other spellings, as a whole tag or its beginning. The portal writes Hindi as `in` in one place and as `hi`
 * in another; on the web `in` is an old code of Indonesian.
 */
const OTHER_NAMES: Readonly<Record<string, LanguageCode>> = {
  in: 'hi',
  es: 'la',
  pt: 'br',
  uk: 'ua',
  vi: 'vn',
  kk: 'kz',
};

/** The BCP 47 tag for `Intl` and `lang`. A tag stays as it is; an invalid code becomes `en`. */
export function portalLocale(code: string): string {
  const name = normalized(code);
  try {
    const known = lookUp(LOCALES, name === 'in' ? 'hi' : name);
    return known ?? Intl.getCanonicalLocales(name)[0] ?? 'en';
  } catch {
    // Not a language tag.
    return 'en';
  }
}

/**
 * The tag with which `Intl` formats dates, amounts and names of a language: its own BCP 47 tag, unless the
 * engine has no data for it. Chromium has none for Kazakh (its February is "M02"), so Kazakh pages then use
 * the Russian formats, which Kazakhstan knows.
 */
export function writtenLocale(locale: string): string {
  if (!/^kk\b/.test(locale)) return locale;
  const month = new Intl.DateTimeFormat(locale, {month: 'short'}).format();
  return month.startsWith('M') ? 'ru' : locale;
}

/**
 * The portal's code for a code of the portal or a BCP 47 tag: `la` for `la` and for `es-MX`. `undefined` for
 * a language that the portal does not have. Without a region `br` and `sc` are the portal's Portuguese and
 * Chinese; with a region they are Breton and Sardinian, as in BCP 47.
 */
export function languageOf(name: string): LanguageCode | undefined {
  const tag = normalized(name);
  const whole = asCode(tag);
  if (whole !== undefined) return whole;
  const [language = '', ...rest] = tag.split('-');
  if (language === 'zh') return isTraditional(rest) ? 'tc' : 'sc';
  // `in-ID` is Indonesian.
  if (language === 'in') return 'id';
  const code = asCode(language);
  const isItsOwnTag = code !== undefined && LOCALES[code].startsWith(language);
  return isItsOwnTag ? code : lookUp(OTHER_NAMES, language);
}

/** The direction in which the language is written. */
export function portalDirection(code: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur)\b/.test(portalLocale(code)) ? 'rtl' : 'ltr';
}

function asCode(name: string): LanguageCode | undefined {
  return LANGUAGE_CODES.find((code) => code === name) ?? lookUp(OTHER_NAMES, name);
}

/** Whether the subtags mean traditional Chinese, as Taiwan, Hong Kong and Macao do without a script. */
function isTraditional(subtags: readonly string[]): boolean {
  if (subtags.includes('hans')) return false;
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag));
}

function normalized(name: string): string {
  return name.trim().toLowerCase().replaceAll('_', '-');
}
