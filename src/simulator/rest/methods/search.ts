/** The methods that find records by phone number or e-mail address. */
import {asText, type JsonObject} from '../../../model/parse/reading.js';
import {entityTypeOf} from '../../../model/entity/entity-type.js';
import type {CrmRecord} from '../crm/crm-store.js';
import {multifields} from '../crm/derived-fields.js';
import {anyCase, texts} from '../endpoint/parameters.js';
import {phpMap} from '../php-data.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {missingArgument, RestError} from '../endpoint/rest-error.js';
import {CRM_SCOPE, type MethodCall, type MethodTable} from '../endpoint/rest-method.js';

export const SEARCH_METHODS: MethodTable = {
  'crm.duplicate.findbycomm': {scopes: CRM_SCOPE, run: findDuplicates},
  'telephony.externalCall.searchCrmEntities': {scopes: ['telephony'], run: searchByPhone},
};

/** The types with phone numbers, in the order in which the portal prefers them. Deals are not among them. */
const DUPLICATE_TYPES = [1, 3, 4];
const CALLER_TYPES = [3, 4, 1];
/** The limit of values in a request, and of records of one type in the answer. */
const LIMIT = 20;

function findDuplicates(call: MethodCall): MethodResult {
  const kind = asText(anyCase(call.parameters, 'type'))?.toUpperCase();
  if (kind !== 'PHONE' && kind !== 'EMAIL') {
    throw new RestError('Communication type is not defined', "Parameter 'type' is required.");
  }
  const values = texts(anyCase(call.parameters, 'values')).slice(0, LIMIT);
  if (values.length === 0) {
    throw new RestError('Communication values is not defined', "Parameter 'values' is required.");
  }
  const only = asText(anyCase(call.parameters, 'entity_type'))?.toUpperCase();
  const found = DUPLICATE_TYPES.map((typeId) => ({
    code: entityTypeOf(typeId)?.code ?? '',
    ids: recordsWith(call, typeId, kind, values).map(({id}) => id),
  })).filter(({code, ids}) => ids.length > 0 && (only === undefined || only === code));
  return {result: phpMap(found.map(({code, ids}) => [code, ids.slice(0, LIMIT)]))};
}

function searchByPhone(call: MethodCall): MethodResult {
  const phone = asText(anyCase(call.parameters, 'PHONE_NUMBER'));
  if (phone === undefined || phone === '') throw missingArgument('PHONE_NUMBER');
  const result = CALLER_TYPES.flatMap((typeId) =>
    recordsWith(call, typeId, 'PHONE', [phone]).map((record) => callerRow(call, typeId, record)),
  );
  return {result};
}

function callerRow({portal}: MethodCall, typeId: number, {id, fields}: CrmRecord): JsonObject {
  const responsible = portal.user(Number(fields['assignedById']));
  return {
    CRM_ENTITY_TYPE: entityTypeOf(typeId)?.code,
    CRM_ENTITY_ID: id,
    ASSIGNED_BY_ID: responsible?.id ?? 0,
    NAME: typeId === 3 ? texts([fields['name'], fields['lastName']]).join(' ') : fields['title'],
    ASSIGNED_BY: {
      ID: String(responsible?.id ?? 0),
      TIMEMAN_STATUS: responsible?.workday ?? 'CLOSED',
      USER_PHONE_INNER: responsible?.innerPhone ?? null,
      WORK_PHONE: null,
      PERSONAL_PHONE: null,
      PERSONAL_MOBILE: responsible?.mobile ?? null,
    },
  };
}

function recordsWith(
  {portal, user}: MethodCall,
  typeId: number,
  kind: string,
  values: readonly string[],
): CrmRecord[] {
  const wanted = new Set(values.map((value) => comparable(kind, value)));
  return portal.crm
    .readable(typeId, user.id)
    .filter(({fields}) =>
      multifields(fields).some(
        (row) => row['typeId'] === kind && wanted.has(comparable(kind, asText(row['value']) ?? '')),
      ),
    );
}

/** A number without its extension and its separators; an e-mail address in lower case. */
function comparable(kind: string, value: string): string {
  if (kind === 'EMAIL') return value.trim().toLowerCase();
  return value.replace(/(?:ext\.?|доб\.?|;|#|,).*$/i, '').replace(/\D/g, '');
}
