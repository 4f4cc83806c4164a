/** User fields of leads, contacts and companies. */
import type {UserFieldSeed} from '../../crm/field.js';

const STRING_SETTINGS = {
  SIZE: 20,
  ROWS: 1,
  REGEXP: '',
  MIN_LENGTH: 0,
  MAX_LENGTH: 0,
  DEFAULT_VALUE: '',
};

export const LEAD_USER_FIELDS: readonly UserFieldSeed[] = [
  {
    upperName: 'UF_CRM_1720019876534',
    type: 'string',
    title: 'Campaign code',
    settings: STRING_SETTINGS,
  },
];

export const CONTACT_USER_FIELDS: readonly UserFieldSeed[] = [
  {
    upperName: 'UF_CRM_CUSTOMER_NUMBER',
    type: 'string',
    title: 'Customer number',
    settings: STRING_SETTINGS,
  },
  {
    upperName: 'UF_CRM_1747309879',
    type: 'boolean',
    title: 'Newsletter',
    settings: {DEFAULT_VALUE: 0, DISPLAY: 'CHECKBOX', LABEL: ['not wanted', 'wanted']},
  },
  {
    upperName: 'UF_CRM_1747309880',
    type: 'enumeration',
    title: 'Preferred contact',
    items: [
      {ID: '41', VALUE: 'Phone'},
      {ID: '42', VALUE: 'E-mail'},
      {ID: '43', VALUE: 'Letter'},
    ],
    settings: {DISPLAY: 'LIST', LIST_HEIGHT: 1, CAPTION_NO_VALUE: '', SHOW_NO_VALUE: 'Y'},
  },
];

export const COMPANY_USER_FIELDS: readonly UserFieldSeed[] = [
  {
    upperName: 'UF_CRM_1747310001',
    type: 'url',
    title: 'Supplier portal',
    settings: {POPUP: 'Y', SIZE: 20, MIN_LENGTH: 0, MAX_LENGTH: 0, DEFAULT_VALUE: ''},
  },
];
