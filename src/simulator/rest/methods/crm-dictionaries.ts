/** The portal's dictionaries: statuses and stages, pipelines, types and currencies. */
import {asText, type JsonObject} from '../../../model/parse/reading.js';
import {entityTypeOf, LEAD, QUOTE} from '../../../model/entity/entity-type.js';
import type {StatusSeed} from '../crm/crm-seed.js';
import {pageOf} from '../crm/item-list.js';
import {order, readFilter} from '../crm/row-filter.js';
import {anyCase, anyCaseMap, requiredId, startOf} from '../endpoint/parameters.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {missingArgument, oldAccessDenied, RestError} from '../endpoint/rest-error.js';
import {CRM_SCOPE, named, type MethodCall, type MethodTable} from '../endpoint/rest-method.js';

export const CRM_DICTIONARY_METHODS: MethodTable = {
  'crm.status.list': {scopes: CRM_SCOPE, run: listStatuses},
  'crm.status.entity.types': {scopes: CRM_SCOPE, run: listDictionaries},
  'crm.status.entity.items': {scopes: CRM_SCOPE, run: dictionaryItems},
  'crm.category.list': {scopes: CRM_SCOPE, run: listCategories},
  'crm.enum.ownertype': {scopes: CRM_SCOPE, run: listTypes},
  'crm.currency.list': {scopes: CRM_SCOPE, run: listCurrencies},
  'crm.currency.get': {scopes: CRM_SCOPE, run: getCurrency},
};

/** Types without pipelines. */
const WITHOUT_CATEGORIES: ReadonlySet<number> = new Set([1, 7]);

function listStatuses(call: MethodCall): MethodResult {
  const {portal, parameters} = call;
  const conditions = readFilter(anyCaseMap(parameters, 'filter'));
  const rows = portal.seed.statuses
    .map((status, index, all) => statusRow(status, index, all, named(call, status.name)))
    .filter((row) => conditions.every(({field, holds}) => holds(row[field.toUpperCase()])));
  const sorted = sortRows(rows, anyCaseMap(parameters, 'order'));
  const {items, ...counts} = pageOf(sorted, startOf(parameters));
  return {result: items, ...counts};
}

function statusRow(
  status: StatusSeed,
  index: number,
  all: readonly StatusSeed[],
  name: string,
): JsonObject {
  const category = /_STAGE_(\d+)$/.exec(status.entityId)?.[1] ?? null;
  return {
    ID: String(101 + index),
    ENTITY_ID: status.entityId,
    STATUS_ID: status.statusId,
    NAME: name,
    NAME_INIT: '',
    SORT: String(sortOf(status, all)),
    SYSTEM: 'N',
    CATEGORY_ID: category,
    COLOR: status.color ?? '',
    SEMANTICS: status.semantics ?? null,
    ...(status.color === undefined
      ? {}
      : {EXTRA: {SEMANTICS: extraSemantics(status), COLOR: status.color}}),
  };
}

/** Multiples of ten in the order of the dictionary. */
function sortOf(status: StatusSeed, all: readonly StatusSeed[]): number {
  return (all.filter(({entityId}) => entityId === status.entityId).indexOf(status) + 1) * 10;
}

function extraSemantics({semantics, isApology}: StatusSeed): string {
  if (semantics === 'S') return 'success';
  if (semantics === 'F') return isApology === true ? 'apology' : 'failure';
  return 'process';
}

function sortRows(rows: JsonObject[], wanted: JsonObject): JsonObject[] {
  const keys = Object.entries(wanted);
  return rows.sort((one, other) => {
    for (const [name, direction] of keys) {
      const [a, b] = [one, other].map((row) => asText(row[name.toUpperCase()]) ?? '');
      const difference = order(a ?? '', b ?? '');
      if (difference !== 0)
        return asText(direction)?.toUpperCase() === 'DESC' ? -difference : difference;
    }
    return 0;
  });
}

/** The dictionaries of stages tell of which type they are, the others only their code. */
function listDictionaries({portal}: MethodCall): MethodResult {
  const ids = [...new Set(portal.seed.statuses.map(({entityId}) => entityId))];
  const result = ids.map((id) => {
    const typeId = typeOfStages(id);
    const category = /_STAGE_(\d+)$/.exec(id)?.[1];
    return {
      ID: id,
      NAME: id,
      ...(typeId === undefined ? {} : {SEMANTIC_INFO: [], ENTITY_TYPE_ID: typeId}),
      ...(category === undefined ? {} : {CATEGORY_ID: Number(category), IS_ENABLED: true}),
    };
  });
  return {result};
}

function typeOfStages(dictionary: string): number | undefined {
  if (dictionary === 'STATUS') return LEAD;
  if (dictionary === 'QUOTE_STATUS') return QUOTE;
  const code = /^(.*)_STAGE(?:_\d+)?$/.exec(dictionary)?.[1];
  return code === undefined ? undefined : entityTypeOf(code)?.id;
}

function dictionaryItems(call: MethodCall): MethodResult {
  const {portal, parameters} = call;
  const entityId = asText(anyCase(parameters, 'entityId'));
  if (entityId === undefined) throw missingArgument('entityId');
  const all = portal.seed.statuses;
  const items = all
    .filter((status) => status.entityId === entityId)
    .map((status) => ({
      NAME: named(call, status.name),
      SORT: sortOf(status, all),
      STATUS_ID: status.statusId,
    }));
  return {result: items};
}

function listCategories(call: MethodCall): MethodResult {
  const {portal, parameters} = call;
  const type = portal.crm.type(requiredId(parameters, 'entityTypeId'));
  if (WITHOUT_CATEGORIES.has(type.id)) {
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type is not supported.');
  }
  const categories = portal.seed.categories
    .filter(({entityTypeId}) => entityTypeId === type.id)
    .map(({isDefault, name, ...category}) => ({
      ...category,
      name: named(call, name),
      isDefault: isDefault ? 'Y' : 'N',
    }));
  return {result: {categories}, total: categories.length};
}

function listTypes(call: MethodCall): MethodResult {
  const types = call.portal.crm.types.map(({id, name}) => ({
    ID: id,
    NAME: named(call, name),
    SYMBOL_CODE: entityTypeOf(id)?.code ?? '',
    SYMBOL_CODE_SHORT: entityTypeOf(id)?.shortCode ?? '',
  }));
  return {result: types};
}

function listCurrencies(call: MethodCall): MethodResult {
  requireSettingsAccess(call);
  const {currencies} = call.portal.seed;
  return {result: currencies, total: currencies.length};
}

function getCurrency(call: MethodCall): MethodResult {
  requireSettingsAccess(call);
  const code = asText(anyCase(call.parameters, 'id'));
  const currency = call.portal.seed.currencies.find((one) => one['CURRENCY'] === code);
  if (currency === undefined) throw new RestError('', 'Not found');
  return {result: currency};
}

/** Currencies belong to the CRM's settings, which only administrators can read. */
function requireSettingsAccess({user}: MethodCall): void {
  if (user.isAdmin !== true) throw oldAccessDenied();
}
