/** The portal's language codes, which are not the web's (reference: REST, sections 6.1 and 6.2). */

import {lookUp} from './reading.js';

/** Passed to `Intl` as they are, `br` would be Breton and `sc` Sardinian. */
const LOCALES: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  br: 'pt-BR',
  in: 'hi-IN',
  hi: 'hi-IN',
  id: 'id-ID',
  ja: 'ja-JP',
  kz: 'kk-KZ',
  la: 'es-419',
  sc: 'zh-CN',
  tc: 'zh-TW',
  ua: 'uk-UA',
  vn: 'vi-VN',
};

/** The BCP 47 tag for `Intl` and `lang`. What is a tag already stays one; nonsense becomes `en`. */
export function portalLocale(code: string): string {
  const name = code.trim().toLowerCase().replaceAll('_', '-');
  try {
    return lookUp(LOCALES, name) ?? Intl.getCanonicalLocales(name)[0] ?? 'en';
  } catch {
    // Not a language tag at all.
    return 'en';
  }
}

/** The direction in which the language is written. */
export function portalDirection(code: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur)\b/.test(portalLocale(code)) ? 'rtl' : 'ltr';
}
