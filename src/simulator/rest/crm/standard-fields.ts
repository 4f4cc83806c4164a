/**
 * The standard fields of each CRM type (documented: REST, `crm/universal/object-fields.md`), grouped by field
 * type as in the documentation. Marks behind a name: `[]` has several values, `-` is disabled and always
 * null, `!` is read-only, `*` is required, `^` is deprecated.
 */
import {
  COMPANY,
  CONTACT,
  DEAL,
  LEAD,
  QUOTE,
  SMART_INVOICE,
} from '../../../model/entity/entity-type.js';
import type {Field} from './field.js';
import {upperNameOf} from './field.js';
import {titleOf} from './field-titles.js';

type FieldTable = Readonly<Record<string, string>>;

const COMMON: FieldTable = {
  integer: 'id! entityTypeId! webformId',
  datetime: 'createdTime! updatedTime! lastActivityTime!',
  user: 'assignedById createdBy! updatedBy! lastActivityBy!',
  boolean: 'opened*',
  string: 'utmSource utmMedium utmCampaign utmContent utmTerm',
};

const CONTACTABLE =
  'phone! phoneWork! phoneMobile! phoneMailing! email! emailHome! emailWork! emailMailing! imol!';

const LEAD_FIELDS: FieldTable = {
  boolean: 'isConvert- hasPhone! hasEmail! hasImol! isReturnCustomer! isManualOpportunity',
  crm_company: 'companyId',
  crm_contact: 'contactId^ contactIds[]',
  crm_currency: 'currencyId',
  crm_multifield: 'fm[]',
  crm_status: 'stageId sourceId honorific',
  date: 'birthdate',
  datetime: 'dateCreateShort- dateModifyShort- dateClosed! movedTime!',
  double: 'opportunity',
  string: `stageSemanticId! productId- title name lastName secondName shortName- companyTitle post originatorId originId login- skype icq ${CONTACTABLE}`,
  text: 'statusDescription sourceDescription address- comments searchContent!',
  user: 'movedBy! observers[]',
};

const DEAL_FIELDS: FieldTable = {
  boolean:
    'isNew! isRecurring isReturnCustomer! isRepeatedApproach! closed! isManualOpportunity isWork- isWon- isLose- hasProducts-',
  crm_category: 'categoryId',
  crm_company: 'companyId',
  crm_contact: 'contactId^ contactIds[]',
  crm_currency: 'currencyId',
  crm_lead: 'leadId!',
  crm_quote: 'quoteId',
  crm_status: 'stageId typeId eventId sourceId',
  date: 'begindate closedate',
  datetime:
    'dateCreateShort- dateModifyShort- begindateShort- closedateShort- eventDate eventDateShort- movedTime!',
  double: 'opportunity taxValue',
  integer: 'probability',
  location: 'locationId',
  string:
    'title productId- stageSemanticId! originatorId originId additionalInfo orderStage receivedAmount- lostAmount-',
  text: 'comments eventDescription sourceDescription searchContent!',
  user: 'movedBy! observers[]',
};

const CONTACT_FIELDS: FieldTable = {
  boolean: 'export hasPhone! hasEmail! hasImol!',
  crm_category: 'categoryId',
  crm_company: 'companyId^ companyIds[]',
  crm_lead: 'leadId!',
  crm_multifield: 'fm[]',
  crm_status: 'sourceId typeId honorific',
  date: 'birthdate',
  file: 'photo',
  string: `name lastName secondName shortName- post originatorId originId originVersion login- ${CONTACTABLE}`,
  text: 'sourceDescription address- comments searchContent!',
  user: 'observers[]',
};

const COMPANY_FIELDS: FieldTable = {
  boolean: 'hasPhone! hasEmail! hasImol! isMyCompany',
  crm_category: 'categoryId',
  crm_contact: 'contactIds[]',
  crm_currency: 'currencyId',
  crm_lead: 'leadId!',
  crm_multifield: 'fm[]',
  crm_status: 'typeId industry employees',
  double: 'revenue',
  file: 'logo ufLogo ufStamp ufDirectorSign ufAccountantSign',
  string: `title bankingDetails originatorId originId originVersion ${CONTACTABLE}`,
  text: 'address- addressLegal^ comments searchContent!',
  user: 'observers[]',
};

const QUOTE_FIELDS: FieldTable = {
  boolean: 'closed! isManualOpportunity hasProducts-',
  crm_company: 'companyId mycompanyId',
  crm_contact: 'contactId^ contactIds[]',
  crm_currency: 'currencyId',
  crm_deal: 'dealId',
  crm_lead: 'leadId!',
  crm_status: 'stageId',
  date: 'begindate closedate actualDate',
  datetime: 'dateCreateShort- dateModifyShort- begindateShort- closedateShort-',
  double: 'opportunity taxValue',
  integer: 'personTypeId commentsType contentType termsType storageTypeId storageElementIds[]',
  location: 'locationId',
  string:
    'title quoteNumber clientTitle clientAddr clientContact clientEmail clientPhone clientTpId clientTpaId',
  text: 'comments content terms searchContent!',
};

const INVOICE_FIELDS: FieldTable = {
  boolean: 'isManualOpportunity',
  crm_category: 'categoryId',
  crm_company: 'companyId mycompanyId',
  crm_contact: 'contactId^ contactIds[]',
  crm_currency: 'currencyId',
  crm_status: 'stageId previousStageId! sourceId',
  date: 'begindate closedate',
  datetime: 'movedTime!',
  double: 'opportunity taxValue',
  location: 'locationId',
  string: 'xmlId title accountNumber',
  text: 'sourceDescription comments',
  user: 'movedBy! observers[]',
};

/** The fields of a smart process with all switches on. */
const DYNAMIC_FIELDS: FieldTable = {
  boolean: 'isManualOpportunity',
  crm_category: 'categoryId',
  crm_company: 'companyId mycompanyId',
  crm_contact: 'contactId^ contactIds[]',
  crm_currency: 'currencyId accountCurrencyId-',
  crm_status: 'stageId previousStageId! sourceId',
  date: 'begindate closedate',
  datetime: 'movedTime!',
  double: 'opportunity taxValue opportunityAccount- taxValueAccount-',
  string: 'xmlId title',
  text: 'sourceDescription',
  user: 'movedBy! observers[]',
};

const FIELDS_OF_TYPE: ReadonlyMap<number, FieldTable> = new Map([
  [LEAD, LEAD_FIELDS],
  [DEAL, DEAL_FIELDS],
  [CONTACT, CONTACT_FIELDS],
  [COMPANY, COMPANY_FIELDS],
  [QUOTE, QUOTE_FIELDS],
  [SMART_INVOICE, INVOICE_FIELDS],
]);

/** The dictionaries of status fields other than stages. */
const STATUS_TYPES: Readonly<Record<string, string>> = {
  '2.typeId': 'DEAL_TYPE',
  '3.typeId': 'CONTACT_TYPE',
  '4.typeId': 'COMPANY_TYPE',
  sourceId: 'SOURCE',
  honorific: 'HONORIFIC',
  industry: 'INDUSTRY',
  employees: 'EMPLOYEES',
  eventId: 'EVENT_TYPE',
};

/**
 * Every standard field of a type, the common ones first.
 *
 * @param stages - the dictionary of the default pipeline: `stageId` names it, whatever the record's is
 */
export function standardFields(typeId: number, stages?: string): Field[] {
  const own = FIELDS_OF_TYPE.get(typeId) ?? DYNAMIC_FIELDS;
  const fields = [...fieldsOf(typeId, COMMON), ...fieldsOf(typeId, own)];
  if (stages === undefined) return fields;
  return fields.map((field) => (isStage(field) ? {...field, statusType: stages} : field));
}

function isStage({name}: Field): boolean {
  return name === 'stageId' || name === 'previousStageId';
}

/** The field of a parent type: a link to a record of the type in its number. */
export function parentField(parentTypeId: number, title: string): Field {
  const name = `parentId${parentTypeId}`;
  return {...field(0, 'crm_entity', name), title, settings: {parentEntityTypeId: parentTypeId}};
}

function fieldsOf(typeId: number, table: FieldTable): Field[] {
  return Object.entries(table).flatMap(([type, names]) =>
    names.split(' ').map((marked) => field(typeId, type, marked)),
  );
}

function field(typeId: number, type: string, marked: string): Field {
  const name = /^\w+/.exec(marked)?.[0] ?? marked;
  const statusType = STATUS_TYPES[`${typeId}.${name}`] ?? STATUS_TYPES[name];
  return {
    name,
    camelName: name,
    upperName: upperNameOf(name),
    type,
    title: titleOf(name),
    isRequired: marked.includes('*'),
    isReadOnly: marked.includes('!') || marked.includes('-'),
    isMultiple: marked.includes('[]'),
    isDynamic: false,
    isDeprecated: marked.includes('^'),
    isDisabled: marked.includes('-'),
    ...(type === 'crm_status' && statusType !== undefined ? {statusType} : {}),
    ...(name === 'mycompanyId' ? {settings: {isMyCompany: true}} : {}),
  };
}
