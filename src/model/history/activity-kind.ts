/** What an activity is, by its type and its provider (reference: REST, section 1.11). */
import {lookUp} from '../parse/reading.js';

/** `task`: also a to-do of the timeline. `message`: SMS, messengers and open lines. */
export type ActivityKind = 'call' | 'email' | 'meeting' | 'task' | 'message' | 'other';

/** Documented: the values of `TYPE_ID`. 6 is for all providers that came later. */
const TYPES: Readonly<Record<string, ActivityKind>> = {
  1: 'meeting',
  2: 'call',
  3: 'task',
  4: 'email',
};

/** The portal's providers of the type 6 (inferred: the documentation names a few of them). */
const PROVIDERS: Readonly<Record<string, ActivityKind>> = {
  VOXIMPLANT_CALL: 'call',
  CALL_TRACKER: 'call',
  CRM_CALL_TRACKER: 'call',
  CRM_EXTERNAL_CHANNEL: 'other',
  CRM_EMAIL: 'email',
  CRM_MEETING: 'meeting',
  CRM_CALENDAR_SHARING: 'meeting',
  CRM_ZOOM: 'meeting',
  ZOOM: 'meeting',
  BOOKING: 'meeting',
  VISIT_TRACKER: 'meeting',
  CRM_TASKS_TASK: 'task',
  CRM_TODO: 'task',
  TASKS: 'task',
  CRM_SMS: 'message',
  CRM_WHATSAPP: 'message',
  CRM_NOTIFICATION: 'message',
  IMOPENLINES_SESSION: 'message',
};

/** `other` for what the kit does not know: it has a subject all the same. */
export function activityKind(typeId: string, providerId: string): ActivityKind {
  return lookUp(PROVIDERS, providerId) ?? lookUp(TYPES, typeId) ?? 'other';
}

/** Whether a kind comes from outside by itself, so that what is incoming and open has happened already. */
export function isContact(kind: ActivityKind): boolean {
  return kind === 'call' || kind === 'email' || kind === 'message';
}
