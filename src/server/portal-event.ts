/** The events that a portal posts to the app's server (reference: Bitrix24 facts, section 8.3). */
import {readEntityChange, type CallNumber} from '../model/call/call.js';
import type {EntityRef} from '../model/entity/entity-ref.js';
import {lookUp, type JsonObject} from '../model/parse/reading.js';
import type {FieldReader} from './field-reader.js';
import {readLanguage} from './portal-fields.js';

export type PortalEvent =
  /** An operator has clicked a number. The portal has registered the call and shows its card. */
  | {
      readonly kind: 'call-start';
      readonly code: 'ONEXTERNALCALLSTART';
      readonly callId: string | null;
      readonly number: CallNumber;
      /** The number in international form, as the portal has made it. */
      readonly internationalNumber: string | null;
      readonly extension: string | null;
      /** The operator. */
      readonly userId: number | null;
      /** The number of the app's line. */
      readonly line: string | null;
      readonly callListId: number | null;
      /** Whether the click was in the mobile app. */
      readonly isMobile: boolean;
      readonly entity: EntityRef | null;
    }
  /** A visitor has asked to be called back, by a form of the CRM. */
  | {
      readonly kind: 'callback-start';
      readonly code: 'ONEXTERNALCALLBACKSTART';
      readonly number: CallNumber;
      readonly entity: EntityRef | null;
      readonly line: string | null;
      /** What is to be said to the operator, in which voice. */
      readonly text: string | null;
      readonly voice: string | null;
    }
  | {
      readonly kind: 'app-install';
      readonly code: 'ONAPPINSTALL';
      readonly version: string | null;
      readonly isActive: boolean;
      readonly isInstalled: boolean;
      readonly language: string;
    }
  | {
      readonly kind: 'app-uninstall';
      readonly code: 'ONAPPUNINSTALL';
      /** Whether the administrator wants the app's data deleted. */
      readonly clean: boolean;
      readonly language: string;
    }
  /** What a portal posts to the worker's `errorHandlerUrl`. It comes without any token. */
  | {readonly kind: 'worker-error'; readonly code: string; readonly description: string | null}
  /** Another event. `code` is empty for a request that names none. */
  | {readonly kind: 'other'; readonly code: string; readonly data: JsonObject};

/** The events whose data are read, by their codes. */
const EVENTS: Readonly<Record<string, (data: FieldReader) => PortalEvent>> = {
  ONEXTERNALCALLSTART: (data) => ({
    kind: 'call-start',
    code: 'ONEXTERNALCALLSTART',
    callId: data.token('CALL_ID'),
    ...readClient(data),
    internationalNumber: data.text('PHONE_NUMBER_INTERNATIONAL'),
    extension: data.text('EXTENSION'),
    userId: data.id('USER_ID'),
    line: data.text('LINE_NUMBER'),
    callListId: data.id('CALL_LIST_ID'),
    isMobile: data.flag('IS_MOBILE', false),
  }),
  ONEXTERNALCALLBACKSTART: (data) => ({
    kind: 'callback-start',
    code: 'ONEXTERNALCALLBACKSTART',
    ...readClient(data),
    line: data.text('LINE_NUMBER'),
    text: data.text('TEXT'),
    voice: data.text('VOICE'),
  }),
  ONAPPINSTALL: (data) => ({
    kind: 'app-install',
    code: 'ONAPPINSTALL',
    version: data.text('VERSION'),
    isActive: data.flag('ACTIVE', true),
    isInstalled: data.flag('INSTALLED', true),
    language: readLanguage(data, 'LANGUAGE_ID'),
  }),
  ONAPPUNINSTALL: (data) => ({
    kind: 'app-uninstall',
    code: 'ONAPPUNINSTALL',
    clean: data.flag('CLEAN', false),
    language: readLanguage(data, 'LANGUAGE_ID'),
  }),
};

/** @param reader - of the whole request */
export function readEvent(reader: FieldReader): PortalEvent {
  const code = reader.text('event')?.toUpperCase() ?? '';
  const error = reader.text('error');
  if (code === '' && error !== null) {
    return {kind: 'worker-error', code: error, description: reader.text('error_description')};
  }
  if (code === '') reader.expect('event', null, 'the name of an event');
  const data = reader.object('data');
  return lookUp(EVENTS, code)?.(data) ?? {kind: 'other', code, data: data.fields};
}

/** Number and record, by the reader of the card's own events. */
function readClient(data: FieldReader): {
  readonly number: CallNumber;
  readonly entity: EntityRef | null;
} {
  const names = ['PHONE_NUMBER', 'CRM_ENTITY_TYPE', 'CRM_ENTITY_ID'];
  const {value, problems} = readEntityChange(data.values(names));
  data.report(problems);
  return value;
}
