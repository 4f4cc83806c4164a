/** What a portal says about the fields of one CRM type: the answer of `crm.item.fields`. */
import {
  asBoolean,
  asObject,
  asText,
  isObject,
  problem,
  type JsonObject,
  type Problem,
  type Reading,
} from './reading.js';
import {readRows} from './rows.js';
import {standardFieldOf} from './standard-fields.js';

export interface FieldMeta {
  /** The key in the item: camelCase for standard fields, `UF_CRM_…` for the user's own. */
  readonly key: string;
  /** The original upper-case code, as in layouts and older methods. */
  readonly code: string;
  /** In the user's language. */
  readonly label: string;
  readonly type: string;
  readonly multiple: boolean;
  /** The values of an `enumeration` by their ids. */
  readonly options: ReadonlyMap<string, string>;
  /** The dictionary of a `crm_status`. For a stage it names the default pipeline only. */
  readonly dictionary: string | null;
  readonly settings: JsonObject;
}

/** The fields by their key and by their code: an older portal spells the keys of items differently. */
export type FieldMetas = ReadonlyMap<string, FieldMeta>;

/** Nothing when the answer has no fields at all. */
export function readFieldMetas(result: unknown): Reading<FieldMetas | null> {
  const fields = asObject(asObject(result)?.['fields']);
  if (fields === undefined) {
    return {value: null, problems: [problem('crm.item.fields', 'fields', result)]};
  }
  const problems: Problem[] = [];
  const metas = new Map<string, FieldMeta>();
  for (const [key, field] of Object.entries(fields)) {
    if (!isObject(field)) {
      problems.push(problem(`crm.item.fields ${key}`, 'a field', field));
      continue;
    }
    const meta = readFieldMeta(key, field);
    metas.set(key, meta);
    if (!metas.has(meta.code)) metas.set(meta.code, meta);
  }
  return {value: metas, problems};
}

/** What can be said of a field that the portal did not describe: its name, its type if it is a standard one. */
export function undescribedField(typeId: number, key: string): FieldMeta {
  return readFieldMeta(key, {...standardFieldOf(typeId, key)});
}

function readFieldMeta(key: string, field: JsonObject): FieldMeta {
  const settings = asObject(field['settings']) ?? {};
  const code = asText(field['upperName']) || fieldCode(key);
  const titles = [field['title'], field['formLabel'], field['listLabel']].map(asText);
  return {
    key,
    code,
    // A user field without a label in this language has its code for a title.
    label: titles.find((title) => title && title !== code) ?? code,
    type: asText(field['type']) ?? '',
    multiple: asBoolean(field['isMultiple']) ?? false,
    options: readOptions(field['items']),
    dictionary: asText(field['statusType']) || asText(settings['ENTITY_TYPE']) || null,
    settings,
  };
}

function readOptions(items: unknown): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const item of readRows(items)) {
    const [id, name] = [asText(item['ID']), asText(item['VALUE'])];
    if (id !== undefined && name !== undefined) options.set(id, name);
  }
  return options;
}

/** `sourceId` → `SOURCE_ID`, as the portal writes it in layouts. */
export function fieldCode(key: string): string {
  return key.startsWith('UF_') ? key : key.replace(/[A-Z]/g, '_$&').toUpperCase();
}
