/** Activities: earlier calls. */
import type {ActivitySeed} from '../../crm/crm-seed.js';
import {CLIENT_ACTIVITIES} from './client-activities.js';

export const ACTIVITIES: readonly ActivitySeed[] = [
  {
    id: 12043,
    bindings: [
      {entityTypeId: 3, entityId: 17},
      {entityTypeId: 2, entityId: 25},
    ],
    fields: {
      OWNER_ID: '17',
      OWNER_TYPE_ID: '3',
      TYPE_ID: '2',
      PROVIDER_ID: 'VOXIMPLANT_CALL',
      PROVIDER_TYPE_ID: 'CALL',
      SUBJECT: 'Incoming call, Klaus Weber',
      START_TIME: '2026-03-02T16:31:00+02:00',
      END_TIME: '2026-03-02T16:40:00+02:00',
      DEADLINE: '2026-03-02T16:31:00+02:00',
      COMPLETED: 'Y',
      STATUS: '2',
      RESPONSIBLE_ID: '6',
      DIRECTION: '1',
      DESCRIPTION: 'Wants an appointment on site.',
      DESCRIPTION_TYPE: '1',
      SETTINGS: [],
      PROVIDER_PARAMS: [],
    },
  },
  // Bound to a smart process, which the card does not mention.
  {
    id: 12045,
    bindings: [
      {entityTypeId: 177, entityId: 3},
      {entityTypeId: 3, entityId: 17},
    ],
    fields: {
      OWNER_ID: '3',
      OWNER_TYPE_ID: '177',
      TYPE_ID: '2',
      PROVIDER_ID: 'VOXIMPLANT_CALL',
      PROVIDER_TYPE_ID: 'CALL',
      SUBJECT: 'Incoming call, Klaus Weber',
      COMPLETED: 'N',
      RESPONSIBLE_ID: '6',
      DIRECTION: '1',
      DESCRIPTION: '',
      DESCRIPTION_TYPE: '1',
      SETTINGS: [],
      PROVIDER_PARAMS: [],
    },
  },
  {
    id: 12044,
    bindings: [{entityTypeId: 3, entityId: 20}],
    fields: {
      OWNER_ID: '20',
      OWNER_TYPE_ID: '3',
      TYPE_ID: '2',
      PROVIDER_ID: 'VOXIMPLANT_CALL',
      SUBJECT: 'Outgoing call',
      COMPLETED: 'Y',
      RESPONSIBLE_ID: '1',
      DIRECTION: '2',
      DESCRIPTION: '',
      DESCRIPTION_TYPE: '1',
      SETTINGS: [],
      PROVIDER_PARAMS: [],
    },
  },
  ...CLIENT_ACTIVITIES,
];
