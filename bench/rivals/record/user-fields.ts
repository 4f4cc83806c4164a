/**
 * The user fields of the firm's contacts, as many as a portal has after some years: the operator's
 * layout shows those that have a text here, and not the others.
 */
import type {UserFieldSeed} from '../../../src/simulator/rest/crm/field.js';

export interface RecordedField {
  readonly seed: UserFieldSeed;
  readonly value: unknown;
  /** The shown text, the entries of a list with commas between them; none for a field that is not shown. */
  readonly shown?: string;
}

type More = Partial<Pick<UserFieldSeed, 'isMultiple' | 'items' | 'settings'>>;

const MULTIPLE: More = {isMultiple: true};
const LEVELS = items('Basic', 'Standard', 'Premium', 'Individual');
const SERVICES = items('Installation', 'Maintenance', 'Training', 'Water analysis', 'Rental');
const LANGUAGES = items('German', 'English', 'Polish', 'Turkish');
const OF_COMPANY = linkTo('COMPANY');
const OF_DEAL = linkTo('DEAL');

/** Somebody whom the portal does not name any more. */
export const DISMISSED = 58;

export const USER_FIELDS: readonly RecordedField[] = [
  field('CUSTOMER_NUMBER', 'string', 'Customer number', 'K-100457', {}, 'K-100457'),
  field('CONTRACT_LEVEL', 'enumeration', 'Service contract', 103, LEVELS, 'Premium'),
  field('SERVICES', 'enumeration', 'Services', [101, 104], {...SERVICES, ...MULTIPLE}, [
    'Installation',
    'Water analysis',
  ]),
  field('ACCOUNT_MANAGER', 'employee', 'Account manager', 9, {}, 'Leonie Krüger'),
  field('TECHNICIANS', 'employee', 'Technicians', [6, 21], MULTIPLE, [
    'Jonas Becker',
    'Marek Nowak',
  ]),
  field('LANDLORD', 'crm', 'Landlord', '8', OF_COMPANY, 'Northgate Facilities Ltd'),
  field('OPEN_DEALS', 'crm', 'Open deals', ['26', '27'], {...OF_DEAL, ...MULTIPLE}, [
    'Spare filters',
    'Annual maintenance 2025',
  ]),
  field('WARRANTY', 'date', 'Warranty until', '2028-01-31T02:00:00+02:00', {}, 'Jan 31, 2028'),
  field('DEPOSIT', 'money', 'Deposit', '2500.5|EUR', {}, '€2,500.50'),
  field('DEVICES', 'integer', 'Number of devices', 14, {}, '14'),
  field('CELLAR_KEY', 'boolean', 'Key to the cellar', 1, {}, 'Yes'),
  field('DEPUTY', 'employee', 'Deputy', 1),
  field('SOLD_BY', 'employee', 'Sold by', 14),
  field('FIRST_CONTACT', 'employee', 'First contact', DISMISSED),
  field('SITE_MANAGERS', 'employee', 'Site managers', [9, 21, DISMISSED], MULTIPLE),
  field('INVOICE_TO', 'crm', 'Invoice to', '5', OF_COMPANY),
  field('RECOMMENDED_BY', 'crm', 'Recommended by', ['C_18', 'CO_8', 'L_3'], {
    ...MULTIPLE,
    settings: {LEAD: 'Y', DEAL: 'N', CONTACT: 'Y', COMPANY: 'Y'},
  }),
  field('LAST_DEAL', 'crm', 'Last deal', '28', OF_DEAL),
  field('PREFERRED_LANGUAGE', 'enumeration', 'Language', 101, LANGUAGES),
  field('PREFERRED_TIME', 'string', 'Best time to call', 'after 2 p.m.'),
  field('NEWSLETTER', 'boolean', 'Newsletter', 1),
  field('CONSENT', 'boolean', 'Consent to calls', 1),
  field('CONSENT_DATE', 'datetime', 'Consent given on', '2025-04-02T11:20:00+02:00'),
  field('CREDIT_LIMIT', 'money', 'Credit limit', '40000|EUR'),
  field('DISCOUNT', 'double', 'Discount, %', 7.5, {settings: {PRECISION: 2}}),
  field(
    'PAYMENT_TERMS',
    'enumeration',
    'Payment terms',
    102,
    items('14 days', '30 days', '60 days'),
  ),
  field('COST_CENTRE', 'string', 'Cost centre', '4711-C'),
  field('ERP_ID', 'string', 'Number in the ERP', 'DE-0000482913'),
  field('ERP_SYNCED', 'datetime', 'Last synchronized', '2026-03-09T04:00:12+02:00'),
  field('SITE_ADDRESS', 'address', 'Site', 'Lindenstraße 25, Berlin|52.5058;13.3954|481'),
  field('DELIVERY_ADDRESS', 'address', 'Deliver to', 'Hafenweg 3, Hamburg|53.5441;9.9905|482'),
  field('FLOOR', 'integer', 'Floor', 3),
  field('WATER_HARDNESS', 'double', 'Hardness of the water', 17.25, {settings: {PRECISION: 2}}),
  field('METER_READINGS', 'integer', 'Meter readings', [1204, 1377, 1502], MULTIPLE),
  field('LAST_VISIT', 'date', 'Last visit', '2026-02-11T02:00:00+02:00'),
  field('NEXT_VISIT', 'date', 'Next visit', '2026-05-20T02:00:00+02:00'),
  field('VISITS', 'date', 'Visits', ['2025-08-12T02:00:00+02:00', '2025-11-18'], MULTIPLE),
  field('DOCUMENTATION', 'url', 'Documentation', 'https://docs.example/pump?id=7'),
  field('CONTRACT_FILE', 'file', 'Signed contract', {id: 30601}),
  field('PHOTOS', 'file', 'Photos of the site', [{id: 30602}, {id: 30603}], MULTIPLE),
  field('DIRECTIONS', 'text', 'Directions', 'Through the gate,\nthen left.'),
  field('SIZE_OF_FIRM', 'enumeration', 'Size of the firm', 102, items('to 10', 'to 50', 'more')),
  field('FOUND_US', 'crm_status', 'First heard of us', 'WEB', {settings: {ENTITY_TYPE: 'SOURCE'}}),
  field('RATING', 'rest_5_rating', 'Rating by another app', '4 of 5'),
  field('INTERNAL_NOTE', 'string', 'Internal note', 'Ask for the new building.'),
];

/** The order in which the portal's apps and people added them is that of the table. */
function field(
  code: string,
  type: string,
  title: string,
  value: unknown,
  more: More = {},
  shown?: string | readonly string[],
): RecordedField {
  const seed = {upperName: `UF_CRM_${code}`, type, title, ...more};
  return {seed, value, ...(shown === undefined ? {} : {shown: [shown].flat().join(', ')})};
}

function items(...values: readonly string[]): More {
  return {items: values.map((VALUE, index) => ({ID: String(101 + index), VALUE}))};
}

/** A link to one type of records: its values have no prefix. */
function linkTo(type: string): More {
  const none = {LEAD: 'N', DEAL: 'N', CONTACT: 'N', COMPANY: 'N'};
  return {settings: {...none, [type]: 'Y'}};
}
