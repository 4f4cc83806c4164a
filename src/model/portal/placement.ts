/** Where in the portal the page is shown, and what the portal told it there. */
import {readCall, type Call} from '../call/call.js';
import {readEntityRef, type EntityRef} from '../entity/entity-ref.js';
import {
  asObject,
  asText,
  isObject,
  parseJson,
  problem,
  type JsonObject,
  type Reading,
} from '../parse/reading.js';

export type Placement =
  | {readonly kind: 'call-card'; readonly code: 'CALL_CARD'; readonly call: Call | null}
  | {readonly kind: 'background-worker'; readonly code: 'PAGE_BACKGROUND_WORKER'}
  /** A tab, a button or a list entry of one record; the record may be missing in its options. */
  | {readonly kind: 'record'; readonly code: string; readonly entity: EntityRef | null}
  /** The app's own page, or a placement without a call and without a record. */
  | {readonly kind: 'other'; readonly code: string};

/**
 * Reads the placement's code and options. The options come as an object from the window protocol
 * and as a JSON string in the form post; both are read. A code that is not known is `other`, so that
 * the kit works in placements that are invented later.
 */
export function readPlacement(code: unknown, options: unknown): Reading<Placement> {
  const name = asText(code)?.trim().toUpperCase() || 'DEFAULT';
  const read = readOptions(options);
  const reading = interpret(name, read.value);
  return {value: reading.value, problems: [...read.problems, ...reading.problems]};
}

function readOptions(options: unknown): Reading<JsonObject> {
  if (options === undefined || options === null || options === '') return {value: {}, problems: []};
  const parsed = typeof options === 'string' ? parseJson(options)?.value : options;
  const object = asObject(parsed);
  if (object !== undefined) return {value: object, problems: []};
  return {value: {}, problems: [problem('PLACEMENT_OPTIONS', 'an object', options)]};
}

function interpret(code: string, options: JsonObject): Reading<Placement> {
  // A worker's page is about no call and no record.
  if (code === 'PAGE_BACKGROUND_WORKER') {
    return {value: {kind: 'background-worker', code}, problems: []};
  }
  if (code === 'CALL_CARD') {
    const call = readCall(options);
    return {value: {kind: 'call-card', code, call: call.value}, problems: call.problems};
  }
  const type = recordTypeOf(code);
  if (type === undefined) return {value: {kind: 'other', code}, problems: []};
  // A detail tab says ID, a toolbar or list button ENTITY_ID in some portals.
  const entity = readEntityRef(type, options['ID'] ?? options['ENTITY_ID'] ?? firstId(options));
  return {value: {kind: 'record', code, entity: entity.value}, problems: entity.problems};
}

/**
 * The type in `CRM_CONTACT_DETAIL_TAB`, `CRM_DYNAMIC_177_DETAIL_TAB`, `CRM_DEAL_LIST_MENU` and their
 * like: the code between `CRM_` and the kind of place.
 */
function recordTypeOf(code: string): string | undefined {
  return /^CRM_(LEAD|DEAL|CONTACT|COMPANY|QUOTE|SMART_INVOICE|DYNAMIC_\d+)_(?:DETAIL|LIST|ACTIVITY|DOCUMENTGENERATOR|ROBOT)_/.exec(
    code,
  )?.[1];
}

function firstId(options: JsonObject): unknown {
  const ids = options['IDS'];
  if (Array.isArray(ids)) return (ids as unknown[])[0];
  return isObject(ids) ? Object.values(ids)[0] : undefined;
}
