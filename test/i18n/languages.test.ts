/** Every file of words: nothing is missing, and nothing is said with other values. */
import {expect} from '@open-wc/testing';
import {en} from '../../src/i18n/languages/en.js';
import {textsOf} from '../../src/i18n/loading/catalog-loaders.js';
import type {Messages} from '../../src/i18n/message-catalog.js';
import {LANGUAGE_CODES, portalLocale} from '../../src/model/call/language.js';

const english: Messages = en;

/** `quality.stars` for `quality.stars.one`; only where English has both of its forms. */
function countedKeys(): string[] {
  const keys = Object.keys(english);
  const stems = keys.flatMap((key) => (key.endsWith('.one') ? [key.slice(0, -4)] : []));
  return stems.filter((stem) => `${stem}.other` in english);
}

/** The keys that a language with these plural forms must have. */
function expectedKeys(forms: readonly string[]): string[] {
  const counted = countedKeys();
  const formsInEnglish = counted.flatMap((key) => [`${key}.one`, `${key}.other`]);
  const plain = Object.keys(english).filter((key) => !formsInEnglish.includes(key));
  return [...plain, ...counted.flatMap((key) => forms.map((form) => `${key}.${form}`))];
}

function placeholders(template: string): string[] {
  return [...template.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name).sort();
}

for (const code of LANGUAGE_CODES) {
  describe(`the words in "${code}"`, () => {
    const rules = new Intl.PluralRules(portalLocale(code));
    const forms: readonly string[] = rules.resolvedOptions().pluralCategories;

    let texts: Messages;

    before(async () => {
      ({texts} = await textsOf(code));
    });

    it('are those that there are in English, no more and no fewer', () => {
      expect(Object.keys(texts)).to.have.members(expectedKeys(forms));
    });

    it('have the placeholders of the English ones, and say something', () => {
      for (const [key, template] of Object.entries(texts)) {
        expect(template, key).to.not.equal('');
        expect(template.trim(), key).to.equal(template);
        const original = english[key];
        if (original === undefined) continue;
        const optional = /\.(zero|one|two)$/.test(key) && placeholders(template).length === 0;
        if (!optional) expect(placeholders(template), key).to.deep.equal(placeholders(original));
      }
    });

    if (code === 'en') return;

    it('are not English', () => {
      const all = Object.entries(texts);
      const same = all.flatMap(([key, template]) => (english[key] === template ? [template] : []));
      // A few words are the same: Lead, Fax, `{what}: {why}`.
      expect(same.length / all.length, same.join(', ')).to.be.below(0.08);
    });
  });
}
