/** The portal's language codes, which are not the web's (reference: Bitrix24 facts, 6.1 and 6.2). */
import {lookUp} from '../parse/reading.js';

/** The languages of the portal by its own codes, and what they are called on the web. */
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

/** A language in which the portal, and so the kit, speaks. */
export type LanguageCode = keyof typeof LOCALES;

export const LANGUAGE_CODES = Object.keys(LOCALES) as readonly LanguageCode[];

/**
 * The other spellings, which start a tag or are all of it. The portal calls Hindi `in` in one place
 * and `hi` in another; on the web `in` is an old name of Indonesian.
 */
const OTHER_NAMES: Readonly<Record<string, LanguageCode>> = {
  in: 'hi',
  es: 'la',
  pt: 'br',
  uk: 'ua',
  vi: 'vn',
  kk: 'kz',
};

/** The BCP 47 tag for `Intl` and `lang`. What is a tag already stays one; nonsense becomes `en`. */
export function portalLocale(code: string): string {
  const name = normalized(code);
  try {
    const known = lookUp(LOCALES, name === 'in' ? 'hi' : name);
    return known ?? Intl.getCanonicalLocales(name)[0] ?? 'en';
  } catch {
    // Not a language tag at all.
    return 'en';
  }
}

/**
 * The tag by which `Intl` writes dates, amounts and names in a language, given its BCP 47 tag: its
 * own, unless the engine knows it by name only, as Chromium does Kazakh, whose February is "M02"
 * there. A Kazakh page is written as a Russian one then: Kazakhstan reads both.
 */
export function writtenLocale(locale: string): string {
  if (!/^kk\b/.test(locale)) return locale;
  const month = new Intl.DateTimeFormat(locale, {month: 'short'}).format();
  return month.startsWith('M') ? 'ru' : locale;
}

/**
 * The portal's code of the language that a code of the portal or a BCP 47 tag means: `la` and
 * `es-MX` are `la`. None for a language that the portal does not speak. Passed to `Intl` as they
 * are, `br` would be Breton and `sc` Sardinian; with a region they are, here too.
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

/** Taiwan, Hong Kong and Macao write so, unless the tag says otherwise. */
function isTraditional(subtags: readonly string[]): boolean {
  if (subtags.includes('hans')) return false;
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag));
}

function normalized(name: string): string {
  return name.trim().toLowerCase().replaceAll('_', '-');
}
