/** The portal's CRM types with the user fields that the sample firm added. */
import {
  COMPANY,
  CONTACT,
  DEAL,
  LEAD,
  QUOTE,
  SMART_INVOICE,
} from '../../../model/entity/entity-type.js';
import type {CrmTypeSeed} from '../crm/crm-seed.js';
import {
  COMPANY_USER_FIELDS,
  CONTACT_USER_FIELDS,
  LEAD_USER_FIELDS,
} from './fields/client-user-fields.js';
import {DEAL_USER_FIELDS} from './fields/deal-user-fields.js';
import {everyUserField} from './fields/every-field.js';

/** Smart processes of the sample firm: one with pipelines and stages, one with neither. */
export const DELIVERY = 177;
export const INSPECTION = 1036;

const OF_A_DELIVERY = {typeId: DELIVERY, title: 'Delivery'};
const OF_A_DEAL = {typeId: DEAL, title: 'Deal'};

const TYPES: readonly CrmTypeSeed[] = [
  {id: LEAD, name: 'Lead', userFields: LEAD_USER_FIELDS, parents: [OF_A_DELIVERY]},
  {id: DEAL, name: 'Deal', userFields: DEAL_USER_FIELDS, parents: [OF_A_DELIVERY]},
  {id: CONTACT, name: 'Contact', userFields: CONTACT_USER_FIELDS, parents: [OF_A_DELIVERY]},
  {id: COMPANY, name: 'Company', userFields: COMPANY_USER_FIELDS, parents: [OF_A_DELIVERY]},
  {id: QUOTE, name: 'Quote', userFields: [], parents: [OF_A_DELIVERY]},
  {
    id: SMART_INVOICE,
    name: 'Invoice',
    userFields: [],
    parents: [OF_A_DEAL, OF_A_DELIVERY],
    defaultCategoryId: 4,
  },
  {
    id: DELIVERY,
    name: 'Delivery',
    userFields: [],
    parents: [OF_A_DEAL, {typeId: INSPECTION, title: 'Inspection'}],
    defaultCategoryId: 52,
  },
  {
    id: INSPECTION,
    name: 'Inspection',
    userFields: [],
    parents: [
      {typeId: CONTACT, title: 'Tenant'},
      {typeId: COMPANY, title: 'Owner'},
    ],
    without: ['stages', 'categories', 'dates', 'products', 'my-company', 'source'],
  },
];

export const CRM_TYPES: readonly CrmTypeSeed[] = TYPES.map((type) => ({
  ...type,
  userFields: [...type.userFields, ...everyUserField(type.id)],
}));
