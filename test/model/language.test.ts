import {expect} from '@open-wc/testing';
import {portalDirection, portalLocale} from '../../src/model/language.js';

const TABLE: readonly (readonly [string, string])[] = [
  ['ru', 'ru'],
  ['en', 'en'],
  ['de', 'de'],
  ['la', 'es-419'],
  ['br', 'pt-BR'],
  ['fr', 'fr'],
  ['it', 'it'],
  ['pl', 'pl'],
  ['ua', 'uk-UA'],
  ['tr', 'tr'],
  ['sc', 'zh-CN'],
  ['tc', 'zh-TW'],
  ['ja', 'ja-JP'],
  ['vn', 'vi-VN'],
  ['id', 'id-ID'],
  ['ms', 'ms'],
  ['th', 'th'],
  ['hi', 'hi-IN'],
  ['in', 'hi-IN'],
  ['ar', 'ar-SA'],
  ['kz', 'kk-KZ'],
  ['EN', 'en'],
  ['pt_br', 'pt-BR'],
  ['en-GB', 'en-GB'],
  ['', 'en'],
  ['no language', 'en'],
  ['constructor', 'en'],
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

describe('portalDirection', () => {
  for (const [code, direction] of [
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['en', 'ltr'],
    ['br', 'ltr'],
  ] as const) {
    it(`is ${direction} for ${code}`, () => {
      expect(portalDirection(code)).to.equal(direction);
    });
  }
});
