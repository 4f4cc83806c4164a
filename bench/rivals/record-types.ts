/** What the developer of the pages beside the kit knows of the portal's records. */

/** What the card of a type shows, and what of that is only an id. */
export interface TypeInfo {
  readonly name: string;
  readonly dictionaries: readonly string[];
  readonly fields: readonly string[];
  /** The shown fields with users; `[]` for those that have several values. */
  readonly users: readonly string[];
  /** The shown fields with records, by their type. */
  readonly links: Readonly<Record<number, readonly string[]>>;
}

const LEAD = 1;
const DEAL = 2;
export const CONTACT = 3;
const COMPANY = 4;
const USUAL = ['typeId', 'sourceId', 'assignedById', 'observers', 'comments', 'utmSource'];
const PEOPLE = ['assignedById', 'observers[]'];

/** The types of records that a call card may have. */
const TYPES: Readonly<Record<number, TypeInfo>> = {
  [LEAD]: {
    name: 'Lead',
    dictionaries: ['HONORIFIC', 'SOURCE', 'STATUS'],
    fields: ['honorific', 'post', 'companyId', ...USUAL],
    users: PEOPLE,
    links: {[COMPANY]: ['companyId']},
  },
  [DEAL]: {
    name: 'Deal',
    dictionaries: ['DEAL_TYPE', 'SOURCE', 'DEAL_STAGE'],
    fields: ['opportunity', 'companyId', 'contactId', 'closedate', ...USUAL],
    users: PEOPLE,
    links: {[COMPANY]: ['companyId'], [CONTACT]: ['contactId']},
  },
  [CONTACT]: {
    name: 'Contact',
    dictionaries: ['HONORIFIC', 'CONTACT_TYPE', 'SOURCE'],
    fields: [
      ...['honorific', 'post', 'companyIds', ...USUAL, 'UF_CRM_CUSTOMER_NUMBER'],
      ...['UF_CRM_CONTRACT_LEVEL', 'UF_CRM_SERVICES', 'UF_CRM_ACCOUNT_MANAGER'],
      ...['UF_CRM_TECHNICIANS', 'UF_CRM_LANDLORD', 'UF_CRM_OPEN_DEALS', 'UF_CRM_WARRANTY'],
      ...['UF_CRM_DEPOSIT', 'UF_CRM_DEVICES', 'UF_CRM_CELLAR_KEY'],
    ],
    users: [...PEOPLE, 'UF_CRM_ACCOUNT_MANAGER', 'UF_CRM_TECHNICIANS[]'],
    links: {[COMPANY]: ['companyIds[]', 'UF_CRM_LANDLORD'], [DEAL]: ['UF_CRM_OPEN_DEALS[]']},
  },
  [COMPANY]: {
    name: 'Company',
    dictionaries: ['COMPANY_TYPE', 'INDUSTRY', 'EMPLOYEES'],
    fields: ['industry', 'employees', ...USUAL],
    users: PEOPLE,
    links: {},
  },
};

export function typeInfo(typeId: number): TypeInfo {
  return TYPES[typeId] ?? UNKNOWN_TYPE;
}

const UNKNOWN_TYPE: TypeInfo = {
  ...{name: 'Record', dictionaries: [], fields: USUAL, users: PEOPLE, links: {}},
};
