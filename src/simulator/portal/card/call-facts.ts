/** A simulated call, and how a portal writes it in placement options, statuses and events. */
import {entityPath, type EntityRef} from '../../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../../model/entity/entity-type.js';
import type {CallDirection, CallProgress} from '../../../model/call/call.js';
import type {JsonObject} from '../../../model/parse/reading.js';

/** The facts of a call. */
export interface CallSetup {
  /** `CALL_ID`; a unique one by default. */
  readonly callId?: string;
  /** A number, `hidden` or `unknown`. By default the portal sends no number at all. */
  readonly phoneNumber?: string | null;
  /** The primary CRM record; none by default. */
  readonly entity?: EntityRef | null;
  /** The records to which the call is bound; none by default. */
  readonly bindings?: readonly EntityRef[];
  /** The CRM activity of the call; none by default. */
  readonly activityId?: number | null;
  /** `incoming` by default. */
  readonly direction?: CallDirection;
  /** How far the conversation is when the card opens: `connected` by default if the app raised the card. */
  readonly progress?: CallProgress;
  readonly lineNumber?: string;
  readonly lineName?: string;
  /** Whether the call belongs to a campaign (call list); false by default. */
  readonly campaign?: boolean;
  /** Whether the app raised the card; true by default. The worker controls only cards that its app raised. */
  readonly raisedByApp?: boolean;
}

/** A call with all its facts. */
export type SimulatedCall = Readonly<Required<CallSetup>>;

/**
 * The call with defaults for the facts that are not given. Observed: a call of external telephony is
 * `connected` from the start.
 *
 * @param callNumber - a number that no other call has: apps store data by the call's id
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

/** The options with which a `CALL_CARD` frame is opened. Every value is a string (observed). */
export function placementOptionsOf(call: SimulatedCall): JsonObject {
  return {
    CALL_ID: call.callId,
    ...present('PHONE_NUMBER', call.phoneNumber),
    LINE_NUMBER: call.lineNumber,
    LINE_NAME: call.lineName,
    CRM_ENTITY_TYPE: codeOf(call.entity),
    CRM_ENTITY_ID: String(call.entity?.id ?? 0),
    // Observed: without an activity the portal writes the word `undefined` into the form field.
    CRM_ACTIVITY_ID: String(call.activityId ?? undefined),
    ...bindingsOf(call, String),
    CALL_DIRECTION: call.direction,
    CALL_STATE: call.progress,
    CALL_LIST_MODE: String(call.campaign),
    ...pathOf(call),
  };
}

/** The answer of `getStatus`: the same keys with numbers and booleans, and without absent values. */
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

/** The value of the worker's `initialized`: the status, whose `CALL_STATE` is always `idle` (observed). */
export function initializedValueOf(call: SimulatedCall): JsonObject {
  return {...statusOf(call), CALL_STATE: 'idle'};
}

/** The value of both `EntityChanged` events, which have no bindings. */
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
