/** The portal's CRM types with the user fields that the sample firm added. */
import {COMPANY, CONTACT, DEAL, LEAD} from '../../../model/entity-type.js';
import type {CrmTypeSeed} from '../crm/crm-seed.js';
import {COMPANY_USER_FIELDS, CONTACT_USER_FIELDS, LEAD_USER_FIELDS} from './client-user-fields.js';
import {DEAL_USER_FIELDS} from './deal-user-fields.js';

export const CRM_TYPES: readonly CrmTypeSeed[] = [
  {id: LEAD, name: 'Lead', userFields: LEAD_USER_FIELDS},
  {id: DEAL, name: 'Deal', userFields: DEAL_USER_FIELDS},
  {id: CONTACT, name: 'Contact', userFields: CONTACT_USER_FIELDS},
  {id: COMPANY, name: 'Company', userFields: COMPANY_USER_FIELDS},
];
