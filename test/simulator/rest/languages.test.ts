/** What a portal calls its fields, sections, stages, lists and types, in the language of who asks. */
import {expect} from '@open-wc/testing';
import {LANGUAGE_CODES, type LanguageCode} from '../../../src/model/call/language.js';
import {asObject, asText, isObject, type JsonObject} from '../../../src/model/parse/reading.js';
import {FIRM_WORDS} from '../../../src/simulator/rest/words/firm-words.js';
import {LABELS} from '../../../src/simulator/rest/words/labels.js';
import {testPortal, type TestPortal} from './test-portal.js';

const TYPES = [1, 2, 3, 4, 7, 31, 177, 1036];
const WITHOUT_CATEGORIES = [1, 7];

/** Nobody sees them, or they are the same everywhere. */
const TECHNICAL = new RegExp(
  `^(|ID|UTM .*|Skype|Icq|Login|Origin.*|Uf .*|.* type|50–250|.* (id|ids|short)|Search content|${[
    // Kept by the portal for old callers, and always empty.
    'Is .*|Has products|Short name|Received amount|Lost amount|.* account',
  ].join('|')})$`,
);

const TRANSLATED = LANGUAGE_CODES.filter((code) => code !== 'en');

const CYRILLIC = /\p{Script=Cyrillic}|^E-mail$/u;
const CHINESE = /\p{Script=Han}/u;

/** The letters of a language, where they are not those of English. */
const LETTERS: Partial<Record<LanguageCode, RegExp>> = {
  ...{ru: CYRILLIC, ua: CYRILLIC, kz: CYRILLIC, sc: CHINESE, tc: CHINESE},
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  th: /\p{Script=Thai}/u,
};

/** How many names of those below may be written as in English: "Site", "Photo", "Type", "Logo". */
const MOST_LIKE_ENGLISH = 20;

/** What operators read on one card, in languages that are far from each other. */
const SPOKEN: Partial<Record<LanguageCode, readonly string[]>> = {
  fr: ['Civilité', 'À propos du contact', 'Transaction', 'Devis', 'Contact préféré', 'En cours'],
  la: ['Saludo', 'Sobre el contacto', 'Negociación', 'Cotización', 'Feria comercial'],
  br: ['Tratamento', 'Sobre o contato', 'Negócio', 'Orçamento', 'Sobrenome'],
  ja: ['敬称', '連絡先について', '取引', '見積書', '担当者', '展示会'],
  tr: ['Hitap', 'Kişi hakkında', 'Anlaşma', 'Teklif', 'Sorumlu kişi', 'Mektup'],
  ua: ['Звертання', 'Про контакт', 'Угода', 'Пропозиція', 'Відповідальний'],
  sc: ['称谓', '关于联系人', '交易', '报价', '负责人'],
  tc: ['稱謂', '關於聯絡人', '交易', '報價', '負責人'],
};

function rowsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function namesOfField(field: unknown): readonly string[] {
  const {title, listLabel, items, settings} = asObject(field) ?? {};
  return [
    asText(title) ?? '',
    asText(listLabel) ?? '',
    ...rowsOf(items).map((item) => asText(item['VALUE']) ?? ''),
    ...textsIn(asObject(settings)?.['LABEL']),
  ];
}

/** Written in letters that the language has not, or blank. */
function isForeign(language: LanguageCode, name = ''): boolean {
  return !(LETTERS[language] ?? /\p{L}/u).test(name);
}

/** Every name that an ordinary operator's card may show. */
async function namesIn(portal: TestPortal): Promise<readonly string[]> {
  const names: string[] = [];
  const add = (rows: readonly JsonObject[], key: string): void => {
    names.push(...rows.map((row) => asText(row[key]) ?? ''));
  };
  for (const entityTypeId of TYPES) {
    const {fields} = asObject(await portal.result('crm.item.fields', {entityTypeId})) ?? {};
    names.push(...Object.values(asObject(fields) ?? {}).flatMap(namesOfField));
    for (const scope of ['P', 'C']) {
      const parameters = {entityTypeId, scope, userId: 9};
      add(rowsOf(await portal.result('crm.item.details.configuration.get', parameters)), 'title');
    }
    if (WITHOUT_CATEGORIES.includes(entityTypeId)) continue;
    const result = asObject(await portal.result('crm.category.list', {entityTypeId}));
    add(rowsOf(result?.['categories']), 'name');
  }
  for (let start = 0; ; start += 50) {
    const statuses = rowsOf(await portal.result('crm.status.list', {start}));
    add(statuses, 'NAME');
    if (statuses.length < 50) break;
  }
  add(rowsOf(await portal.result('crm.enum.ownertype')), 'NAME');
  return names;
}

describe('the names in the simulated portal', () => {
  it('are English, where nothing else is said or the firm does not speak the language', async () => {
    const portal = await testPortal();
    const english = await namesIn(portal);
    expect(english).to.include.members([
      'Salutation',
      'About the contact',
      'Deal',
      'Preferred contact',
    ]);
    await portal.useToken({language: 'sv'});
    expect(await namesIn(portal)).to.deep.equal(english);
  });

  it('exist in every language of the kit', () => {
    expect(Object.keys(FIRM_WORDS).sort()).to.deep.equal([...TRANSLATED].sort());
    for (const [language, words] of Object.entries(FIRM_WORDS)) {
      const named = Object.entries(words).filter(([, word]) => word.trim() !== '');
      expect(named.map(([label]) => label).sort(), language).to.deep.equal([...LABELS].sort());
    }
  });

  for (const language of TRANSLATED) {
    it(`are those of the language, all of them: ${language}`, async () => {
      const english = await namesIn(await testPortal());
      const portal = await testPortal({language});
      const names = await namesIn(portal);
      expect(names.length).to.equal(english.length);
      const words: ReadonlyMap<string, string> = new Map(Object.entries(FIRM_WORDS[language]));
      const missing = english.filter(
        (name, index) =>
          !TECHNICAL.test(name) &&
          (!words.has(name) ||
            words.get(name) !== names[index] ||
            isForeign(language, names[index])),
      );
      expect([...new Set(missing)]).to.deep.equal([]);
      const likeEnglish = [...words].filter(([name, word]) => name === word);
      expect(likeEnglish.length).to.be.at.most(MOST_LIKE_ENGLISH);
    });
  }

  for (const [language, spoken] of Object.entries(SPOKEN)) {
    it(`are what an operator of that language reads: ${language}`, async () => {
      expect(await namesIn(await testPortal({language}))).to.include.members([...spoken]);
    });
  }

  it('are German where a German asks', async () => {
    const portal = await testPortal({language: 'de'});
    expect(await namesIn(portal)).to.include.members([
      ...['Anrede', 'Über den Kontakt', 'Auftrag', 'Bevorzugter Kontakt', 'Brief', 'erwünscht'],
      ...['In Bearbeitung', 'Messe', 'Wartungsverträge', 'Lieferung'],
    ]);
  });

  it('stay in the language when the token is renewed', async () => {
    const portal = await testPortal();
    const {REFRESH_ID} = await portal.useToken({language: 'ru'});
    const renewed = asObject(await portal.control('refresh-token', {refreshId: REFRESH_ID}));
    portal.token = asText(renewed?.['AUTH_ID']) ?? '';
    expect(await namesIn(portal)).to.include('О контакте');
  });
});
