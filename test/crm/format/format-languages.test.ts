/** Every type of field in four languages and four time zones: the words that an operator reads. */
import {expect} from '@open-wc/testing';
import type {FieldDisplay} from '../../../src/crm/format/field-display.js';
import type {FormatContext} from '../../../src/crm/format/format-context.js';
import {formatField} from '../../../src/crm/format/format-field.js';
import {readFieldMetas, type FieldMeta} from '../../../src/model/crm/crm-fields.js';
import {portalLocale} from '../../../src/model/call/language.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';

const LANGUAGES = ['en', 'de', 'ja', 'ar'] as const;
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'] as const;

/** In the order of the languages. */
type Words = readonly [en: string, de: string, ja: string, ar: string];

interface Row {
  readonly type: string;
  readonly value: unknown;
  readonly words: Words;
  /** What the portal says of the field beside its type; `key` is the field's own. */
  readonly field?: JsonObject & {readonly key?: string};
}

function row(type: string, value: unknown, words: Words | string, field?: Row['field']): Row {
  const all: Words = typeof words === 'string' ? [words, words, words, words] : words;
  return {type, value, words: all, ...(field === undefined ? {} : {field})};
}

const MULTIPLE = {isMultiple: true};
const HEADLINE = '[B]Second floor[/B] first,\n[LIST]\n[*]hose\n[/LIST]';

/** A day and a moment have words of their own; the rest is the same in every time zone. */
const TABLE: readonly Row[] = [
  row('string', 'V-2026-0025', 'V-2026-0025'),
  row('string', ['a', '', 'b'], 'a | b', MULTIPLE),
  row('char', 'c', 'c'),
  row('location', '0000028023', '0000028023'),
  row('text', HEADLINE, 'Second floor first,\n• hose'),
  row('text', '[URL=https://example.com/]plan[/URL]', 'plan (https://example.com/)'),
  row('text', '<p>one</p><script>alert(1)</script>', 'one'),
  row('integer', 2024, '2024'),
  row('integer', '1234567', ['1,234,567', '1.234.567', '1,234,567', '1,234,567']),
  row('integer', -5, ['-5', '-5', '-5', '-5']),
  row('double', 0, '0'),
  row('double', 1111.1, ['1111.1', '1111,1', '1111.1', '1111.1']),
  row('double', '12345.678', ['12,345.68', '12.345,68', '12,345.68', '12,345.68'], {
    settings: {PRECISION: 2},
  }),
  row('boolean', 'Y', 'yes'),
  row('boolean', 0, 'no'),
  row('boolean', false, 'no'),
  row('boolean', 1, 'wanted', {settings: {LABEL: ['not wanted', 'wanted']}}),

  // Stored as midnight in UTC, written with the portal's offset of today (± an hour of summer).
  row('date', '2000-01-01T02:00:00+02:00', [
    'Jan 1, 2000',
    '01.01.2000',
    '2000/01/01',
    '01/01/2000',
  ]),
  row('date', '2024-07-29T19:00:00-05:00', [
    'Jul 30, 2024',
    '30.07.2024',
    '2024/07/30',
    '30/07/2024',
  ]),
  row('date', '2024-07-30T01:00:00+02:00', [
    'Jul 30, 2024',
    '30.07.2024',
    '2024/07/30',
    '30/07/2024',
  ]),
  row('date', '2024-07-30T03:00:00+02:00', [
    'Jul 30, 2024',
    '30.07.2024',
    '2024/07/30',
    '30/07/2024',
  ]),
  row('date', '2024-12-05', ['Dec 5, 2024', '05.12.2024', '2024/12/05', '05/12/2024']),
  row('date', 'soon', 'soon'),
  row('datetime', 'soon', 'soon'),

  row('money', '1500|EUR', ['€1,500', '1.500 €', '€1,500', '1,500 €']),
  row('money', '1234.5|EUR', ['€1,234.50', '1.234,50 €', '€1,234.50', '1,234.50 €']),
  row('money', '-3|EUR', ['-€3', '-3 €', '-€3', '-3 €']),
  row('money', '1500|SAR', ['SAR 1,500', '1.500 SAR', 'SAR 1,500', '1,500 ر.س.']),
  row('money', '1500|JPY', ['¥1,500', '1.500 ¥', '￥1,500', '1,500 JP¥']),
  row('money', '12345.5|POINTS', [
    '12,345.5 POINTS',
    '12.345,5 POINTS',
    '12,345.5 POINTS',
    '12,345.5 POINTS',
  ]),
  row('money', 'a|b|EUR', 'a|b EUR'),
  row('money', '|EUR', ''),
  row('double', 18499.9, ['€18,499.90', '18.499,90 €', '€18,499.90', '18,499.90 €'], {
    key: 'opportunity',
  }),
  row('double', 0, '', {key: 'opportunity'}),
  row('double', 1500, ['€1,500', '1.500 €', '€1,500', '1,500 €'], {key: 'taxValue'}),
  row('double', 1500, ['€1,500', '1.500 €', '€1,500', '1,500 €'], {key: 'revenue'}),
  row('crm_currency', 'EUR', ['Euro', 'Euro', 'ユーロ', 'يورو']),
  row('crm_currency', 'POINTS', 'POINTS'),

  row('enumeration', '79', 'Installation', {items: [{ID: 79, VALUE: 'Installation'}]}),
  row('enumeration', 80, '#80', {items: [{ID: 79, VALUE: 'Installation'}]}),
  row('crm_status', 'CALL', 'Call', {statusType: 'SOURCE'}),
  row('crm_status', 'CALL', 'Call', {settings: {ENTITY_TYPE: 'SOURCE'}}),
  row('crm_status', 'GONE', 'GONE', {statusType: 'SOURCE'}),
  row('crm_category', 0, 'General'),
  row('crm_category', 4, ''),
  row('user', 6, 'Jonas Becker'),
  row('employee', ['6', 7], 'Jonas Becker | #7', MULTIPLE),
  row('crm_company', 5, 'Müller GmbH'),
  row('crm_contact', [17, 20], '#17 | #20 (no access)', MULTIPLE),
  row('crm_lead', 3, '#3'),
  row('crm_deal', 3, '#3'),
  row('crm_quote', 3, '#3'),
  row('crm_entity', 5, 'Müller GmbH', {settings: {parentEntityTypeId: 4}}),
  row('crm', ['CO_5', 'C_20'], 'Müller GmbH | #20 (no access)', MULTIPLE),
  row('crm', '5', 'Müller GmbH', {settings: {COMPANY: 'Y', LEAD: 'N'}}),
  row('crm_multifield', [{typeId: 'PHONE', value: '+49 30 123456'}], '+49 30 123456', MULTIPLE),
  row('url', 'https://example.com/', 'https://example.com/'),
  row('url', 'javascript:alert(1)', 'javascript:alert(1)'),
  row('address', 'Lindenstraße 25|52.5;13.4|481', 'Lindenstraße 25'),
  row('file', {id: 30577}, 'file 30577'),
  row('iblock_element', '12', '#12'),
  row('iblock_section', '13', '#13'),
  row('hlblock', '14', '#14'),
  row('resourcebooking', [1, 2], '', MULTIPLE),
  row('crm_product_row', [{id: 1}], '', MULTIPLE),
  row('crm_activity_provider', 'X', ''),
  row('crm_activity_provider_type', 'X', ''),
  row('crm_dynamic_type', 'X', ''),
  row('recurring', 'X', ''),
  row('rest_17_rating', 'five [B]stars[/B]', 'five stars'),
  row('of_tomorrow', 12, '12'),
  row('of_tomorrow', ['a', {b: 1}], 'a'),
  row('of_tomorrow', {a: 1}, ''),
];

/** A moment in each of the time zones. */
const MOMENTS: readonly (readonly [
  value: string,
  Readonly<Record<(typeof ZONES)[number], Words>>,
])[] = [
  [
    // Winter, and the turn of the year.
    '2025-01-01T01:30:15+02:00',
    {
      UTC: [
        'Dec 31, 2024, 11:30 PM',
        '31.12.2024, 23:30',
        '2024/12/31 23:30',
        '31/12/2024، 11:30 م',
      ],
      'Europe/Berlin': [
        'Jan 1, 2025, 12:30 AM',
        '01.01.2025, 00:30',
        '2025/01/01 0:30',
        '01/01/2025، 12:30 ص',
      ],
      'America/New_York': [
        'Dec 31, 2024, 6:30 PM',
        '31.12.2024, 18:30',
        '2024/12/31 18:30',
        '31/12/2024، 6:30 م',
      ],
      'Asia/Tokyo': [
        'Jan 1, 2025, 8:30 AM',
        '01.01.2025, 08:30',
        '2025/01/01 8:30',
        '01/01/2025، 8:30 ص',
      ],
    },
  ],
  [
    // Summer time in two of them.
    '2024-06-30T23:15:00Z',
    {
      UTC: [
        'Jun 30, 2024, 11:15 PM',
        '30.06.2024, 23:15',
        '2024/06/30 23:15',
        '30/06/2024، 11:15 م',
      ],
      'Europe/Berlin': [
        'Jul 1, 2024, 1:15 AM',
        '01.07.2024, 01:15',
        '2024/07/01 1:15',
        '01/07/2024، 1:15 ص',
      ],
      'America/New_York': [
        'Jun 30, 2024, 7:15 PM',
        '30.06.2024, 19:15',
        '2024/06/30 19:15',
        '30/06/2024، 7:15 م',
      ],
      'Asia/Tokyo': [
        'Jul 1, 2024, 8:15 AM',
        '01.07.2024, 08:15',
        '2024/07/01 8:15',
        '01/07/2024، 8:15 ص',
      ],
    },
  ],
];

/** A company with a name, and a contact that may not be read. */
const RECORDS = new Map([
  ['4:5', 'Müller GmbH'],
  ['3:20', null],
]);

function context(language: string, timeZone: string): FormatContext {
  return {
    locale: portalLocale(language),
    timeZone,
    item: {currencyId: 'EUR'},
    statusName: (dictionary, id) => (`${dictionary} ${id}` === 'SOURCE CALL' ? 'Call' : undefined),
    userName: (id) => (id === 6 ? 'Jonas Becker' : undefined),
    recordName: ({typeId, id}) => RECORDS.get(`${typeId}:${id}`),
    categoryName: (id) => (id === 0 ? 'General' : undefined),
  };
}

function fieldOf({
  type,
  field: {key = 'UF_CRM_1', ...rest} = {},
}: Pick<Row, 'type' | 'field'>): FieldMeta {
  const meta = readFieldMetas({fields: {[key]: {type, title: 'Label', ...rest}}}).value?.get(key);
  if (meta === undefined) throw new Error('The field could not be read.');
  return meta;
}

/** The words of a description, without marks of direction and with common spaces. */
function wordsOf(display: FieldDisplay): string {
  return plainWords(display)
    .replace(/[\u061c\u200e\u200f]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ');
}

function plainWords(display: FieldDisplay): string {
  switch (display.kind) {
    case 'none':
      return '';
    case 'boolean':
      return display.value ? 'yes' : 'no';
    case 'list':
      return display.items.map(plainWords).join(' | ');
    case 'phone':
      return display.number;
    case 'email':
      return display.address;
    case 'file':
      return `file ${display.id}`;
    case 'reference':
      return display.text + (display.denied === true ? ' (no access)' : '');
    default:
      return display.text;
  }
}

describe('formatField in every language and time zone', () => {
  for (const entry of TABLE) {
    const {type, value, words, field = {}} = entry;
    it(`shows ${type} ${JSON.stringify(value)} ${JSON.stringify(field)}`, () => {
      for (const zone of ZONES) {
        const shown = LANGUAGES.map((language) =>
          wordsOf(formatField(value, fieldOf(entry), context(language, zone))),
        );
        expect(shown, zone).to.deep.equal(words);
      }
    });
  }

  for (const [value, zones] of MOMENTS) {
    for (const zone of ZONES) {
      it(`shows the moment ${value} in ${zone}`, () => {
        const shown = LANGUAGES.map((language) =>
          wordsOf(formatField(value, fieldOf({type: 'datetime'}), context(language, zone))),
        );
        expect(shown).to.deep.equal(zones[zone]);
      });
    }
  }

  const types = [...new Set([...TABLE.map(({type}) => type), 'datetime'])];
  for (const type of types) {
    it(`shows nothing for an empty ${type}, in whichever shape`, () => {
      const shapes = ['', null, [], ...(type === 'boolean' ? [] : [false])];
      for (const field of [{}, MULTIPLE]) {
        for (const shape of [...shapes, [''], [null]]) {
          const {kind} = formatField(shape, fieldOf({type, field}), context('en', 'UTC'));
          expect(kind, JSON.stringify(shape)).to.equal('none');
        }
      }
    });
  }
});
