/** A simulated call, and the spellings in which a portal tells an app about it. */
import {entityPath, type EntityRef} from '../../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../../model/entity/entity-type.js';
import type {CallDirection, CallProgress} from '../../../model/call/call.js';
import type {JsonObject} from '../../../model/parse/reading.js';

/** What a call is; everything but the number has a default. */
export interface CallSetup {
  readonly callId?: string;
  /** A number, `hidden`, `unknown`, or nothing: then the portal sends no such key. */
  readonly phoneNumber?: string | null;
  readonly entity?: EntityRef | null;
  readonly bindings?: readonly EntityRef[];
  readonly activityId?: number | null;
  readonly direction?: CallDirection;
  /** How far the conversation is when the card opens. */
  readonly progress?: CallProgress;
  readonly lineNumber?: string;
  readonly lineName?: string;
  readonly campaign?: boolean;
  /** Whether the app itself raised the card; only then its worker has a say in it. */
  readonly raisedByApp?: boolean;
}

export type SimulatedCall = Readonly<Required<CallSetup>>;

/**
 * The call with every gap filled. External telephony is `connected` from the start.
 *
 * @param callNumber - of no other call: apps keep by its id what they know of it
 */
export function makeCall(setup: CallSetup, callNumber: string): SimulatedCall {
  const raisedByApp = setup.raisedByApp ?? true;
  return {
    callId: setup.callId ?? `externalCall.${callNumber}`,
    phoneNumber: setup.phoneNumber ?? null,
    entity: setup.entity ?? null,
    bindings: setup.bindings ?? [],
    activityId: setup.activityId ?? null,
    direction: setup.direction ?? 'incoming',
    progress: setup.progress ?? (raisedByApp ? 'connected' : 'connecting'),
    lineNumber: setup.lineNumber ?? '',
    lineName: setup.lineName ?? '',
    campaign: setup.campaign ?? false,
    raisedByApp,
  };
}

/** The options with which a CALL_CARD frame is opened: every value is a string. */
export function placementOptionsOf(call: SimulatedCall): JsonObject {
  return {
    CALL_ID: call.callId,
    ...present('PHONE_NUMBER', call.phoneNumber),
    LINE_NUMBER: call.lineNumber,
    LINE_NAME: call.lineName,
    CRM_ENTITY_TYPE: codeOf(call.entity),
    CRM_ENTITY_ID: String(call.entity?.id ?? 0),
    // Exactly this word: a portal writes JavaScript's `undefined` into a form field.
    CRM_ACTIVITY_ID: String(call.activityId ?? undefined),
    ...bindingsOf(call, String),
    CALL_DIRECTION: call.direction,
    CALL_STATE: call.progress,
    CALL_LIST_MODE: String(call.campaign),
    ...pathOf(call),
  };
}

/** The answer of `getStatus`: the same keys with real types, absent ones left out. */
export function statusOf(call: SimulatedCall): JsonObject {
  return {
    CALL_ID: call.callId,
    ...present('PHONE_NUMBER', call.phoneNumber),
    LINE_NUMBER: call.lineNumber,
    LINE_NAME: call.lineName,
    CRM_ENTITY_TYPE: codeOf(call.entity),
    CRM_ENTITY_ID: call.entity?.id ?? 0,
    ...present('CRM_ACTIVITY_ID', call.activityId),
    ...bindingsOf(call, Number),
    CALL_DIRECTION: call.direction,
    CALL_STATE: call.progress,
    CALL_LIST_MODE: call.campaign,
    ...pathOf(call),
  };
}

/** The value of the worker's `initialized`: the status, and always `idle`. */
export function initializedValueOf(call: SimulatedCall): JsonObject {
  return {...statusOf(call), CALL_STATE: 'idle'};
}

/** The value of both `EntityChanged` events: no bindings. */
export function entityChangeOf(call: SimulatedCall): JsonObject {
  return {
    PHONE_NUMBER: call.phoneNumber ?? 'unknown',
    CRM_ENTITY_TYPE: codeOf(call.entity),
    CRM_ENTITY_ID: call.entity?.id ?? 0,
  };
}

function codeOf(entity: EntityRef | null): string {
  return entity === null ? '' : (entityTypeOf(entity.typeId)?.code ?? '');
}

function bindingsOf(call: SimulatedCall, writeId: (id: number) => string | number): JsonObject {
  if (call.bindings.length === 0) return {};
  const bindings = call.bindings.map((binding) => ({
    ENTITY_TYPE: codeOf(binding),
    ENTITY_ID: writeId(binding.id),
  }));
  return {CRM_BINDINGS: bindings};
}

function pathOf(call: SimulatedCall): JsonObject {
  const path = call.entity === null ? undefined : entityPath(call.entity);
  return path === undefined ? {} : {URI: path};
}

function present(key: string, value: string | number | null): JsonObject {
  return value === null ? {} : {[key]: value};
}
