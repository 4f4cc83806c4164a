/** The portal's data of the benchmark: the sample firm's, with contacts who have many fields. */
import {CONTACT} from '../../../src/model/entity/entity-type.js';
import type {PortalSeed, RecordFields} from '../../../src/simulator/rest/crm/crm-seed.js';
import {email, phone} from '../../../src/simulator/rest/seed/fields/multifields.js';
import {SAMPLE_SEED} from '../../../src/simulator/rest/seed/sample-seed.js';
import {CLIENTS} from './client.js';
import {DISMISSED, USER_FIELDS} from './user-fields.js';

/** The standard fields of the layout that stand among the record's fields, with their texts. */
const STANDARD: readonly (readonly [element: string, label: string, shown: string])[] = [
  ['HONORIFIC', 'Salutation', 'Ms.'],
  ['POST', 'Position', 'Head of building services'],
  ['COMPANY', 'Companies', 'Müller GmbH'],
  ['TYPE_ID', 'Type', 'Client'],
  ['SOURCE_ID', 'Source', 'Trade show'],
  ['ASSIGNED_BY_ID', 'Responsible person', 'Jonas Becker'],
  ['OBSERVER', 'Observers', `Leonie Krüger, #${DISMISSED}`],
  ['COMMENTS', 'Comment', 'Prefers calls after 2 p.m.'],
  ['UTM', 'UTM Source', 'newsletter'],
];

/** What a page has to show of the record, as `probe.js` reads it; phones and e-mails by their links. */
export const SHOWN: readonly string[] = [
  'title: Miriam Sommer',
  'tel:+4930123456',
  'tel:+491707654321',
  'mailto:miriam.sommer@mueller.example',
  ...STANDARD.map(([, label, shown]) => `${label}: ${shown}`),
  ...USER_FIELDS.flatMap(({seed, shown}) => (shown === undefined ? [] : `${seed.title}: ${shown}`)),
];

const FIELDS: RecordFields = {
  createdTime: '2024-02-12T09:14:05+02:00',
  updatedTime: '2026-03-02T16:40:11+02:00',
  lastActivityTime: '2026-03-02T16:40:11+02:00',
  createdBy: DISMISSED,
  updatedBy: 6,
  lastActivityBy: 6,
  assignedById: 6,
  observers: [9, DISMISSED],
  opened: 'Y',
  export: 'Y',
  categoryId: 0,
  honorific: 'HNR_EN_2',
  name: 'Miriam',
  lastName: 'Sommer',
  post: 'Head of building services',
  companyIds: [5],
  typeId: 'CLIENT',
  sourceId: 'TRADE_SHOW',
  comments: 'Prefers calls [B]after 2 p.m.[/B]',
  utmSource: 'newsletter',
  fm: [
    phone(9557, 'WORK', '+49 30 123456'),
    phone(9559, 'MOBILE', '+49 170 7654321'),
    email(9553, 'WORK', 'miriam.sommer@mueller.example'),
  ],
  ...Object.fromEntries(USER_FIELDS.map(({seed, value}) => [seed.upperName, value])),
};

export const FIRM: PortalSeed = {
  ...SAMPLE_SEED,
  types: SAMPLE_SEED.types.map((type) =>
    type.id === CONTACT ? {...type, userFields: USER_FIELDS.map(({seed}) => seed)} : type,
  ),
  records: [...SAMPLE_SEED.records, ...CLIENTS.map((client) => ({...client, fields: FIELDS}))],
  layouts: [
    {
      entityTypeId: CONTACT,
      scope: 'C',
      layout: [
        section('main', 'About the contact', [
          ...['LAST_NAME', 'NAME', 'PHONE', 'EMAIL'],
          ...STANDARD.map(([element]) => element),
        ]),
        section(
          'service',
          'Service',
          USER_FIELDS.flatMap(({seed, shown}) => (shown === undefined ? [] : [seed.upperName])),
        ),
      ],
    },
  ],
};

function section(name: string, title: string, elements: readonly string[]): unknown {
  const shown = elements.map((element) => ({name: element, optionFlags: '0'}));
  return {name, title, type: 'section', elements: shown};
}
