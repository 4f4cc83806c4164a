/**
 * A user field of every type that people and apps can add (reference: REST, section 2.1), with its values
 * in the complete record and in the broken one.
 */
import type {JsonObject} from '../../../../model/parse/reading.js';
import type {RecordFields} from '../../crm/crm-seed.js';
import type {UserFieldSeed} from '../../crm/field.js';

interface EveryField {
  /** The field's code without the type's prefix. */
  readonly code: string;
  readonly seed: Omit<UserFieldSeed, 'upperName'>;
  readonly value: unknown;
  /** A value of a wrong shape, or an id that does not exist. */
  readonly broken: unknown;
}

const EVERY_TYPE = {
  ...{LEAD: 'Y', DEAL: 'Y', CONTACT: 'Y', COMPANY: 'Y', QUOTE: 'Y', SMART_INVOICE: 'Y'},
  ...{DYNAMIC_177: 'Y', DYNAMIC_1036: 'Y'},
};
const SIZES = {
  items: [
    {ID: '301', VALUE: 'Small'},
    {ID: '302', VALUE: 'Medium'},
    {ID: '303', VALUE: 'Large'},
  ],
};
const CONSENT = {DEFAULT_VALUE: 0, DISPLAY: 'DROPDOWN', LABEL: ['declined', 'agreed']};
const ADDRESS_JSON = JSON.stringify({
  id: '482',
  latitude: '52.5219',
  longitude: '13.4132',
  fieldCollection: {100: 'Germany', 300: 'Berlin', 340: 'Alexanderplatz 1', 50: '10178'},
});

const FIELDS: readonly EveryField[] = [
  field('STRING', 'string', 'Order number', 'B-2026-0042', {not: 'a text'}),
  many('STRINGS', 'string', 'Nicknames', ['The fountain', 'Old mill'], [null, {}, ['deep'], 7]),
  field('TEXT', 'text', 'Directions', 'Through the gate,\n[B]then left[/B].', ['a', 'list']),
  field('INTEGER', 'integer', 'Floors', 12, 'twelve'),
  many('INTEGERS', 'integer', 'Meter readings', [1204, '1377'], [Number.MAX_VALUE, 'x']),
  field('DOUBLE', 'double', 'Hardness of the water', 17.25, '1,5,9', settings({PRECISION: 2})),
  ...['Y', 'N', 1, 0, true, false, '1', '0'].map((value, index) =>
    field(`BOOLEAN_${index + 1}`, 'boolean', `Switch ${JSON.stringify(value)}`, value, 'perhaps'),
  ),
  field('CONSENT', 'boolean', 'Privacy statement', 1, {yes: true}, settings(CONSENT)),
  field('DATE', 'date', 'Warranty until', '2028-01-31T02:00:00+02:00', '2026-13-45T99:00:00+02:00'),
  many('DATES', 'date', 'Visits', ['2026-01-09T02:00:00+02:00', '2026-07-30'], ['soon', 0, {}]),
  field('DATETIME', 'datetime', 'Handover', '2026-03-12T14:30:00+02:00', 'yesterday'),
  field(
    ...(['DATETIME_SECONDS', 'datetime', 'Last reading'] as const),
    '2026-03-12T14:30:07+02:00',
    [],
    settings({USE_SECOND: 'Y', USE_TIMEZONE: 'Y'}),
  ),
  field('MONEY', 'money', 'Deposit paid', '2500.5|EUR', 'a lot|of money|ABCDE'),
  many('MONEYS', 'money', 'Instalments', ['300|GBP', '0|EUR', '12'], ['|', '9|ZZ', {}, '1e999|€']),
  field('CHOICE', 'enumeration', 'Size', 302, 999, SIZES),
  many('CHOICES', 'enumeration', 'Sizes', ['301', 303], {a: '998', b: 302}, SIZES),
  field('STATUS', 'crm_status', 'First heard of', 'TRADE_SHOW', 'NO_SUCH_SOURCE', {
    settings: {ENTITY_TYPE: 'SOURCE'},
  }),
  field('EMPLOYEE', 'employee', 'Technician', '9', 'nobody'),
  many('EMPLOYEES', 'employee', 'Team', [6, '14'], [99_999, -1, null]),
  // Bound to a single type: its values have no type prefix.
  field('COMPANY', 'crm', 'Landlord', '8', '999999', settings({COMPANY: 'Y', LEAD: 'N'})),
  many(
    ...(['RECORDS', 'crm', 'Belongs to'] as const),
    ['L_3', 'D_26', 'C_17', 'CO_5', 'Q_12', 'SI_9', 'Tb1_3', 'T40c_1'],
    ['C_999999', 'XX_1', 'D_', '_', 17, 'Tzz_1'],
    settings(EVERY_TYPE),
  ),
  field('URL', 'url', 'Documentation', 'https://docs.example/pump?id=7#top', 'http://', {
    settings: {POPUP: 'Y'},
  }),
  many('URLS', 'url', 'Links', ['https://one.example', 'two.example/a'], ['::', '//', {}]),
  field('ADDRESS', 'address', 'Site', 'Lindenstraße 25, Berlin|52.5058;13.3954|481', '|;;|'),
  field('ADDRESS_JSON', 'address', 'Invoice to', ADDRESS_JSON, '{"fieldCollection":'),
  field('FILE', 'file', 'Contract', {id: 30601}, 'contract.pdf'),
  many('FILES', 'file', 'Photos', [{id: 30602}, {id: 30603}], [{}, {url: 'x'}, {id: []}, 0]),
  field('ELEMENT', 'iblock_element', 'Product sheet', 41, {id: 41}),
  many('SECTION', 'iblock_section', 'Catalogue sections', [11, '12'], [false, {}]),
  many('HIGHLOAD', 'hlblock', 'Colours', [3, 7], 'three'),
  many('BOOKING', 'resourcebooking', 'Booked vans', [12, 13], {van: 12}),
  field('RATING', 'rest_5_rating', 'Rating by another app', '4 of 5', {stars: [4]}),
];

/** The values that a portal writes for an empty field. */
const NOTHINGS: readonly unknown[] = ['', null, [], false];

/** The prefixes of user fields' codes by type; those of smart processes contain the type's id. */
const PREFIXES: ReadonlyMap<number, string> = new Map([
  [7, 'UF_CRM_QUOTE_'],
  [31, 'UF_CRM_SMART_INVOICE_'],
  [177, 'UF_CRM_7_'],
  [1036, 'UF_CRM_9_'],
]);

export function everyUserField(typeId: number): UserFieldSeed[] {
  return FIELDS.map(({code, seed}) => ({...seed, upperName: codeIn(typeId, code)}));
}

export function everyUserValue(typeId: number): RecordFields {
  return valuesOf(typeId, ({value}) => value);
}

export function brokenUserValues(typeId: number): RecordFields {
  return valuesOf(typeId, ({broken}) => broken);
}

/** Every type starts with another of the empty values, so that each field has several of them. */
export function emptyUserValues(typeId: number): RecordFields {
  return valuesOf(typeId, ({seed: {type, isMultiple}}, index) => {
    // Only lists are written as `[]` or `false`; `false` is a value of a switch.
    const shapes = isMultiple === true ? NOTHINGS : NOTHINGS.slice(0, 2);
    return type === 'boolean' ? null : shapes[(index + typeId) % shapes.length];
  });
}

function valuesOf(
  typeId: number,
  pick: (field: EveryField, index: number) => unknown,
): RecordFields {
  return Object.fromEntries(
    FIELDS.map((field, index) => [codeIn(typeId, field.code), pick(field, index)]),
  );
}

function codeIn(typeId: number, code: string): string {
  return `${PREFIXES.get(typeId) ?? 'UF_CRM_'}ANY_${code}`;
}

type More = Pick<UserFieldSeed, 'isMultiple' | 'items' | 'settings'>;

function field(
  code: string,
  type: string,
  title: string,
  value: unknown,
  broken: unknown,
  more: More = {},
): EveryField {
  return {code, seed: {type, title, ...more}, value, broken};
}

function many(
  code: string,
  type: string,
  title: string,
  value: readonly unknown[],
  broken: unknown,
  more: More = {},
): EveryField {
  return field(code, type, title, value, broken, {...more, isMultiple: true});
}

function settings(values: JsonObject): More {
  return {settings: values};
}
