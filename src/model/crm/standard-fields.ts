/**
 * The types of the standard fields (reference: REST, section 1.3), for portals that do not describe them.
 */
import {COMPANY, CONTACT, DEAL} from '../entity/entity-type.js';
import {lookUp} from '../parse/reading.js';

/** The keys by field type. A `crm_status` has its dictionary behind the key. */
const KEYS: Readonly<Record<string, string>> = {
  date: 'birthdate begindate closedate actualDate',
  datetime: 'createdTime dateClosed updatedTime movedTime lastActivityTime',
  user: 'assignedById observers createdBy updatedBy movedBy lastActivityBy',
  text: 'comments content terms sourceDescription statusDescription',
  boolean: 'opened closed isReturnCustomer isRepeatedApproach',
  crm_company: 'companyId companyIds mycompanyId',
  crm_contact: 'contactId contactIds',
  crm_lead: 'leadId',
  crm_deal: 'dealId',
  crm_quote: 'quoteId',
  crm_category: 'categoryId',
  crm_currency: 'currencyId',
  crm_status: 'honorific:HONORIFIC sourceId:SOURCE industry:INDUSTRY employees:EMPLOYEES typeId:',
};

/** The dictionary of `typeId` by record type. */
const TYPE_DICTIONARIES: Readonly<Record<number, string>> = {
  [DEAL]: 'DEAL_TYPE',
  [CONTACT]: 'CONTACT_TYPE',
  [COMPANY]: 'COMPANY_TYPE',
};

export interface StandardField {
  readonly type: string;
  readonly statusType: string;
}

const FIELDS: Readonly<Record<string, StandardField>> = Object.fromEntries(
  Object.entries(KEYS).flatMap(([type, keys]) =>
    keys.split(' ').map((entry) => {
      const [key = '', statusType = ''] = entry.split(':');
      return [key, {type, statusType}];
    }),
  ),
);

/** The description of a standard field; `undefined` for one that is plain text. */
export function standardFieldOf(typeId: number, key: string): StandardField | undefined {
  const field = lookUp(FIELDS, key);
  if (key !== 'typeId' || field === undefined) return field;
  return {...field, statusType: TYPE_DICTIONARIES[typeId] ?? ''};
}
