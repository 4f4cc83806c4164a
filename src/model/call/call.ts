/** The call that a card shows, and its readers for all spellings of the portal. */
import {readBindings, readEntityRef, sameEntity, type EntityRef} from '../entity/entity-ref.js';
import {unescapeHtml} from '../parse/html-entities.js';
import {
  asBoolean,
  asId,
  asText,
  isBlank,
  lookUp,
  problem,
  type JsonObject,
  type Problem,
  type Reading,
} from '../parse/reading.js';

/** The caller's number. `hidden`: the caller withholds it; `unknown`: the portal has none. */
export type CallNumber =
  | {readonly kind: 'number'; readonly value: string}
  | {readonly kind: 'hidden'}
  | {readonly kind: 'unknown'};

export type CallDirection = 'incoming' | 'outgoing' | 'callback';

/** The progress of the call in the portal's view: of external telephony `connected` from the start (observed). */
export type CallProgress = 'idle' | 'connecting' | 'connected';

export interface Call {
  /** `CALL_ID`. */
  readonly id: string;
  readonly number: CallNumber;
  readonly line: {readonly number: string; readonly name: string};
  /** `null` if the portal gives none, or one that the kit does not know. */
  readonly direction: CallDirection | null;
  readonly progress: CallProgress | null;
  /** The primary CRM record of the card; `null` for an unknown caller. */
  readonly entity: EntityRef | null;
  /** The records to which the call is bound, the primary one first. */
  readonly bindings: readonly EntityRef[];
  readonly activityId: number | null;
  /** Whether the call belongs to a campaign (call list). */
  readonly campaign: boolean;
  /** The path of the primary record's page in the portal; `null` if the portal gave none. */
  readonly path: string | null;
}

/** The value of `EntityChanged`. It has no bindings, so the status is read again. */
export type EntityChange = Pick<Call, 'number' | 'entity'>;

const DIRECTIONS: Readonly<Record<string, CallDirection>> = {
  incoming: 'incoming',
  outgoing: 'outgoing',
  // The spelling of older documentation.
  outcoming: 'outgoing',
  incomingtransfer: 'incoming',
  callback: 'callback',
};

/**
 * The words that networks and telephone systems write for a withheld number, as in the SIP address
 * `anonymous@anonymous.invalid` (RFC 3323). Any other word without a digit is an unknown number.
 */
const HIDDEN =
  /hidden|anon[iy]m|restrict|privat|withheld|blocked|unterdr|masqu|ocult|скрыт|аноним/i;

const PROGRESS: Readonly<Record<string, CallProgress>> = {
  idle: 'idle',
  connecting: 'connecting',
  connected: 'connected',
};

/**
 * Reads placement options, an answer of `getStatus` or the value of `initialized` (reference: window
 * protocol, section 5). Without `CALL_ID` there is no call: the tab was opened outside a call.
 */
export function readCall(options: JsonObject): Reading<Call | null> {
  const problems: Problem[] = [];
  const id = readCallId(options['CALL_ID'], problems);
  if (id === null) return {value: null, problems};
  const entity = readEntityRef(options['CRM_ENTITY_TYPE'], options['CRM_ENTITY_ID'], 'CRM_');
  const bindings = readBindings(options['CRM_BINDINGS']);
  problems.push(...entity.problems, ...bindings.problems);
  const call: Call = {
    id,
    number: readNumber(options['PHONE_NUMBER'], problems),
    line: {
      number: readText(options, 'LINE_NUMBER', problems),
      name: readText(options, 'LINE_NAME', problems),
    },
    direction: readWord(options, 'CALL_DIRECTION', DIRECTIONS, problems),
    progress: readCallProgress(options['CALL_STATE'], problems),
    entity: entity.value,
    bindings: primaryFirst(entity.value, bindings.value),
    activityId: readActivityId(options['CRM_ACTIVITY_ID'], problems),
    campaign: readCampaign(options['CALL_LIST_MODE'], problems),
    path: readPath(options['URI'], problems),
  };
  return {value: call, problems};
}

/** Reads the value of `EntityChanged`. */
export function readEntityChange(value: JsonObject): Reading<EntityChange> {
  const problems: Problem[] = [];
  const entity = readEntityRef(value['CRM_ENTITY_TYPE'], value['CRM_ENTITY_ID'], 'CRM_');
  problems.push(...entity.problems);
  const number = readNumber(value['PHONE_NUMBER'], problems);
  return {value: {number, entity: entity.value}, problems};
}

/** Reads the value of `CallStateChanged`, or `CALL_STATE`. */
export function readCallProgress(value: unknown, problems: Problem[]): CallProgress | null {
  return readWord({CALL_STATE: value}, 'CALL_STATE', PROGRESS, problems);
}

/**
 * The call with another primary record. The bindings are stale until the status is read. In a campaign it is
 * the next client, so that bindings and activity of the last one are dropped.
 */
export function withEntityChange(call: Call, change: EntityChange): Call {
  const isNextClient = call.campaign && !isSameClient(call, change);
  const others = call.bindings.filter((binding) => !sameEntity(binding, call.entity));
  const bindings = primaryFirst(change.entity, isNextClient ? [] : others);
  const activityId = isNextClient ? null : call.activityId;
  return {...call, ...change, bindings, activityId, path: null};
}

/** Whether both have the same record and number, and so the same client. */
export function isSameClient(a: EntityChange, b: EntityChange): boolean {
  return sameEntity(a.entity, b.entity) && sameNumber(a.number, b.number);
}

/** A key of the call's client: the clients of a campaign may share one call id. */
export function clientKey({id, campaign, number, entity}: Call): string {
  return campaign ? JSON.stringify([id, number, entity]) : id;
}

function sameNumber(a: CallNumber, b: CallNumber): boolean {
  if (a.kind !== 'number' || b.kind !== 'number') return a.kind === b.kind;
  return a.value === b.value;
}

function primaryFirst(primary: EntityRef | null, bindings: readonly EntityRef[]): EntityRef[] {
  if (primary === null) return [...bindings];
  return [primary, ...bindings.filter((binding) => !sameEntity(binding, primary))];
}

function readCallId(value: unknown, problems: Problem[]): string | null {
  if (isBlank(value)) return null;
  const id = asText(value);
  if (id === undefined) problems.push(problem('CALL_ID', 'a text', value));
  return id ?? null;
}

function readNumber(value: unknown, problems: Problem[]): CallNumber {
  if (isBlank(value)) return {kind: 'unknown'};
  const text = asText(value);
  if (text === undefined) {
    problems.push(problem('PHONE_NUMBER', 'a phone number', value));
    return {kind: 'unknown'};
  }
  const number = withoutAddress(unescapeHtml(text)).trim();
  if (/\p{Nd}/u.test(number)) return {kind: 'number', value: number};
  return {kind: HIDDEN.test(number) ? 'hidden' : 'unknown'};
}

/** The user part of an address (RFC 3261, RFC 3966), since the host may contain digits, too. */
function withoutAddress(text: string): string {
  const number = /sips?:(?:([^@>;]*)@)?/i.exec(text);
  const user = number === null ? text.replace(/^\s*tel:|@.*$/gis, '') : (number[1] ?? '');
  return user.replace(/%2B/gi, '+');
}

function readText(options: JsonObject, key: string, problems: Problem[]): string {
  const value = options[key];
  if (isBlank(value)) return '';
  const text = asText(value);
  if (text === undefined) problems.push(problem(key, 'a text', value));
  return text === undefined ? '' : unescapeHtml(text);
}

function readWord<T extends string>(
  options: JsonObject,
  key: string,
  words: Readonly<Record<string, T>>,
  problems: Problem[],
): T | null {
  const value = options[key];
  if (isBlank(value)) return null;
  const lower = asText(value)?.trim().toLowerCase() ?? '';
  const word = lookUp(words, lower);
  if (word === undefined)
    problems.push(problem(key, `one of ${Object.keys(words).join(', ')}`, value));
  return word ?? null;
}

function readActivityId(value: unknown, problems: Problem[]): number | null {
  // Observed: a portal sends "undefined" until the activity exists.
  if (isBlank(value) || value === 0 || value === '0' || value === 'null') return null;
  const id = asId(value);
  if (id === undefined) problems.push(problem('CRM_ACTIVITY_ID', 'a positive id', value));
  return id ?? null;
}

function readCampaign(value: unknown, problems: Problem[]): boolean {
  if (isBlank(value)) return false;
  const campaign = asBoolean(value);
  if (campaign === undefined) problems.push(problem('CALL_LIST_MODE', 'true or false', value));
  return campaign ?? false;
}

function readPath(value: unknown, problems: Problem[]): string | null {
  if (isBlank(value)) return null;
  const path = unescapeHtml(asText(value) ?? '');
  // Only paths inside the portal: `//host` and `/\host` lead to another origin.
  if (/^\/(?![/\\])/.test(path)) return path;
  problems.push(problem('URI', 'a path of the portal', value));
  return null;
}
