/**
 * Activities of every kind, most of them of Klaus Weber (contact 17) and his company (5): done, planned,
 * overdue, missed, of unknown providers, without values, and with values of wrong kinds.
 */
import {COMPANY, CONTACT, DEAL} from '../../../../model/entity/entity-type.js';
import type {JsonObject} from '../../../../model/parse/reading.js';
import type {ActivitySeed} from '../../crm/crm-seed.js';
import {daysFromNow} from '../../crm/relative-time.js';

const KLAUS = {entityTypeId: CONTACT, entityId: 17};
const VERA = {entityTypeId: CONTACT, entityId: 20};
const JAMES = {entityTypeId: CONTACT, entityId: 21};
const MUELLER = {entityTypeId: COMPANY, entityId: 5};
const NORTHGATE = {entityTypeId: COMPANY, entityId: 8};
const WATER_SYSTEM = {entityTypeId: DEAL, entityId: 25};
const CONFIDENTIAL = {entityTypeId: DEAL, entityId: 29};

type Binding = ActivitySeed['bindings'][number];

/** The portal's type and provider of each kind. */
const KINDS = {
  meeting: {TYPE_ID: '1', PROVIDER_ID: 'CRM_MEETING', PROVIDER_TYPE_ID: 'MEETING'},
  call: {TYPE_ID: '2', PROVIDER_ID: 'VOXIMPLANT_CALL', PROVIDER_TYPE_ID: 'CALL'},
  task: {TYPE_ID: '6', PROVIDER_ID: 'CRM_TASKS_TASK', PROVIDER_TYPE_ID: 'TASKS_TASK'},
  email: {TYPE_ID: '4', PROVIDER_ID: 'CRM_EMAIL', PROVIDER_TYPE_ID: 'EMAIL'},
  todo: {TYPE_ID: '6', PROVIDER_ID: 'CRM_TODO', PROVIDER_TYPE_ID: 'TODO'},
  sms: {TYPE_ID: '6', PROVIDER_ID: 'CRM_SMS', PROVIDER_TYPE_ID: 'SMS'},
  whatsapp: {TYPE_ID: '6', PROVIDER_ID: 'CRM_WHATSAPP', PROVIDER_TYPE_ID: 'WHATSAPP'},
  openline: {TYPE_ID: '6', PROVIDER_ID: 'IMOPENLINES_SESSION', PROVIDER_TYPE_ID: '1'},
  webform: {TYPE_ID: '6', PROVIDER_ID: 'CRM_WEBFORM', PROVIDER_TYPE_ID: '3'},
  unknown: {TYPE_ID: '6', PROVIDER_ID: 'PARCELS_OF_AN_APP', PROVIDER_TYPE_ID: ''},
} as const;

export const CLIENT_ACTIVITIES: readonly ActivitySeed[] = [
  call(12101, [KLAUS, MUELLER], -0.02, 'Incoming call, Klaus Weber', {
    COMPLETED: 'N',
    RESULT_STREAM: '4',
    SETTINGS: {MISSED_CALL: true},
  }),
  {
    ...call(12102, [KLAUS, MUELLER, WATER_SYSTEM], -1.1, 'Incoming call, Klaus Weber', {
      DESCRIPTION: 'Asks when the [B]filters[/B] arrive.\nWill call again on Monday.',
      DESCRIPTION_TYPE: '2',
    }),
    transcript: 'Klaus: When do the filters arrive?\nJonas: On Monday, I hope.',
  },
  call(12103, [KLAUS], -3, 'Outgoing call, Klaus Weber', {DIRECTION: '2', RESULT_STREAM: '4'}),
  call(12104, [KLAUS], -9, 'Outgoing call, Klaus Weber', {
    DIRECTION: '2',
    RESULT_STREAM: '2',
    RESPONSIBLE_ID: '9',
  }),
  call(12105, [MUELLER], -12, 'Incoming call, +49 30 123400', {
    COMMUNICATIONS: [{TYPE: 'PHONE', VALUE: '+49 30 123400'}],
  }),
  activity(12106, [KLAUS, MUELLER], 'email', -2, 'Re: Offer for building C', {
    COMPLETED: 'N',
    DIRECTION: '1',
    DESCRIPTION:
      '<style>p {color: red}</style><p>Dear Mr. Becker,</p><p>the offer looks <b>good</b> &amp; we will sign.</p>',
    DESCRIPTION_TYPE: '3',
  }),
  activity(12107, [KLAUS], 'email', -4, 'Offer for building C', {DIRECTION: '2'}),
  activity(12108, [KLAUS, WATER_SYSTEM], 'meeting', -20, 'Appointment on site', {
    END_TIME: daysFromNow(-19.9),
    LOCATION: 'Lindenstraße 25, Berlin',
  }),
  activity(12109, [KLAUS], 'meeting', 2, 'Handover of building C', {
    COMPLETED: 'N',
    END_TIME: daysFromNow(2.1),
    DEADLINE: daysFromNow(2),
  }),
  activity(12110, [KLAUS, WATER_SYSTEM], 'task', -6, 'Send the revised offer', {
    COMPLETED: 'N',
    DEADLINE: daysFromNow(-2),
    RESPONSIBLE_ID: '9',
  }),
  activity(12111, [MUELLER], 'todo', -1, 'Ask for the new address', {
    COMPLETED: 'N',
    DEADLINE: '9999-12-31T00:00:00+02:00',
  }),
  call(12112, [KLAUS], 1, 'Call back about the filters', {
    DIRECTION: '2',
    COMPLETED: 'N',
    RESULT_STREAM: '0',
  }),
  activity(12113, [KLAUS], 'sms', -5, 'The technician comes at 2 p.m.', {DIRECTION: '2'}),
  activity(12114, [KLAUS], 'whatsapp', -7, 'Thank you!', {DIRECTION: '1'}),
  activity(12115, [KLAUS], 'openline', -15, 'Chat on the website', {DIRECTION: '1'}),
  activity(12116, [KLAUS], 'webform', -40, 'Form “Request an offer”', {}),
  activity(12117, [KLAUS], 'unknown', -8, 'Parcel handed over', {}),
  // A deal that the operator may not read, bound to a contact whom the operator may.
  activity(12118, [CONFIDENTIAL, KLAUS], 'task', -11, 'Check the conditions', {}),
  // Nobody but the administrator may read these.
  call(12119, [VERA, CONFIDENTIAL], -1, 'Incoming call, Vera Lindner', {}),
  {id: 12120, bindings: [KLAUS], fields: {OWNER_TYPE_ID: '3', OWNER_ID: '17', COMPLETED: 'Y'}},
  {
    id: 12121,
    bindings: [KLAUS],
    fields: {
      OWNER_TYPE_ID: 'nobody',
      OWNER_ID: -1,
      TYPE_ID: [],
      PROVIDER_ID: {},
      SUBJECT: null,
      START_TIME: 'yesterday',
      END_TIME: false,
      DEADLINE: 17,
      COMPLETED: 'Y',
      RESPONSIBLE_ID: 'Jonas',
      DIRECTION: '7',
      DESCRIPTION: ['a', 'list'],
      SETTINGS: 'none',
      COMMUNICATIONS: 'none',
    },
  },
  // More than one page of a list.
  ...Array.from({length: 60}, (_, index) =>
    call(12200 + index, [JAMES, NORTHGATE], -2 - index * 3, `Incoming call no. ${60 - index}`, {
      COMMUNICATIONS: [{TYPE: 'PHONE', VALUE: '+44 20 7946 0021'}],
    }),
  ),
];

function call(
  id: number,
  bindings: readonly [Binding, ...Binding[]],
  days: number,
  subject: string,
  fields: JsonObject,
): ActivitySeed {
  return activity(id, bindings, 'call', days, subject, {
    DIRECTION: '1',
    RESULT_STREAM: '1',
    // Three minutes and five seconds.
    END_TIME: daysFromNow(days, 185),
    DEADLINE: daysFromNow(days),
    COMMUNICATIONS: [{TYPE: 'PHONE', VALUE: '+49 30 123456'}],
    ...fields,
  });
}

/** @param days - until it begins: below zero for what is past */
function activity(
  id: number,
  bindings: readonly [Binding, ...Binding[]],
  kind: keyof typeof KINDS,
  days: number,
  subject: string,
  fields: JsonObject,
): ActivitySeed {
  const [owner] = bindings;
  return {
    id,
    bindings,
    fields: {
      OWNER_ID: String(owner.entityId),
      OWNER_TYPE_ID: String(owner.entityTypeId),
      ...KINDS[kind],
      SUBJECT: subject,
      CREATED: daysFromNow(Math.min(days, -0.02)),
      START_TIME: daysFromNow(days),
      END_TIME: daysFromNow(days),
      DEADLINE: daysFromNow(days),
      COMPLETED: 'Y',
      STATUS: '2',
      RESPONSIBLE_ID: '6',
      DIRECTION: '0',
      DESCRIPTION: '',
      DESCRIPTION_TYPE: '1',
      RESULT_STREAM: '0',
      SETTINGS: [],
      PROVIDER_PARAMS: [],
      COMMUNICATIONS: [],
      ...fields,
    },
  };
}
