/** Quotes, invoices and records of smart processes with ordinary values. */
import {QUOTE, SMART_INVOICE} from '../../../../model/entity/entity-type.js';
import type {RecordFields, RecordSeed} from '../../crm/crm-seed.js';
import {DELIVERY, INSPECTION} from '../crm-types.js';

const AMOUNTS: RecordFields = {
  opportunity: 1500,
  taxValue: 0,
  currencyId: 'EUR',
  isManualOpportunity: 'N',
};
const MOVED: RecordFields = {movedBy: 6, movedTime: '2026-03-01T10:00:00+02:00'};

export const PAPERS: readonly RecordSeed[] = [
  paper(QUOTE, 12, {
    ...AMOUNTS,
    title: 'Quote #12',
    quoteNumber: '12',
    stageId: 'SENT',
    dealId: 25,
    leadId: 0,
    companyId: 5,
    contactIds: [17],
    mycompanyId: 11,
    begindate: '2024-06-18T02:00:00+02:00',
    closedate: '2024-07-30T02:00:00+02:00',
    content: '<b>Six</b> dispensers',
    contentType: 3,
    terms: '',
    termsType: 3,
    comments: '',
    commentsType: 3,
    clientTitle: 'Müller GmbH',
    clientPhone: '+49 30 123400',
    clientEmail: 'info@mueller.example',
    storageTypeId: 3,
  }),
  paper(SMART_INVOICE, 9, {
    ...AMOUNTS,
    ...MOVED,
    title: 'Invoice #9',
    accountNumber: '9',
    categoryId: 4,
    stageId: 'DT31_4:N',
    previousStageId: '',
    begindate: '2026-03-01T02:00:00+02:00',
    closedate: '2026-03-11T02:00:00+02:00',
    companyId: 5,
    contactIds: [17],
    mycompanyId: 11,
    parentId2: 25,
    comments: '',
  }),
  paper(DELIVERY, 3, {
    ...AMOUNTS,
    ...MOVED,
    title: 'Delivery #3',
    opportunity: 0,
    categoryId: 52,
    stageId: 'DT177_52:NEW',
    previousStageId: '',
    companyId: 5,
    contactIds: [17],
    parentId2: 25,
    UF_CRM_7_ANY_CHOICE: 302,
  }),
  paper(INSPECTION, 1, {title: 'Inspection #1', contactIds: [21], companyId: 8, parentId3: 21}),
];

function paper(typeId: number, id: number, fields: RecordFields): RecordSeed {
  return {
    typeId,
    id,
    fields: {
      createdTime: '2026-03-01T10:00:00+02:00',
      updatedTime: '2026-03-01T10:00:00+02:00',
      lastActivityTime: '2026-03-01T10:00:00+02:00',
      createdBy: 6,
      updatedBy: 6,
      lastActivityBy: 6,
      assignedById: 6,
      opened: 'Y',
      webformId: 0,
      ...fields,
    },
  };
}
