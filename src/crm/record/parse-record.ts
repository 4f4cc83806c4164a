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
import type {FieldReference} from '../../model/crm/field-reference.js';
import {MissingNames} from './missing-names.js';
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
  readonly loadedAt: number;
  readonly isOld: boolean;
  readonly problems: readonly Problem[];
  /** Loads names; `references` are the fields that have them. Never rejects. */
  readonly loadNames: (
    missing: MissingNames,
    references: readonly FieldReference[],
  ) => Promise<void>;
}

/** A field as it was read, and the names that it lacks. */
interface ReadField {
  readonly field: RecordField;
  readonly missing: MissingNames;
}

/** @param known - fields that were read for this record before, with all their names */
export function parseRecord(
  ref: EntityRef,
  parts: RecordParts,
  known: readonly ReadField[] = [],
): CrmRecord {
  const {item, metadata, locale, names} = parts;
  const multifields = readContacts(ref, parts);
  const read = new Map(known.map((one) => [one.field.key, one]));
  const readField = fieldReader(ref.typeId, parts, read);
  const field = (name: string): RecordField | undefined => readField(name)?.field;
  const keys = defaultFieldKeys(ref.typeId, item);
  let fields: readonly RecordField[] | undefined;
  const record: CrmRecord = {
    ref,
    title: recordTitle(ref, item, locale),
    typeName: metadata.typeName,
    phones: multifields.filter(({kind}) => kind === 'PHONE'),
    emails: multifields.filter(({kind}) => kind === 'EMAIL'),
    stage: readStage(ref.typeId, item, parts.stages),
    get fields() {
      return (fields ??= keys.flatMap((key) => {
        const shown = field(key);
        return shown === undefined || shown.display.kind === 'none' ? [] : [shown];
      }));
    },
    fieldNames: keys,
    layout: parts.layout,
    field,
    loadNames: async (wanted) => {
      const shown = wanted ?? (parts.layout === null ? keys : codesIn(parts.layout));
      const lackingIn = (names: readonly string[]): readonly ReadField[] =>
        names.flatMap((name) => readField(name) ?? []).filter(isLacking);
      const lacking = lackingIn(wanted ?? [...keys, ...shown]);
      if (lacking.length === 0) return record;
      const missing = new MissingNames();
      for (const one of lacking) missing.add(one.missing);
      // The next record of the type brings the names of what is shown with its first answer.
      await parts.loadNames(missing, lackingIn(shown).flatMap(referencesIn));
      return parseRecord(
        ref,
        parts,
        [...read.values()].filter((one) => !isLacking(one)),
      );
    },
    callNumber: parts.callNumber,
    loadedAt: parts.loadedAt,
    isOld: parts.isOld,
    path: entityPath(ref) ?? null,
    // Names are read with the fields that have them, so that problems of theirs come with those.
    get problems() {
      return [
        ...metadata.problems,
        ...parts.problems,
        ...names.problems,
        ...rowProblems('fm', item['fm']),
      ];
    },
  };
  return record;
}

function isLacking({missing}: ReadField): boolean {
  return !missing.isEmpty;
}

/** What a field refers to, where its values are bare ids: those can stand in a reference of a batch. */
function referencesIn({field, missing}: ReadField): readonly FieldReference[] {
  const {key, multiple, value} = field;
  const values: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  const [typeId] = missing.records.keys();
  const target = missing.users.size > 0 ? 'user' : typeId;
  if (target === undefined || values.some((id) => asId(id) === undefined)) return [];
  return [{key, target, multiple: multiple || Array.isArray(value)}];
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
  read: Map<string, ReadField>,
): (name: string) => ReadField | undefined {
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
    const {value: display, missing} = names.readCollecting(() => formatField(value, meta, context));
    const one = {field: {code, key, label, type, multiple, value, display}, missing};
    read.set(key, one);
    return one;
  };
}

/** The stage of the record's own pipeline: `NEW` is in several dictionaries. */
export function readStage(
  typeId: number,
  item: JsonObject,
  stages: readonly CrmStatus[],
): Stage | null {
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
