/** What a portal calls its fields, sections, stages, lists and types, in the language of who asks. */
import {expect} from '@open-wc/testing';
import {asObject, asText, isObject, type JsonObject} from '../../../src/model/reading.js';
import {FIRM_LANGUAGES} from '../../../src/simulator/rest/words/firm-words.js';
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

/** In a language's own letters, where they are not those of English. */
const LETTERS = {de: /\p{L}/u, ru: /\p{Script=Cyrillic}|^E-mail$/u, ar: /\p{Script=Arabic}/u};

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
    await portal.useToken({language: 'th'});
    expect(await namesIn(portal)).to.deep.equal(english);
  });

  for (const language of FIRM_LANGUAGES) {
    it(`are those of the language, all of them: ${language}`, async () => {
      const english = await namesIn(await testPortal());
      const portal = await testPortal({language});
      const names = await namesIn(portal);
      expect(names.length).to.equal(english.length);
      const missing = names.filter(
        (name, index) => !TECHNICAL.test(english[index] ?? '') && !LETTERS[language].test(name),
      );
      expect([...new Set(missing)]).to.deep.equal([]);
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
