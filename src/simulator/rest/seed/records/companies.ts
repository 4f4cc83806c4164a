/** Companies. */
import {COMPANY} from '../../../../model/entity/entity-type.js';
import type {RecordFields, RecordSeed} from '../../crm/crm-seed.js';
import {email, phone} from '../fields/multifields.js';

export const COMPANIES: readonly RecordSeed[] = [
  company(5, {
    title: 'Müller GmbH',
    typeId: 'CUSTOMER',
    industry: 'MANUFACTURING',
    employees: 'EMPLOYEES_2',
    revenue: 2500000,
    contactIds: [17, 18],
    bankingDetails: 'Musterbank Berlin',
    comments: 'Framework contract since [I]2019[/I].',
    fm: [
      phone(3401, 'WORK', '+49 30 123400'),
      email(3402, 'WORK', 'info@mueller.example'),
      {id: 3403, valueType: 'WORK', value: 'https://mueller.example', typeId: 'WEB'},
    ],
    UF_CRM_1747310001: 'https://suppliers.mueller.example/login',
  }),
  company(8, {
    title: 'Northgate Facilities Ltd',
    typeId: 'PARTNER',
    currencyId: 'GBP',
    contactIds: [18, 21],
    assignedById: 9,
    fm: [phone(3404, 'WORK', '+44 20 7946 0800')],
  }),
  // The sample firm itself.
  company(11, {title: 'Vogel Wassertechnik', isMyCompany: 'Y', assignedById: 1}),
  company(12, {title: 'Lindner Immobilien', assignedById: 1}, [6]),
];

function company(id: number, fields: RecordFields, deniedTo: readonly number[] = []): RecordSeed {
  return {
    typeId: COMPANY,
    id,
    deniedTo,
    fields: {
      createdTime: '2023-11-06T10:02:00+02:00',
      updatedTime: '2026-02-18T12:30:45+02:00',
      lastActivityTime: '2026-02-18T12:30:45+02:00',
      createdBy: 1,
      updatedBy: 1,
      lastActivityBy: 6,
      assignedById: 6,
      opened: 'Y',
      isMyCompany: 'N',
      categoryId: 0,
      webformId: 0,
      leadId: 0,
      revenue: 0,
      currencyId: 'EUR',
      ...fields,
    },
  };
}
