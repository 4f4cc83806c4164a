import {expect} from '@open-wc/testing';
import {
  LANGUAGE_CODES,
  languageOf,
  portalDirection,
  portalLocale,
  writtenLocale,
} from '../../../src/model/call/language.js';

/** What is told, the locale for `Intl`, and the language in which the kit speaks. */
const TABLE: readonly (readonly [string, string, string | undefined])[] = [
  ['ru', 'ru', 'ru'],
  ['en', 'en', 'en'],
  ['de', 'de', 'de'],
  ['la', 'es-419', 'la'],
  ['br', 'pt-BR', 'br'],
  ['fr', 'fr', 'fr'],
  ['it', 'it', 'it'],
  ['pl', 'pl', 'pl'],
  ['ua', 'uk-UA', 'ua'],
  ['tr', 'tr', 'tr'],
  ['sc', 'zh-CN', 'sc'],
  ['tc', 'zh-TW', 'tc'],
  ['ja', 'ja-JP', 'ja'],
  ['vn', 'vi-VN', 'vn'],
  ['id', 'id-ID', 'id'],
  ['ms', 'ms', 'ms'],
  ['th', 'th', 'th'],
  ['hi', 'hi-IN', 'hi'],
  ['in', 'hi-IN', 'hi'],
  ['ar', 'ar-SA', 'ar'],
  ['kz', 'kk-KZ', 'kz'],
  ['EN', 'en', 'en'],
  [' Br ', 'pt-BR', 'br'],
  ['pt_br', 'pt-BR', 'br'],
  ['pt', 'pt', 'br'],
  ['pt-PT', 'pt-PT', 'br'],
  ['en-GB', 'en-GB', 'en'],
  ['de-AT', 'de-AT', 'de'],
  ['es', 'es', 'la'],
  ['es-MX', 'es-MX', 'la'],
  ['uk', 'uk', 'ua'],
  ['uk-UA', 'uk-UA', 'ua'],
  ['vi', 'vi', 'vn'],
  ['kk-KZ', 'kk-KZ', 'kz'],
  ['hi-IN', 'hi-IN', 'hi'],
  ['id-ID', 'id-ID', 'id'],
  ['in-ID', 'id-ID', 'id'],
  ['ar-EG', 'ar-EG', 'ar'],
  ['zh', 'zh', 'sc'],
  ['zh-CN', 'zh-CN', 'sc'],
  ['zh-Hans-HK', 'zh-Hans-HK', 'sc'],
  ['zh-TW', 'zh-TW', 'tc'],
  ['zh-HK', 'zh-HK', 'tc'],
  ['zh-MO', 'zh-MO', 'tc'],
  ['zh-Hant', 'zh-Hant', 'tc'],
  // With a region it is the web's code: Breton, Sardinian, Latin.
  ['br-FR', 'br-FR', undefined],
  ['sc-IT', 'sc-IT', undefined],
  ['la-VA', 'la-VA', undefined],
  ['sv', 'sv', undefined],
  ['', 'en', undefined],
  ['no language', 'en', undefined],
  ['constructor', 'en', undefined],
];

describe('portalLocale', () => {
  for (const [code, locale] of TABLE) {
    it(`takes ${JSON.stringify(code)} for ${locale}`, () => {
      expect(portalLocale(code)).to.equal(locale);
    });
  }

  it('gives what Intl knows by the same name', () => {
    for (const [code] of TABLE.slice(0, 21)) {
      const locale = portalLocale(code);
      const known = new Intl.NumberFormat(locale).resolvedOptions().locale;
      expect(known.slice(0, 2), code).to.equal(locale.slice(0, 2));
    }
  });
});

describe('writtenLocale', () => {
  it('is the language itself, or one whose months the engine can name', () => {
    for (const code of LANGUAGE_CODES) {
      const locale = portalLocale(code);
      const written = writtenLocale(locale);
      if (code !== 'kz') expect(written).to.equal(locale);
      const month = new Intl.DateTimeFormat(written, {month: 'short'}).format();
      expect(month, code).to.not.match(/^M\d/);
    }
  });

  it('is Russian for Kazakh where the engine numbers its months, and only there', () => {
    const {DateTimeFormat} = Intl;
    const monthIs = (month: string): void => {
      Intl.DateTimeFormat = function (_locale: string, options: Intl.DateTimeFormatOptions) {
        expect(options).to.deep.equal({month: 'short'});
        return {format: () => month};
      } as unknown as typeof DateTimeFormat;
    };
    try {
      monthIs('M02');
      expect(['kk-KZ', 'kk', 'en', 'kkj'].map(writtenLocale)).to.deep.equal([
        'ru',
        'ru',
        'en',
        'kkj',
      ]);
      monthIs('ақп. M');
      expect(writtenLocale('kk-KZ')).to.equal('kk-KZ');
    } finally {
      Intl.DateTimeFormat = DateTimeFormat;
    }
  });
});

describe('languageOf', () => {
  for (const [name, , code] of TABLE) {
    it(`takes ${JSON.stringify(name)} for ${code ?? 'no language of the portal'}`, () => {
      expect(languageOf(name)).to.equal(code);
    });
  }

  it('knows each language by its own code, and by its locale', () => {
    expect(LANGUAGE_CODES.map(languageOf)).to.deep.equal(LANGUAGE_CODES);
    const locales = LANGUAGE_CODES.map(portalLocale);
    expect(locales.map(languageOf)).to.deep.equal(LANGUAGE_CODES);
  });
});

describe('portalDirection', () => {
  for (const [code, direction] of [
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['en', 'ltr'],
    ['br', 'ltr'],
  ] as const) {
    it(`is ${direction} for ${code}`, () => {
      expect(portalDirection(code)).to.equal(direction);
    });
  }

  it('is from right to left for one language of the portal', () => {
    const others = LANGUAGE_CODES.filter((code) => portalDirection(code) === 'rtl');
    expect(others).to.deep.equal(['ar']);
  });
});
