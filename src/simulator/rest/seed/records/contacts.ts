/** Contacts. Most examples use 17. */
import {CONTACT} from '../../../../model/entity/entity-type.js';
import type {RecordFields, RecordSeed} from '../../crm/crm-seed.js';
import {email, phone, SHARED_NUMBER} from '../fields/multifields.js';

export const CONTACTS: readonly RecordSeed[] = [
  contact(17, {
    honorific: 'HNR_EN_1',
    name: 'Klaus',
    lastName: 'Weber',
    post: 'Head of purchasing',
    birthdate: '1974-05-23T02:00:00+02:00',
    companyIds: [5],
    typeId: 'CLIENT',
    sourceId: 'TRADE_SHOW',
    sourceDescription: 'Hannover, hall 11',
    comments: 'Prefers calls [B]after 2 p.m.[/B]\nKnows the old system well.',
    fm: [
      phone(8557, 'WORK', '+49 30 123456'),
      phone(8559, 'MOBILE', '+49 170 7654321'),
      email(8553, 'WORK', 'klaus.weber@mueller.example'),
      email(8555, 'HOME', 'weber.klaus@mail.example'),
    ],
    // The search engine's index, in which addresses are encoded by ROT13.
    searchContent: '17 Klaus Weber +4930123456 xynhf.jrore@zhryyre.rknzcyr',
    observers: [9],
    utmSource: 'newsletter',
    UF_CRM_CUSTOMER_NUMBER: 'K-100417',
    UF_CRM_1747309879: 1,
    UF_CRM_1747309880: 41,
  }),
  contact(18, {
    honorific: 'HNR_EN_2',
    name: 'Anna',
    secondName: 'Luise',
    lastName: 'Schmidt',
    companyIds: [5, 8],
    typeId: 'CLIENT',
    assignedById: 9,
    fm: [phone(8561, 'WORK', '+49 30 123456'), email(8562, 'WORK', 'anna.schmidt@mueller.example')],
    UF_CRM_1747309880: 42,
  }),
  // As an incoming call makes it: with a number only.
  contact(19, {name: 'Unnamed', fm: [phone(8563, 'WORK', '+44 20 7946 0018')], assignedById: 6}),
  contact(
    20,
    {
      name: 'Vera',
      lastName: 'Lindner',
      assignedById: 1,
      fm: [phone(8564, 'MOBILE', '+49 171 5550020')],
    },
    [6, 9],
  ),
  contact(21, {
    name: 'James',
    lastName: 'Whitfield',
    post: 'Facility manager',
    companyIds: [8],
    assignedById: 14,
    fm: [
      phone(8565, 'WORK', '+44 20 7946 0021'),
      {id: 8566, valueType: 'TELEGRAM', value: '@jwhitfield', typeId: 'IM'},
      {id: 8567, valueType: 'IMOL', value: 'imol|telegrambot|1|221|7', typeId: 'IM'},
      {id: 8568, valueType: 'WORK', value: 'https://northgate.example', typeId: 'WEB'},
    ],
  }),
  // A supplier, in a pipeline that the list of contacts does not show.
  contact(22, {name: 'Paula', lastName: 'Rossi', companyIds: [8], categoryId: 10}),
  // Has the same number as others.
  contact(23, {
    name: 'Tom',
    lastName: 'Fountain',
    companyIds: [101],
    assignedById: 21,
    fm: [phone(8569, 'WORK', '0049 (30) 555-0199'), phone(8570, 'HOME', SHARED_NUMBER)],
  }),
];

function contact(id: number, fields: RecordFields, deniedTo: readonly number[] = []): RecordSeed {
  return {
    typeId: CONTACT,
    id,
    deniedTo,
    fields: {
      createdTime: '2024-02-12T09:14:05+02:00',
      updatedTime: '2026-03-02T16:40:11+02:00',
      lastActivityTime: '2026-03-02T16:40:11+02:00',
      createdBy: 1,
      updatedBy: 6,
      lastActivityBy: 6,
      assignedById: 6,
      opened: 'Y',
      export: 'Y',
      categoryId: 0,
      webformId: 0,
      leadId: 0,
      ...fields,
    },
  };
}
