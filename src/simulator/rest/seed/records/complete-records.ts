/** Records with a value in every field: 101 of every type. */
import {CRM_TYPES} from '../crm-types.js';
import type {RecordFields, RecordSeed} from '../../crm/crm-seed.js';
import {crmType} from '../../crm/crm-type.js';
import {isDerived} from '../../crm/derived-fields.js';
import {everyUserValue} from '../fields/every-field.js';
import {email, phone, SHARED_NUMBER} from '../fields/multifields.js';

export const COMPLETE = 101;

/** Values by the field's name, which means the same in every type. */
const VALUES: RecordFields = {
  webformId: 3,
  createdTime: '2025-11-03T08:15:00+02:00',
  updatedTime: '2026-03-09T17:45:59+02:00',
  lastActivityTime: '2026-03-10T09:00:00+02:00',
  assignedById: 9,
  createdBy: 1,
  updatedBy: 6,
  lastActivityBy: 6,
  opened: 'Y',
  utmSource: 'newsletter',
  utmMedium: 'email',
  utmCampaign: 'spring',
  utmContent: 'header',
  utmTerm: 'water dispenser',
  isReturnCustomer: 'Y',
  isRepeatedApproach: 'Y',
  isRecurring: 'N',
  isNew: 'N',
  isManualOpportunity: 'Y',
  isMyCompany: 'N',
  export: 'Y',
  companyId: 5,
  companyIds: [5, 8],
  mycompanyId: 11,
  contactIds: [17, 18],
  leadId: 3,
  dealId: 25,
  quoteId: 12,
  currencyId: 'EUR',
  fm: [
    phone(9101, 'WORK', SHARED_NUMBER),
    phone(9102, 'MOBILE', '+49 170 5550199'),
    phone(9103, 'HOME', '030 5550198, 0171 5550196 (9:00–18:00)'),
    phone(9104, 'FAX', '+49 (0)30 5550197 ext. 12'),
    email(9105, 'WORK', 'office@fountain.example'),
    email(9106, 'HOME', 'home@fountain.example'),
    email(9107, 'MAILING', 'news@fountain.example'),
    {id: 9108, valueType: 'WORK', value: 'https://fountain.example', typeId: 'WEB'},
    {id: 9109, valueType: 'TELEGRAM', value: '@fountain', typeId: 'IM'},
    {id: 9110, valueType: 'IMOL', value: 'imol|telegrambot|1|101|9', typeId: 'IM'},
  ],
  sourceId: 'TRADE_SHOW',
  sourceDescription: 'Hannover, hall 11',
  honorific: 'HNR_EN_4',
  name: 'Maximiliane',
  secondName: 'Sophie',
  lastName: 'von Brunnenberg-Quellenfeld',
  companyTitle: 'Fountain & Sons',
  post: 'Head of building services',
  birthdate: '1981-02-28T02:00:00+02:00',
  opportunity: 1234567.89,
  taxValue: 197114.2,
  revenue: 98000000,
  probability: 75,
  begindate: '2026-03-01T02:00:00+02:00',
  closedate: '2026-12-31T02:00:00+02:00',
  actualDate: '2026-05-15T02:00:00+02:00',
  dateClosed: '2026-03-08T12:00:00+02:00',
  movedTime: '2026-03-08T12:00:00+02:00',
  movedBy: 9,
  observers: [1, 14],
  comments:
    'Calls [B]always[/B] at noon.\n[LIST]\n[*]Bring the samples\n[*]Ask for the key\n[/LIST]',
  additionalInfo: 'Key is with the porter',
  statusDescription: 'Waits for the architect',
  content: '<b>Twelve</b> dispensers<br>with filters',
  contentType: 3,
  terms: 'Payable within [B]14 days[/B]',
  termsType: 2,
  commentsType: 2,
  personTypeId: 1,
  storageTypeId: 3,
  storageElementIds: [71, 72],
  locationId: '0000073738',
  orderStage: 'order',
  originatorId: 'ERP',
  originId: 'K-4711',
  originVersion: '2',
  xmlId: 'erp-4711',
  searchContent: '101 office@fountain',
  skype: 'fountain.sons',
  icq: '100200300',
  photo: 5101,
  logo: 5102,
  ufLogo: 5103,
  ufStamp: 5104,
  ufDirectorSign: 5105,
  ufAccountantSign: 5106,
  industry: 'MANUFACTURING',
  employees: 'EMPLOYEES_2',
  bankingDetails: 'Musterbank Berlin',
  addressLegal: 'Brunnenstraße 1, 10115 Berlin',
  eventDate: '2026-03-20T10:00:00+02:00',
  eventId: 'PHONE',
  eventDescription: 'Wants to hear about filters',
  quoteNumber: '2026/101',
  accountNumber: 'R-2026-101',
  clientTitle: 'Fountain & Sons',
  clientAddr: 'Brunnenstraße 1, 10115 Berlin',
  clientContact: 'Maximiliane von Brunnenberg',
  clientEmail: 'office@fountain.example',
  clientPhone: SHARED_NUMBER,
  clientTpId: 'DE000000101',
  clientTpaId: '101',
  previousStageId: '',
  parentId1: 3,
  parentId2: 25,
  parentId3: 17,
  parentId4: 5,
  parentId177: 3,
  parentId1036: 1,
};

/** Values that depend on the type. */
const OWN: Readonly<Record<number, RecordFields>> = {
  1: {title: 'Fountains for three schools', stageId: 'PROCESSED'},
  2: {title: 'Fountains, phase two', categoryId: 9, stageId: 'C9:FINAL_INVOICE', typeId: 'SALE'},
  3: {categoryId: 0, typeId: 'CLIENT'},
  4: {title: 'Fountain & Sons Wasserbau GmbH & Co. KG', categoryId: 0, typeId: 'CUSTOMER'},
  7: {title: 'Quote for twelve dispensers', stageId: 'SENT'},
  31: {
    title: 'Invoice for March',
    categoryId: 4,
    stageId: 'DT31_4:S',
    previousStageId: 'DT31_4:N',
  },
  177: {
    title: 'Delivery to the school',
    categoryId: 53,
    stageId: 'DT177_53:PACKED',
    previousStageId: 'DT177_53:NEW',
  },
  1036: {title: 'Inspection of the cellar'},
};

export const COMPLETE_RECORDS: readonly RecordSeed[] = CRM_TYPES.map((seed) => {
  const values = {...VALUES, ...OWN[seed.id]};
  const names = crmType(seed)
    .fields.filter(({name, isDisabled}) => !isDisabled && !isDerived(seed.id, name))
    .map(({name}) => name);
  return {
    typeId: seed.id,
    id: COMPLETE,
    fields: {
      ...Object.fromEntries(
        names.filter((name) => name in values).map((name) => [name, values[name]]),
      ),
      ...everyUserValue(seed.id),
    },
  };
});
