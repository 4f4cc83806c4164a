/** `crm.item.*`: records of every type, their fields and their layout. */
import {asObject} from '../../../model/parse/reading.js';
import {answerName, viewItem} from '../crm/item-view.js';
import {addItem} from '../crm/item-add.js';
import {listItems} from '../crm/item-list.js';
import {updateItem} from '../crm/item-update.js';
import {describeField} from '../crm/field.js';
import {requiredId, startOf} from '../endpoint/parameters.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {missingArgument} from '../endpoint/rest-error.js';
import {
  CRM_SCOPE,
  itemViewOf,
  named,
  type MethodCall,
  type MethodTable,
} from '../endpoint/rest-method.js';
import {layoutOf} from './layouts.js';

export const CRM_ITEM_METHODS: MethodTable = {
  'crm.item.get': {scopes: CRM_SCOPE, run: getItem},
  'crm.item.fields': {scopes: CRM_SCOPE, run: describeType},
  'crm.item.list': {scopes: CRM_SCOPE, run: listOfItems},
  'crm.item.add': {scopes: CRM_SCOPE, run: add},
  'crm.item.update': {scopes: CRM_SCOPE, run: update},
  'crm.item.delete': {scopes: CRM_SCOPE, run: remove},
  'crm.item.details.configuration.get': {scopes: CRM_SCOPE, run: layoutOf},
};

function getItem(call: MethodCall): MethodResult {
  const typeId = requiredId(call.parameters, 'entityTypeId');
  const id = requiredId(call.parameters, 'id');
  const {crm} = call.portal;
  const type = crm.type(typeId);
  const record = crm.read({typeId, id}, call.user.id);
  return {result: {item: viewItem(type, record, itemViewOf(call))}};
}

function describeType(call: MethodCall): MethodResult {
  const type = call.portal.crm.type(requiredId(call.parameters, 'entityTypeId'));
  const view = itemViewOf(call);
  const fields = type.fields.map(
    (field) =>
      [answerName(field, view), describeField(field, (english) => named(call, english))] as const,
  );
  return {result: {fields: Object.fromEntries(fields)}};
}

function listOfItems(call: MethodCall): MethodResult {
  const typeId = requiredId(call.parameters, 'entityTypeId');
  const {crm} = call.portal;
  const {items, total, next} = listItems({
    type: crm.type(typeId),
    records: crm.readable(typeId, call.user.id),
    view: itemViewOf(call),
    parameters: call.parameters,
    start: startOf(call.parameters),
  });
  return {
    result: {items},
    ...(total === undefined ? {} : {total}),
    ...(next === undefined ? {} : {next}),
  };
}

function add(call: MethodCall): MethodResult {
  const typeId = requiredId(call.parameters, 'entityTypeId');
  const {crm, seed} = call.portal;
  const type = crm.type(typeId);
  const fields = asObject(call.parameters['fields']);
  if (fields === undefined) throw missingArgument('fields');
  const id = crm.nextId(typeId);
  const {user, now} = call;
  crm.put(
    {typeId, id},
    addItem({type, id, fields, seed, rowId: crm.nextRowId(), userId: user.id, now}),
  );
  const added = crm.read({typeId, id}, user.id);
  return {result: {item: viewItem(type, added, itemViewOf(call))}};
}

function update(call: MethodCall): MethodResult {
  const typeId = requiredId(call.parameters, 'entityTypeId');
  const id = requiredId(call.parameters, 'id');
  const {crm, seed} = call.portal;
  const type = crm.type(typeId);
  const record = crm.read({typeId, id}, call.user.id);
  const changes = updateItem({
    type,
    record,
    fields: asObject(call.parameters['fields']) ?? {},
    statuses: seed.statuses,
    userId: call.user.id,
    now: call.now,
  });
  crm.put({typeId, id}, changes);
  const updated = crm.read({typeId, id}, call.user.id);
  return {result: {item: viewItem(type, updated, itemViewOf(call))}};
}

function remove(call: MethodCall): MethodResult {
  const typeId = requiredId(call.parameters, 'entityTypeId');
  const id = requiredId(call.parameters, 'id');
  const {crm} = call.portal;
  crm.type(typeId);
  crm.read({typeId, id}, call.user.id);
  crm.delete({typeId, id});
  return {result: []};
}
