/** User fields of deals: one of every kind, so that every formatter is used. */
import type {UserFieldSeed} from '../../crm/field.js';

export const DEAL_USER_FIELDS: readonly UserFieldSeed[] = [
  {
    upperName: 'UF_CRM_CONTRACT_NUMBER',
    type: 'string',
    title: 'Contract number',
    settings: {SIZE: 20, ROWS: 1, REGEXP: '', MIN_LENGTH: 0, MAX_LENGTH: 0, DEFAULT_VALUE: ''},
  },
  {
    upperName: 'UF_CRM_1721244707107',
    type: 'double',
    title: 'Pump flow, l/min',
    settings: {PRECISION: 2, SIZE: 20, MIN_VALUE: 0, MAX_VALUE: 0, DEFAULT_VALUE: null},
  },
  {
    upperName: 'UF_CRM_1721244707108',
    type: 'integer',
    title: 'Number of devices',
    settings: {SIZE: 20, MIN_VALUE: 0, MAX_VALUE: 0, DEFAULT_VALUE: null},
  },
  {
    upperName: 'UF_CRM_1721244707109',
    type: 'enumeration',
    title: 'Services',
    isMultiple: true,
    items: [
      {ID: '79', VALUE: 'Installation'},
      {ID: '80', VALUE: 'Maintenance'},
      {ID: '81', VALUE: 'Training'},
    ],
    settings: {DISPLAY: 'UI', LIST_HEIGHT: 3, CAPTION_NO_VALUE: '', SHOW_NO_VALUE: 'Y'},
  },
  {
    upperName: 'UF_CRM_1721244707110',
    type: 'date',
    title: 'Inspection due',
    settings: {DEFAULT_VALUE: {TYPE: 'NONE', VALUE: ''}},
  },
  {
    upperName: 'UF_CRM_1721244707111',
    type: 'datetime',
    title: 'Appointment',
    settings: {DEFAULT_VALUE: {TYPE: 'NONE', VALUE: ''}, USE_SECOND: 'N', USE_TIMEZONE: 'N'},
  },
  {
    upperName: 'UF_CRM_1721244707112',
    type: 'money',
    title: 'Deposit',
    settings: {DEFAULT_VALUE: ''},
  },
  {
    upperName: 'UF_CRM_1721244707113',
    type: 'boolean',
    title: 'Access to the cellar',
    settings: {
      DEFAULT_VALUE: 0,
      DISPLAY: 'CHECKBOX',
      LABEL: ['', ''],
      LABEL_CHECKBOX: {en: 'Access to the cellar'},
    },
  },
  {
    upperName: 'UF_CRM_1721244707114',
    type: 'url',
    title: 'Floor plan',
    settings: {POPUP: 'Y', SIZE: 20, MIN_LENGTH: 0, MAX_LENGTH: 0, DEFAULT_VALUE: ''},
  },
  {
    upperName: 'UF_CRM_1721244707115',
    type: 'file',
    title: 'Signed order',
    settings: {
      SIZE: 20,
      LIST_WIDTH: 0,
      LIST_HEIGHT: 0,
      MAX_SHOW_SIZE: 0,
      MAX_ALLOWED_SIZE: 0,
      EXTENSIONS: [],
      TARGET_BLANK: 'Y',
    },
  },
  {upperName: 'UF_CRM_1721244707116', type: 'employee', title: 'Technicians', isMultiple: true},
  {
    upperName: 'UF_CRM_1721244707117',
    type: 'crm',
    title: 'Recommended by',
    isMultiple: true,
    settings: {LEAD: 'Y', DEAL: 'N', CONTACT: 'Y', COMPANY: 'Y'},
  },
  // Bound to a single type: its values have no type prefix.
  {
    upperName: 'UF_CRM_1721244707118',
    type: 'crm',
    title: 'Landlord',
    settings: {LEAD: 'N', DEAL: 'N', CONTACT: 'N', COMPANY: 'Y'},
  },
  {upperName: 'UF_CRM_1721244707119', type: 'address', title: 'Place of installation'},
  {
    upperName: 'UF_CRM_1721244707120',
    type: 'crm_status',
    title: 'First heard through',
    settings: {ENTITY_TYPE: 'SOURCE'},
  },
  // With letters and digits: its camelCase name keeps the capitals.
  {upperName: 'UF_CRM_ROOM42', type: 'string', title: 'Room'},
];
