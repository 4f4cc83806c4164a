/** Puts the answers about a record together into what a panel shows. */
import type {CardLayout} from '../../model/crm/card-layout.js';
import {readCategoryId} from '../../model/crm/crm-category.js';
import {fieldCode, undescribedField} from '../../model/crm/crm-fields.js';
import {readStageOutcome, stageDictionary, type CrmStatus} from '../../model/crm/crm-status.js';
import {entityPath, type EntityRef} from '../../model/entity/entity-ref.js';
import {COMPANY, entityTypeOf} from '../../model/entity/entity-type.js';
import {readMultifields} from '../../model/crm/multifield.js';
import {asId, asText, type JsonObject, type Problem} from '../../model/parse/reading.js';
import {rowProblems} from '../../model/parse/parse-list.js';
import {codesIn} from './field-sections.js';
import type {FormatContext} from '../format/format-context.js';
import {formatField} from '../format/format-field.js';
import type {CallNumber} from '../actions/click-to-call.js';
import {withoutTokens} from '../../model/parse/without-tokens.js';
import type {ClientMultifield, CrmRecord, RecordField, Stage} from '../record.js';
import type {Client, NameResolver} from './name-resolver.js';
import {recordTitle} from './record-title.js';
import {defaultFieldKeys} from './default-field-order.js';
import type {TypeMetadata} from './type-metadata.js';

export interface RecordParts {
  readonly item: JsonObject;
  readonly names: NameResolver;
  /** Entries with the id of the record's stage, of whichever dictionary. */
  readonly stages: readonly CrmStatus[];
  readonly metadata: TypeMetadata;
  readonly layout: CardLayout | null;
  readonly locale: string;
  readonly callNumber: CallNumber;
  readonly problems: readonly Problem[];
}

export function parseRecord(ref: EntityRef, parts: RecordParts): CrmRecord {
  const {item, metadata, locale, names} = parts;
  const multifields = readContacts(ref, parts);
  const field = fieldReader(ref.typeId, parts);
  const keys = defaultFieldKeys(ref.typeId, item);
  // Read now, so that the names in it come with the record.
  codesIn(parts.layout).forEach(field);
  return {
    ref,
    title: recordTitle(ref, item, locale),
    typeName: metadata.typeName,
    phones: multifields.filter(({kind}) => kind === 'PHONE'),
    emails: multifields.filter(({kind}) => kind === 'EMAIL'),
    stage: readStage(ref.typeId, item, parts.stages),
    fields: keys.flatMap((key) => {
      const shown = field(key);
      return shown === undefined || shown.display.kind === 'none' ? [] : [shown];
    }),
    fieldNames: keys,
    layout: parts.layout,
    field,
    callNumber: parts.callNumber,
    path: entityPath(ref) ?? null,
    problems: [
      ...metadata.problems,
      ...parts.problems,
      ...names.problems,
      ...rowProblems('fm', item['fm']),
    ],
  };
}

/** Its own phones and e-mails, or those of its clients: contacts, then the company. */
function readContacts({typeId}: EntityRef, {item, names}: RecordParts): ClientMultifield[] {
  const own = readMultifields(item['fm']).map((multifield) => ({...multifield, owner: null}));
  if (entityTypeOf(typeId)?.hasPhones) return own;
  // The portal lists them by their numbers; the record's first contact is the one to call.
  const ids = item['contactIds'];
  const order = Array.isArray(ids) ? (ids as unknown[]).map(asId) : [];
  const rank = ({ref}: Client): number =>
    ref.typeId === COMPANY ? order.length : order.indexOf(ref.id);
  return [...names.clients]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ref, title, item: {fm}}) =>
      readMultifields(fm).map((multifield) => ({...multifield, owner: {ref, title}})),
    );
}

/** Finds a field by its key or by its code, and formats it when it is first wanted. */
function fieldReader(
  typeId: number,
  {item, metadata, locale, names}: RecordParts,
): CrmRecord['field'] {
  const {fields, categories, timeZone} = metadata;
  const {statusName, userName, recordName} = names;
  const context: FormatContext = {
    locale,
    ...(timeZone === undefined ? {} : {timeZone}),
    item,
    statusName,
    userName,
    recordName,
    // A pipeline is worth a line only where there is another one.
    categoryName: (id) => (categories.size > 1 ? categories.get(id) : undefined),
  };
  const read = new Map<string, RecordField>();
  const keys = new Map(Object.keys(item).map((key) => [fieldCode(key), key]));
  return (name) => {
    const meta = fields.get(name) ?? undescribedField(typeId, keys.get(name) ?? name);
    const {code, label, type, multiple} = meta;
    // An older portal spells the keys of items as codes.
    const key = Object.hasOwn(item, name) ? name : meta.key;
    if (!Object.hasOwn(item, key)) return undefined;
    const known = read.get(key);
    if (known !== undefined) return known;
    const value = withoutTokens(item[key]);
    const display = formatField(value, meta, context);
    const field = {code, key, label, type, multiple, value, display};
    read.set(key, field);
    return field;
  };
}

/** The stage of the record's own pipeline: `NEW` is in several dictionaries. */
function readStage(typeId: number, item: JsonObject, stages: readonly CrmStatus[]): Stage | null {
  const id = asText(item['stageId']) ?? '';
  if (id === '') return null;
  const dictionary = stageDictionary(typeId, readCategoryId(item['categoryId']) ?? 0);
  const named = stages.filter((stage) => stage.id === id);
  // A stage outside of the default pipeline has its pipeline in its id, so it is the only one.
  const own =
    named.find((stage) => stage.dictionary === dictionary) ??
    (id.includes(':') ? named[0] : undefined);
  const outcome = readStageOutcome(item['stageSemanticId']);
  return own === undefined
    ? {id, name: id, color: null, outcome}
    : {id, name: own.name, color: own.color, outcome: own.outcome};
}
