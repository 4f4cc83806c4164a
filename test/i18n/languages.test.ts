/** Every file of words: nothing is missing, and nothing is said with other values. */
import {expect} from '@open-wc/testing';
import {en} from '../../src/i18n/en.js';
import type {Section} from '../../src/i18n/texts.js';
import type {Words} from '../../src/i18n/message-catalog.js';
import {wordsOf} from '../../src/i18n/loading/catalog-loaders.js';
import {LANGUAGE_CODES, portalLocale, type LanguageCode} from '../../src/model/call/language.js';

const SECTIONS = Object.keys(en) as Section[];

/** `quality.stars` for `quality.stars.one`; only where English has both of its forms. */
function countedKeys(english: Words): string[] {
  const keys = Object.keys(english);
  const stems = keys.flatMap((key) => (key.endsWith('.one') ? [key.slice(0, -4)] : []));
  return stems.filter((stem) => `${stem}.other` in english);
}

/** The keys that the section must have in a language with these plural forms. */
function expectedKeys(english: Words, forms: readonly string[]): string[] {
  const counted = countedKeys(english);
  const formsInEnglish = counted.flatMap((key) => [`${key}.one`, `${key}.other`]);
  const plain = Object.keys(english).filter((key) => !formsInEnglish.includes(key));
  return [...plain, ...counted.flatMap((key) => forms.map((form) => `${key}.${form}`))];
}

function placeholders(template: string): string[] {
  return [...template.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name).sort();
}

async function sectionOf(code: LanguageCode, section: Section): Promise<Words> {
  const {files} = await wordsOf(code, section);
  return Object.fromEntries(files.flatMap((words) => Object.entries(words)));
}

for (const code of LANGUAGE_CODES) {
  describe(`the words in "${code}"`, () => {
    const rules = new Intl.PluralRules(portalLocale(code));
    const forms: readonly string[] = rules.resolvedOptions().pluralCategories;

    for (const section of SECTIONS) {
      const english: Words = en[section];

      it(`are those of ${section}, no more and no fewer`, async () => {
        const words = await sectionOf(code, section);
        expect(Object.keys(words)).to.have.members(expectedKeys(english, forms));
      });

      it(`have the placeholders of ${section}, and say something`, async () => {
        for (const [key, template] of Object.entries(await sectionOf(code, section))) {
          expect(template, key).to.not.equal('');
          expect(template.trim(), key).to.equal(template);
          const original = english[key];
          if (original === undefined) continue;
          const optional = /\.(zero|one|two)$/.test(key) && placeholders(template).length === 0;
          if (!optional) expect(placeholders(template), key).to.deep.equal(placeholders(original));
        }
      });
    }

    if (code === 'en') return;

    it('are not English', async () => {
      const same: string[] = [];
      let all = 0;
      for (const section of SECTIONS) {
        const english: Words = en[section];
        for (const [key, template] of Object.entries(await sectionOf(code, section))) {
          all += 1;
          if (english[key] === template) same.push(template);
        }
      }
      // A few words are the same: Lead, Fax, `{what}: {why}`.
      expect(same.length / all, same.join(', ')).to.be.below(0.08);
    });
  });
}
