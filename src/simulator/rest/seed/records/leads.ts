/** Leads. */
import {LEAD} from '../../../../model/entity/entity-type.js';
import type {RecordFields, RecordSeed} from '../../crm/crm-seed.js';
import {email, phone} from '../fields/multifields.js';

export const LEADS: readonly RecordSeed[] = [
  lead(3, {
    title: 'Enquiry from the website',
    honorific: 'HNR_EN_2',
    name: 'Emily',
    lastName: 'Carter',
    companyTitle: 'Harbour Café',
    post: 'Owner',
    stageId: 'IN_PROCESS',
    sourceId: 'WEB',
    sourceDescription: 'Form “Water dispenser”',
    opportunity: 999.9,
    isManualOpportunity: 'Y',
    comments: 'Asked for a [B]callback[/B].',
    fm: [phone(101, 'WORK', '+44 20 7946 0003'), email(102, 'WORK', 'emily@harbour-cafe.example')],
    UF_CRM_1720019876534: 'SPRING-26',
  }),
  // Made for an unknown caller: its name is the number.
  lead(4, {
    title: '+49 89 5550104 - Incoming call',
    stageId: 'NEW',
    sourceId: 'CALL',
    fm: [phone(103, 'WORK', '+49 89 5550104')],
  }),
  lead(5, {
    title: 'Second enquiry',
    stageId: 'CONVERTED',
    companyId: 5,
    contactIds: [17],
    isReturnCustomer: 'Y',
  }),
];

function lead(id: number, fields: RecordFields): RecordSeed {
  return {
    typeId: LEAD,
    id,
    fields: {
      createdTime: '2026-02-24T18:00:08+02:00',
      updatedTime: '2026-02-25T09:20:00+02:00',
      lastActivityTime: '2026-02-25T09:20:00+02:00',
      createdBy: 1,
      updatedBy: 1,
      lastActivityBy: 1,
      assignedById: 6,
      opened: 'Y',
      companyId: 0,
      webformId: 0,
      stageId: 'NEW',
      opportunity: 0,
      currencyId: 'EUR',
      isManualOpportunity: 'N',
      isReturnCustomer: 'N',
      movedBy: 1,
      movedTime: '2026-02-25T09:20:00+02:00',
      ...fields,
    },
  };
}
