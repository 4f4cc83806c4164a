import {expect} from '@open-wc/testing';
import {isPending, type FieldDisplay} from '../../../src/crm/format/field-display.js';
import type {FormatContext} from '../../../src/crm/format/format-context.js';
import {formatField} from '../../../src/crm/format/format-field.js';
import {readFieldMetas, type FieldMeta} from '../../../src/model/crm/crm-fields.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';

function field(type: string, rest: JsonObject = {}, key = 'UF_CRM_1'): FieldMeta {
  const metas = readFieldMetas({fields: {[key]: {type, title: 'Label', ...rest}}}).value;
  const meta = metas?.get(key);
  if (meta === undefined) throw new Error('The field could not be read.');
  return meta;
}

function context(part: Partial<FormatContext> = {}): FormatContext {
  return {
    locale: 'en',
    timeZone: 'UTC',
    item: {},
    statusName: () => '',
    userName: () => '',
    recordName: () => '',
    categoryName: () => undefined,
    ...part,
  };
}

/** What is shown, with common spaces: engines differ in which of them they take. */
function shown(value: unknown, meta: FieldMeta, given = context()): unknown {
  const display = formatField(value, meta, given);
  return JSON.parse(JSON.stringify(display).replace(/[\u00a0\u202f]/g, ' ')) as unknown;
}

const text = (words: string): FieldDisplay => ({kind: 'text', text: words});
const lines = (words: string): FieldDisplay => ({kind: 'lines', text: words});
const list = (...items: FieldDisplay[]): FieldDisplay => ({kind: 'list', items});
const none: FieldDisplay = {kind: 'none'};

type Reference = Extract<FieldDisplay, {kind: 'reference'}>;

const record = (typeId: number, id: number, path: string): Reference => ({
  kind: 'reference',
  text: `#${id}`,
  path,
  entity: {typeId, id},
});
const user = (id: number): Reference => ({
  kind: 'reference',
  text: `#${id}`,
  path: `/company/personal/user/${id}/`,
  entity: null,
});

const multiple = {isMultiple: true};
const sizes = {
  items: [
    {ID: '78', VALUE: 'Small'},
    {ID: '79', VALUE: 'Large'},
  ],
};

/** Type, value, what is shown, and what the portal says about the field beside its type. */
const TABLE: readonly (readonly [string, unknown, FieldDisplay, JsonObject?])[] = [
  ['string', 'Ground floor', text('Ground floor')],
  ['string', '  Ground floor ', text('Ground floor')],
  ['string', 'first\nsecond', lines('first\nsecond')],
  ['string', 'x'.repeat(160), text('x'.repeat(160))],
  ['string', 'x'.repeat(161), lines('x'.repeat(161))],
  ['string', '[B]not markup here[/B]', text('[B]not markup here[/B]')],
  ['string', 0, text('0')],
  ['string', '', none],
  ['string', '   ', none],
  ['string', null, none],
  ['string', undefined, none],
  ['string', {a: 1}, none],
  ['string', ['a', '', 'b'], list(text('a'), text('b')), multiple],
  ['string', ['a'], text('a'), multiple],
  ['string', {'0': 'a', '2': 'b'}, list(text('a'), text('b')), multiple],
  ['string', [], none, multiple],
  ['string', false, none, multiple],
  ['char', 'c', text('c')],
  ['location', '0000028023', text('0000028023')],

  ['text', '[B]Bold[/B] and <b>bold</b>', text('Bold and bold')],
  ['text', {a: 1}, none],
  ['text', '<p>one</p><p>two</p>', lines('one\n\ntwo')],

  ['integer', 12, text('12')],
  ['integer', '2024', text('2024')],
  ['integer', 1234567, text('1,234,567')],
  ['integer', -12000, text('-12,000')],
  ['integer', '7707083893123456789', text('7707083893123456789')],
  ['integer', 'a dozen', text('a dozen')],
  ['integer', 0, text('0')],
  ['integer', 9999, text('9999')],
  ['integer', 10000, text('10,000')],
  ['integer', ' 12000 ', text('12,000')],
  ['integer', Number.MAX_SAFE_INTEGER, text('9,007,199,254,740,991')],
  // Numbers to a program, and not to the portal.
  ['integer', '0x10', text('0x10')],
  ['integer', '1e5', text('1e5')],

  ['double', 1234.5678, text('1234.57'), {settings: {PRECISION: 2}}],
  ['double', '1234.5678', text('1234.5678')],
  ['double', 12345.5, text('12,345.5')],
  ['double', 3.7, text('4'), {settings: {PRECISION: 0}}],
  ['double', 1.5, text('1.5'), {settings: {PRECISION: 'many'}}],
  ['double', 1.5, text('1.5'), {settings: {PRECISION: 400}}],

  ['boolean', 'Y', {kind: 'boolean', value: true}],
  ['boolean', 'N', {kind: 'boolean', value: false}],
  ['boolean', 1, {kind: 'boolean', value: true}],
  ['boolean', '0', {kind: 'boolean', value: false}],
  ['boolean', false, {kind: 'boolean', value: false}],
  ['boolean', 'Y', text('signed'), {settings: {LABEL: ['open', 'signed']}}],
  ['boolean', 'N', text('open'), {settings: {LABEL: ['open', 'signed']}}],
  ['boolean', 'Y', {kind: 'boolean', value: true}, {settings: {LABEL: ['', '']}}],
  ['boolean', 'Y', {kind: 'boolean', value: true}, {settings: {LABEL: [' ', ' ']}}],
  ['boolean', 'Y', {kind: 'boolean', value: true}, {settings: {LABEL: ['no']}}],
  ['boolean', 'perhaps', text('perhaps')],
  ['boolean', null, none],

  // The day that the operator chose, whatever the offsets of portal and reader are.
  ['date', '2000-01-01T02:00:00+02:00', text('Jan 1, 2000')],
  ['date', '2024-07-29T19:00:00-05:00', text('Jul 30, 2024')],
  ['date', '2024-07-30T01:00:00+02:00', text('Jul 30, 2024')],
  ['date', '2024-07-30T03:00:00+02:00', text('Jul 30, 2024')],
  ['date', '2024-07-30', text('Jul 30, 2024')],
  ['date', 'tomorrow', text('tomorrow')],
  ['date', '', none],
  ['date', {a: 1}, none],

  ['datetime', '2024-07-22T18:05:09+02:00', text('Jul 22, 2024, 4:05 PM')],
  [
    'datetime',
    '2024-07-22T18:05:09+02:00',
    text('Jul 22, 2024, 4:05:09 PM'),
    {settings: {USE_SECOND: 'Y'}},
  ],
  ['datetime', 'soon', text('soon')],

  ['money', '300|RUB', text('RUB 300')],
  ['money', '1234.5|USD', text('$1,234.50')],
  ['money', '0|USD', text('$0')],
  ['money', '300|POINTS', text('300 POINTS')],
  ['money', '300|', text('300')],
  ['money', '300', text('300')],
  ['money', 'about 5|USD', text('about 5 USD')],
  ['money', '|EUR', none],
  ['money', ' about 5 |USD', text('about 5 USD')],
  ['money', {a: 1}, none],
  ['money', ['1|USD', '|EUR', '2|USD'], list(text('$1'), text('$2')), multiple],

  ['crm_currency', 'EUR', text('Euro')],
  ['crm_currency', {a: 1}, none],
  ['crm_currency', 'POINTS', text('POINTS')],

  ['enumeration', 79, text('Large'), sizes],
  ['enumeration', '78', text('Small'), sizes],
  ['enumeration', ['79', 80], list(text('Large'), text('#80')), {...sizes, ...multiple}],
  ['enumeration', '', none, sizes],
  ['enumeration', {a: 1}, none, sizes],
  ['enumeration', false, none, {...sizes, ...multiple}],

  ['crm_status', 'CALL', text('CALL'), {statusType: 'SOURCE'}],
  ['crm_status', {a: 1}, none, {statusType: 'SOURCE'}],
  ['crm_status', '', none, {statusType: 'SOURCE'}],
  ['crm_category', 0, none],

  ['url', 'https://example.com/a?b=1', link('https://example.com/a?b=1')],
  ['url', 'example.com/shop', {...link('https://example.com/shop'), text: 'example.com/shop'}],
  ['url', 'example.com', {...link('https://example.com/'), text: 'example.com'}],
  ['url', 'a.b/shop', {...link('https://a.b/shop'), text: 'a.b/shop'}],
  ['url', ' http://example.com/ ', link('http://example.com/')],
  ['url', 'klaus.weber@example.com', text('klaus.weber@example.com')],
  ['url', 'xhttp://example.com/', text('xhttp://example.com/')],
  ['url', {a: 1}, none],
  ['url', 'javascript:alert(1)', text('javascript:alert(1)')],
  ['url', 'JaVaScRiPt:alert(1)', text('JaVaScRiPt:alert(1)')],
  ['url', 'data:text/html,<b>', text('data:text/html,<b>')],
  ['url', '/crm/', text('/crm/')],
  ['url', 'no address', text('no address')],

  [
    'file',
    {id: 5, url: 'https://portal.example/f?id=5'},
    file('5', 'https://portal.example/f?id=5'),
  ],
  ['file', {id: 5, urlMachine: 'https://portal.example/f?auth=secret'}, file('5', null)],
  ['file', {id: 5, url: 'https://portal.example/f?auth=secret'}, file('5', null)],
  ['file', {id: 5, url: 'https://portal.example/f?%61uth=secret'}, file('5', null)],
  ['file', {id: 5, url: 'javascript:alert(1)'}, file('5', null)],
  ['file', [{id: 5}, {id: 6}], list(file('5', null), file('6', null)), multiple],
  [
    'file',
    {id: 5, url: 'https://portal.example/f'},
    file('5', 'https://portal.example/f'),
    multiple,
  ],
  ['file', 1234, none],
  ['file', {url: 'https://portal.example/f'}, none],

  ['crm_multifield', [{typeId: 'PHONE', value: '+49 30 1'}], {kind: 'phone', number: '+49 30 1'}],
  ['crm_multifield', [{typeId: 'EMAIL', value: 'a@example.com'}], email('a@example.com')],
  [
    'crm_multifield',
    [{typeId: 'WEB', value: 'https://example.com/'}],
    link('https://example.com/'),
  ],
  ['crm_multifield', [{typeId: 'IM', value: 'imol|chat|5'}], none],
  ['crm_multifield', [{typeId: 'IM', value: 'nickname'}], text('nickname')],
  ['crm_multifield', [{typeId: 'FAX', value: '1'}], none],

  ['user', 6, user(6)],
  ['employee', ['6', '7'], list(user(6), user(7)), multiple],
  ['user', 0, none],
  ['user', '<b>', none],
  ['crm_company', 5, record(4, 5, '/crm/company/details/5/')],
  ['crm_contact', [4, 5], list(contact(4), contact(5)), multiple],
  ['crm_contact', 0, none],
  ['crm_lead', '8', record(1, 8, '/crm/lead/details/8/')],
  ['crm_deal', 8, record(2, 8, '/crm/deal/details/8/')],
  ['crm_quote', 8, record(7, 8, '/crm/type/7/details/8/')],
  [
    'crm_entity',
    3,
    record(177, 3, '/crm/type/177/details/3/'),
    {settings: {parentEntityTypeId: 177}},
  ],
  ['crm', 'D_1', record(2, 1, '/crm/deal/details/1/')],
  ['crm', 'CO_3', record(4, 3, '/crm/company/details/3/')],
  ['crm', 'Tb1_6', record(177, 6, '/crm/type/177/details/6/')],
  ['crm', '4', contact(4), {settings: {LEAD: 'N', CONTACT: 'Y'}}],
  ['crm', '4', text('4'), {settings: {LEAD: 'Y', CONTACT: 'Y'}}],
  ['crm', 'XY_9', text('XY_9')],
  ['crm', '0', none],
  ['crm', {a: 1}, none],
  ['crm', ' D_1 ', record(2, 1, '/crm/deal/details/1/')],
  ['crm', 'like D_1', text('like D_1')],
  ['crm', 'D_1 and more', text('D_1 and more')],

  ['address', 'Main street 1|52.5;13.4|77', text('Main street 1')],
  ['address', '|52.5;13.4|77', none],
  [
    'address',
    '{"id":"1","fieldCollection":{"50":"10178","100":"Germany","300":"Berlin","340":"Main street 1"}}',
    text('Main street 1, 10178, Berlin, Germany'),
  ],
  ['address', {fieldCollection: {300: 'Berlin', 210: 'Berlin', 100: ''}}, text('Berlin')],
  ['address', ' {"fieldCollection":{"300":"Berlin"}}', text('Berlin')],
  [
    'address',
    {fieldCollection: {100: 'Germany', 300: ' Berlin ', 340: {a: 1}}},
    text('Berlin, Germany'),
  ],
  ['address', {a: 1}, none],
  ['address', '{"fieldCollection":[]}', none],
  ['address', '{"fieldCollection":', text('{"fieldCollection":')],
  ['address', '{7} Main street', text('{7} Main street')],
  ['iblock_element', ['12', '13'], list(text('#12'), text('#13')), multiple],
  ['iblock_section', 0, none],
  ['hlblock', ' a1 ', text('#a1')],
  ['hlblock', '  ', none],
  ['hlblock', {a: 1}, none],
  ['resourcebooking', [1, 2], none],
  ['recurring', 'x', none],

  ['rest_17_rating', 'five', text('five')],
  ['never_seen', 'words', text('words')],
  ['never_seen', true, text('true')],
  ['never_seen', {a: 1}, none],
  ['never_seen', [{a: 1}, 'b'], text('b')],
  ['constructor', 'words', text('words')],
  ['', '2024', text('2024')],
];

function link(href: string): FieldDisplay & {kind: 'link'} {
  return {kind: 'link', href, text: href};
}

function file(id: string, href: string | null): FieldDisplay {
  return {kind: 'file', id, href};
}

function email(address: string): FieldDisplay {
  return {kind: 'email', address};
}

function contact(id: number): Reference {
  return record(3, id, `/crm/contact/details/${id}/`);
}

describe('formatField', () => {
  for (const [type, value, expected, rest = {}] of TABLE) {
    const settings = Object.keys(rest).length > 0 ? ` with ${JSON.stringify(rest)}` : '';
    it(`shows ${type || 'no type'} ${JSON.stringify([value]).slice(0, 60)}${settings}`, () => {
      expect(shown(value, field(type, rest))).to.deep.equal(expected);
    });
  }

  it('shows the amounts of an item in its own currency', () => {
    const item = {currencyId: 'EUR'};
    const amount = field('double', {}, 'opportunity');
    expect(shown(1500, amount, context({item}))).to.deep.equal(text('€1,500'));
    expect(shown('1500.5', amount, context({item}))).to.deep.equal(text('€1,500.50'));
    expect(shown(0, amount, context({item}))).to.deep.equal(none);
    expect(shown({a: 1}, amount, context({item}))).to.deep.equal(none);
    expect(shown(1500, amount, context())).to.deep.equal(text('1,500'));
  });

  it('shows a probability in hundredths, in the words of the language', () => {
    const chance = field('integer', {}, 'probability');
    expect(shown(50, chance)).to.deep.equal(text('50%'));
    expect(shown('0', chance)).to.deep.equal(text('0%'));
    expect(shown(50, chance, context({locale: 'de'}))).to.deep.equal(text('50 %'));
    expect(shown('likely', chance)).to.deep.equal(text('likely'));
    expect(shown(50, field('integer', {}, 'UF_PROBABILITY'))).to.deep.equal(text('50'));
  });

  it('names the entries of dictionaries and the pipelines that are known', () => {
    const named = context({
      statusName: (dictionary, id) =>
        dictionary === 'SOURCE' && id === 'CALL' ? 'Call' : undefined,
      categoryName: (id) => (id === 0 ? 'General' : undefined),
    });
    expect(shown('CALL', field('crm_status', {statusType: 'SOURCE'}), named)).to.deep.equal(
      text('Call'),
    );
    const own = field('crm_status', {settings: {ENTITY_TYPE: 'SOURCE'}});
    expect(shown('CALL', own, named)).to.deep.equal(text('Call'));
    const anything = context({statusName: () => 'Call'});
    expect(shown('', field('crm_status', {statusType: 'SOURCE'}), anything)).to.deep.equal(none);
    expect(shown(0, field('crm_category'), named)).to.deep.equal(text('General'));
    expect(shown(7, field('crm_category'), named)).to.deep.equal(none);
  });

  it('names users and records that are known, and says which may not be read', () => {
    const named = context({
      userName: (id) => (id === 6 ? 'Jonas Becker' : ''),
      recordName: ({typeId, id}) => (id === 20 ? null : typeId === 3 ? 'Klaus Weber' : ''),
    });
    expect(shown(6, field('user'), named)).to.deep.equal({...user(6), text: 'Jonas Becker'});
    expect(shown(7, field('user'), named)).to.deep.equal(user(7));
    const contactField = field('crm_contact', multiple);
    expect(shown([17, 20], contactField, named)).to.deep.equal(
      list(
        {...contact(17), text: 'Klaus Weber'},
        {
          ...contact(20),
          path: null,
          denied: true,
        },
      ),
    );
    expect(shown('C_17', field('crm'), named)).to.deep.equal({...contact(17), text: 'Klaus Weber'});
    expect(shown('CO_5', field('crm'), named)).to.deep.equal(
      record(4, 5, '/crm/company/details/5/'),
    );
    const parent = field('crm_entity', {settings: {parentEntityTypeId: 3}});
    expect(shown(17, parent, named)).to.deep.equal({...contact(17), text: 'Klaus Weber'});
  });

  it('marks each value whose name is not known yet', () => {
    const unknown = context({
      statusName: () => undefined,
      userName: (id) => (id === 6 ? 'Jonas Becker' : undefined),
      recordName: () => undefined,
    });
    const employees = formatField([6, 7], field('employee', multiple), unknown);
    expect(employees).to.deep.equal(
      list({...user(6), text: 'Jonas Becker'}, {...user(7), pending: true}),
    );
    expect(isPending(employees)).to.equal(true);
    const others = [
      [20, field('crm_contact')],
      ['C_20', field('crm')],
      [20, field('crm_entity', {settings: {parentEntityTypeId: 3}})],
    ] as const;
    for (const [value, meta] of others) {
      expect(formatField(value, meta, unknown)).to.deep.equal({...contact(20), pending: true});
    }
    const source = formatField('CALL', field('crm_status', {statusType: 'SOURCE'}), unknown);
    expect(source).to.deep.equal({...text('CALL'), pending: true});
    const long = formatField('first\nsecond', field('crm_status', {statusType: 'SOURCE'}), unknown);
    expect(long).to.deep.equal(lines('first\nsecond'));
    // An entry that was left empty, or whose dictionary nobody knows, has no name to wait for.
    expect(formatField('', field('crm_status', {statusType: 'SOURCE'}), unknown)).to.deep.equal(
      none,
    );
    expect(formatField('CALL', field('crm_status'), unknown)).to.deep.equal(text('CALL'));
    expect(isPending(formatField([6], field('employee', multiple), unknown))).to.equal(false);
  });

  it('shows moments in the time zone of the user', () => {
    const berlin = context({timeZone: 'Europe/Berlin'});
    expect(shown('2024-07-22T16:05:09Z', field('datetime'), berlin)).to.deep.equal(
      text('Jul 22, 2024, 6:05 PM'),
    );
  });

  it('writes numbers and years as the portal does, in every language', () => {
    const arabic = context({locale: 'ar-SA'});
    const thai = context({locale: 'th-TH'});
    expect(shown(1234567, field('integer'), arabic)).to.deep.equal(text('1,234,567'));
    expect(shown('2024-07-30', field('date'), thai)).to.deep.equal(text('30 ก.ค. 2024'));
    expect(JSON.stringify(shown('2024-07-30', field('date'), arabic))).to.match(/2024/);
    expect(shown(12345.5, field('double'), context({locale: 'de'}))).to.deep.equal(
      text('12.345,5'),
    );
  });
});
