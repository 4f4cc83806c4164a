/** Dictionaries: stages with colours and meanings, sources, kinds of clients, salutations. */
import type {StatusSeed} from '../crm/crm-seed.js';

export const STATUSES: readonly StatusSeed[] = [
  ...stages('STATUS', '', [
    ['NEW', 'Unassigned', '#39A8EF'],
    ['IN_PROCESS', 'In progress', '#2FC6F6'],
    ['PROCESSED', 'Processed', '#55D0E0'],
    ['CONVERTED', 'Good lead', '#7BD500', 'S'],
    ['JUNK', 'Junk lead', '#FF5752', 'F'],
    ['NO_ANSWER', 'Never reached', '#FFA900', 'apology'],
  ]),
  ...stages('DEAL_STAGE', '', [
    ['NEW', 'New', '#39A8EF'],
    ['PREPARATION', 'Create papers', '#2FC6F6'],
    ['PREPAYMENT_INVOICE', 'Invoice', '#55D0E0'],
    ['EXECUTING', 'In progress', '#47E4C2'],
    ['WON', 'Deal won', '#7BD500', 'S'],
    ['LOSE', 'Deal lost', '#FF5752', 'F'],
    ['APOLOGY', 'Analysis of failure', '#FF5752', 'apology'],
  ]),
  ...stages('DEAL_STAGE_9', 'C9:', [
    ['NEW', 'Request received', '#39A8EF'],
    // A stage that the firm has added, in a light colour.
    ['UC_KN8KFI', 'On-site appointment', '#FFF55A'],
    // A stage without a colour.
    ['FINAL_INVOICE', 'Contract sent', ''],
    ['WON', 'Contract signed', '#7BD500', 'S'],
    ['LOSE', 'Cancelled', '#FF5752', 'F'],
  ]),
  ...stages('QUOTE_STATUS', '', [
    ['DRAFT', 'New', '#39A8EF'],
    ['SENT', 'Sent to client', '#2FC6F6'],
    ['APPROVED', 'Accepted', '#7BD500', 'S'],
    // The portal's own spelling.
    ['DECLAINED', 'Declined', '#FF5752', 'F'],
    ['APOLOGY', 'Analysis of failure', '#FF5752', 'apology'],
  ]),
  ...stages('SMART_INVOICE_STAGE_4', 'DT31_4:', [
    ['N', 'New', '#39A8EF'],
    ['S', 'Sent to client', '#2FC6F6'],
    ['P', 'Paid', '#7BD500', 'S'],
    ['D', 'Unpaid', '#FF5752', 'F'],
  ]),
  ...stages('DYNAMIC_177_STAGE_52', 'DT177_52:', [
    ['NEW', 'Ordered', '#22B9FF'],
    ['PREPARATION', 'In the warehouse', '#88B9FF'],
    ['SUCCESS', 'Delivered', '#00FF00', 'S'],
    ['FAIL', 'Returned', '#FF0000', 'F'],
  ]),
  ...stages('DYNAMIC_177_STAGE_53', 'DT177_53:', [
    ['NEW', 'Ordered by express', '#22B9FF'],
    ['PACKED', 'Packed for the courier', '#10E5FC'],
    ['SUCCESS', 'Handed over', '#00FF00', 'S'],
    ['FAIL', 'Not accepted', '#FF0000', 'F'],
  ]),
  ...entries('SOURCE', {
    CALL: 'Call',
    EMAIL: 'E-mail',
    WEB: 'Website',
    TRADE_SHOW: 'Trade show',
    RECOMMENDATION: 'Recommendation',
  }),
  ...entries('CONTACT_TYPE', {CLIENT: 'Client', SUPPLIER: 'Supplier', OTHER: 'Other'}),
  ...entries('COMPANY_TYPE', {CUSTOMER: 'Client', SUPPLIER: 'Supplier', PARTNER: 'Partner'}),
  ...entries('DEAL_TYPE', {SALE: 'Sale', SERVICE: 'Service', COMPLEX: 'Integrated sale'}),
  ...entries('INDUSTRY', {MANUFACTURING: 'Manufacturing', IT: 'Information technology'}),
  ...entries('EMPLOYEES', {EMPLOYEES_1: 'fewer than 50', EMPLOYEES_2: '50–250'}),
  ...entries('HONORIFIC', {HNR_EN_1: 'Mr.', HNR_EN_2: 'Ms.', HNR_EN_4: 'Dr.'}),
  ...entries('EVENT_TYPE', {INFO: 'Information', PHONE: 'Phone call'}),
];

type StageRow = readonly [id: string, name: string, color: string, meaning?: 'S' | 'F' | 'apology'];

function stages(entityId: string, prefix: string, rows: readonly StageRow[]): StatusSeed[] {
  return rows.map(([id, name, color, meaning]) => ({
    entityId,
    statusId: `${prefix}${id}`,
    name,
    color,
    ...(meaning === undefined
      ? {}
      : {semantics: meaning === 'S' ? ('S' as const) : ('F' as const)}),
    ...(meaning === 'apology' ? {isApology: true} : {}),
  }));
}

function entries(entityId: string, names: Readonly<Record<string, string>>): StatusSeed[] {
  return Object.entries(names).map(([statusId, name]) => ({entityId, statusId, name}));
}
