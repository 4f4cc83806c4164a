/** Activities of records: `crm.activity.*`. */
import {asId, asObject, asText, type JsonObject} from '../../../model/parse/reading.js';
import {readRows} from '../../../model/parse/parse-list.js';
import {readEntityRef, type EntityRef} from '../../../model/entity/entity-ref.js';
import type {ActivitySeed} from '../crm/crm-seed.js';
import {pageOf} from '../crm/item-list.js';
import {withTimes} from '../crm/relative-time.js';
import {cells, order, readFilter} from '../crm/row-filter.js';
import {anyCase, anyCaseMap, requiredId, startOf, texts} from '../endpoint/parameters.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {oldAccessDenied, RestError} from '../endpoint/rest-error.js';
import {CRM_SCOPE, type MethodCall, type MethodTable} from '../endpoint/rest-method.js';

export const ACTIVITY_METHODS: MethodTable = {
  'crm.activity.get': {scopes: CRM_SCOPE, run: getActivity},
  'crm.activity.list': {scopes: CRM_SCOPE, run: listActivities},
  'crm.activity.call.getTranscript': {scopes: CRM_SCOPE, run: getTranscript},
  'crm.activity.binding.list': {scopes: CRM_SCOPE, run: listBindings},
  'crm.requisite.list': {scopes: CRM_SCOPE, run: listRequisites},
};

/** They come only when they are selected by name (documented). */
const ON_DEMAND: ReadonlySet<string> = new Set(['COMMUNICATIONS', 'FILES']);

function getActivity(call: MethodCall): MethodResult {
  const id = Number(asText(anyCase(call.parameters, 'id')));
  const activity = call.portal.activities.get(id);
  if (activity === undefined) throw new RestError('', 'Not found');
  const owner = readEntityRef(activity.fields['OWNER_TYPE_ID'], activity.fields['OWNER_ID']).value;
  if (owner !== null && !call.portal.crm.canRead(owner, call.user.id)) throw oldAccessDenied();
  return {result: rowOf(activity, call.now)};
}

function listActivities(call: MethodCall): MethodResult {
  const {parameters, now} = call;
  const {BINDINGS: bindings, ...filter} = upperKeys(mapOf(parameters, 'filter'));
  const conditions = readFilter(filter);
  const rows = [...call.portal.activities.values()]
    .filter((activity) => isVisible(activity, call))
    .flatMap((activity) => timesBound(activity, bindings, rowOf(activity, now)))
    .filter((row) => conditions.every(({field, holds}) => holds(comparable(row[field]))));
  const sorted = sortRows(rows, upperKeys(mapOf(parameters, 'order')));
  const {items, ...counts} = pageOf(sorted, startOf(parameters));
  const selected = texts(anyCase(parameters, 'select')).map((name) => name.toUpperCase());
  return {result: items.map((row) => select(row, selected)), ...counts};
}

function getTranscript({portal, parameters, user}: MethodCall): MethodResult {
  const id = requiredId(parameters, 'activityId');
  const activity = portal.activities.get(id);
  if (activity === undefined) throw new RestError('NOT_FOUND', 'Element not found');
  if (!boundTo(activity).some((ref) => portal.crm.canRead(ref, user.id))) {
    throw new RestError('ACCESS_DENIED', 'Access denied', 403);
  }
  const {transcript} = activity;
  return {result: transcript === undefined ? null : {transcription: transcript}};
}

function listBindings({portal, parameters}: MethodCall): MethodResult {
  const id = requiredId(parameters, 'activityId');
  const activity = portal.activities.get(id);
  if (activity === undefined) throw new RestError('NOT_FOUND', 'Activity not found');
  return {result: activity.bindings};
}

function listRequisites({portal, parameters}: MethodCall): MethodResult {
  const conditions = readFilter(anyCaseMap(parameters, 'filter'));
  const rows = portal.seed.requisites.filter((row) =>
    conditions.every(({field, holds}) => holds(row[field.toUpperCase()])),
  );
  const {items, ...counts} = pageOf(rows, startOf(parameters));
  return {result: items, ...counts};
}

function rowOf({id, fields}: ActivitySeed, now: number): JsonObject {
  return {ID: String(id), ...withTimes(fields, now)};
}

/** Who may read one of the records that it is bound to, sees it in lists. */
function isVisible(activity: ActivitySeed, {portal, user}: MethodCall): boolean {
  return boundTo(activity).some(
    (ref) => portal.crm.find(ref) !== undefined && portal.crm.canRead(ref, user.id),
  );
}

function boundTo({bindings}: ActivitySeed): readonly EntityRef[] {
  return bindings.map(({entityTypeId, entityId}) => ({typeId: entityTypeId, id: entityId}));
}

/**
 * The row once for each pair in the filter, where the activity is bound to all of them (documented). A
 * pair without an id is for all records of the type.
 */
function timesBound(
  activity: ActivitySeed,
  wanted: unknown,
  row: JsonObject,
): readonly JsonObject[] {
  const pairs = readRows(wanted);
  if (pairs.length === 0) return [row];
  const isBound = (pair: JsonObject): boolean => {
    const typeId = asId(pair['OWNER_TYPE_ID']);
    const id = asId(pair['OWNER_ID']);
    return boundTo(activity).some(
      (ref) =>
        (typeId === undefined || ref.typeId === typeId) && (id === undefined || ref.id === id),
    );
  };
  return pairs.every(isBound) ? pairs.map(() => row) : [];
}

/** By the time of the beginning where nothing else is asked for (documented). */
function sortRows(rows: readonly JsonObject[], wanted: JsonObject): readonly JsonObject[] {
  const keys = Object.entries(wanted);
  const orders = keys.length === 0 ? [['START_TIME', 'ASC'] as const] : keys;
  return [...rows].sort((one, other) => {
    for (const [name, direction] of orders) {
      const [a = ''] = cells(comparable(one[name]));
      const [b = ''] = cells(comparable(other[name]));
      const difference = order(a, b);
      if (difference !== 0) return isDescending(direction) ? -difference : difference;
    }
    return 0;
  });
}

function isDescending(direction: unknown): boolean {
  return asText(direction)?.toUpperCase() === 'DESC';
}

function select(row: JsonObject, names: readonly string[]): JsonObject {
  const takesAll = names.length === 0 || names.includes('*');
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => names.includes(name) || name === 'ID' || (takesAll && !ON_DEMAND.has(name)),
    ),
  );
}

/** A value as filters and orders compare it: moments in one time zone. */
function comparable(value: unknown): unknown {
  const text = asText(value) ?? '';
  return /^\d{4}-\d\d-\d\dT/.test(text) ? new Date(text).toISOString() : value;
}

/**
 * A map of the parameters.
 *
 * @throws RestError - it is something else
 */
function mapOf(parameters: JsonObject, name: string): JsonObject {
  const value = anyCase(parameters, name);
  const map = value === undefined || value === '' ? {} : asObject(value);
  if (map === undefined) throw new RestError('', `Parameter '${name}' must be array.`);
  return map;
}

function upperKeys(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toUpperCase(), value]));
}
