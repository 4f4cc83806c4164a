/** Activities and requisites of records. */
import {asText} from '../../../model/parse/reading.js';
import {readEntityRef} from '../../../model/entity/entity-ref.js';
import {pageOf} from '../crm/item-list.js';
import {readFilter} from '../crm/row-filter.js';
import {anyCase, anyCaseMap, requiredId, startOf} from '../endpoint/parameters.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {oldAccessDenied, RestError} from '../endpoint/rest-error.js';
import {CRM_SCOPE, type MethodCall, type MethodTable} from '../endpoint/rest-method.js';

export const ACTIVITY_METHODS: MethodTable = {
  'crm.activity.get': {scopes: CRM_SCOPE, run: getActivity},
  'crm.activity.binding.list': {scopes: CRM_SCOPE, run: listBindings},
  'crm.requisite.list': {scopes: CRM_SCOPE, run: listRequisites},
};

function getActivity({portal, parameters, user}: MethodCall): MethodResult {
  const id = Number(asText(anyCase(parameters, 'id')));
  const activity = portal.seed.activities.find((one) => one.id === id);
  if (activity === undefined) throw new RestError('', 'Not found');
  const owner = readEntityRef(activity.fields['OWNER_TYPE_ID'], activity.fields['OWNER_ID']).value;
  if (owner !== null && !portal.crm.canRead(owner, user.id)) throw oldAccessDenied();
  return {result: {ID: String(id), ...activity.fields}};
}

function listBindings({portal, parameters}: MethodCall): MethodResult {
  const id = requiredId(parameters, 'activityId');
  const activity = portal.seed.activities.find((one) => one.id === id);
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
