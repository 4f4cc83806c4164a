/** Derived fields: their values follow from other fields, e.g. the first phone or the meaning of a stage. */
import {CONTACT} from '../../../model/entity/entity-type.js';
import {asId, asText, isObject, type JsonObject} from '../../../model/parse/reading.js';
import type {RecordFields, StatusSeed} from './crm-seed.js';
import {stageDictionary} from './crm-type.js';

export interface DerivationSource {
  readonly typeId: number;
  readonly fields: RecordFields;
  readonly statuses: readonly StatusSeed[];
}

type Derivation = (source: DerivationSource) => unknown;

const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  entityTypeId: ({typeId}) => typeId,
  contactId: ({fields}) => firstOf(fields['contactIds']) ?? 0,
  // Only contacts have several companies; in other types the field is an ordinary one.
  companyId: ({fields}) => firstOf(fields['companyIds']) ?? 0,
  stageSemanticId: (source) => semanticsOf(source),
  closed: (source) => yesNo(semanticsOf(source) !== 'P'),
  hasPhone: ({fields}) => yesNo(hasMultifield(fields, 'PHONE')),
  hasEmail: ({fields}) => yesNo(hasMultifield(fields, 'EMAIL')),
  hasImol: ({fields}) => yesNo(multifields(fields).some(isOpenLine)),
  phone: ({fields}) => firstMultifield(fields, 'PHONE'),
  phoneWork: ({fields}) => firstMultifield(fields, 'PHONE', 'WORK'),
  phoneMobile: ({fields}) => firstMultifield(fields, 'PHONE', 'MOBILE'),
  phoneMailing: ({fields}) => firstMultifield(fields, 'PHONE', 'MAILING'),
  email: ({fields}) => firstMultifield(fields, 'EMAIL'),
  emailHome: ({fields}) => firstMultifield(fields, 'EMAIL', 'HOME'),
  emailWork: ({fields}) => firstMultifield(fields, 'EMAIL', 'WORK'),
  emailMailing: ({fields}) => firstMultifield(fields, 'EMAIL', 'MAILING'),
  imol: ({fields}) => asText(multifields(fields).find(isOpenLine)?.['value']) ?? '',
};

/** The value of a derived field; `undefined` for an ordinary one. */
export function derivedValue(name: string, source: DerivationSource): unknown {
  return Object.hasOwn(DERIVATIONS, name) ? DERIVATIONS[name]?.(source) : undefined;
}

/** Whether the field is derived, so that records do not store it. */
export function isDerived(typeId: number, name: string): boolean {
  if (name === 'companyId') return typeId === CONTACT;
  return Object.hasOwn(DERIVATIONS, name);
}

/** The phones and e-mails of a record. */
export function multifields(fields: RecordFields): readonly JsonObject[] {
  const list = fields['fm'];
  return Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];
}

/** `P` in progress, `S` success, `F` failure. */
function semanticsOf({typeId, fields, statuses}: DerivationSource): string {
  const dictionary = stageDictionary(typeId, Number(fields['categoryId'] ?? 0));
  const stage = statuses.find(
    ({entityId, statusId}) => entityId === dictionary && statusId === fields['stageId'],
  );
  return stage?.semantics ?? 'P';
}

function hasMultifield(fields: RecordFields, kind: string): boolean {
  return multifields(fields).some(({typeId}) => typeId === kind);
}

function firstMultifield(fields: RecordFields, kind: string, valueType?: string): string {
  const row = multifields(fields).find(
    (one) => one['typeId'] === kind && (valueType === undefined || one['valueType'] === valueType),
  );
  return asText(row?.['value']) ?? '';
}

function isOpenLine({typeId, value}: JsonObject): boolean {
  return typeId === 'IM' && (asText(value) ?? '').startsWith('imol|');
}

function firstOf(list: unknown): number | undefined {
  return Array.isArray(list) ? asId((list as unknown[])[0]) : undefined;
}

function yesNo(yes: boolean): 'Y' | 'N' {
  return yes ? 'Y' : 'N';
}
