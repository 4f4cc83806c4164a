/** The descriptions of a CRM type's fields: the answer of `crm.item.fields`. */
import {
  asBoolean,
  asObject,
  asText,
  isObject,
  problem,
  type JsonObject,
  type Problem,
  type Reading,
} from '../parse/reading.js';
import {readRows} from '../parse/parse-list.js';
import {standardFieldOf} from './standard-fields.js';

export interface FieldMeta {
  /** The key in the item: camelCase for standard fields, `UF_CRM_…` for the user's own. */
  readonly key: string;
  /** The original upper-case code, as in layouts and older methods. */
  readonly code: string;
  /** The title in the user's language. */
  readonly label: string;
  readonly type: string;
  readonly multiple: boolean;
  /** The values of an `enumeration` by their ids. */
  readonly options: ReadonlyMap<string, string>;
  /** The dictionary of a `crm_status`. For a stage it names the default pipeline only. */
  readonly dictionary: string | null;
  readonly settings: JsonObject;
}

/** The fields by key and by code, since older portals have other keys in items. */
export type FieldMetas = Pick<ReadonlyMap<string, FieldMeta>, 'get'>;

/** Reads the answer; `null` without any field. */
export function readFieldMetas(result: unknown): Reading<FieldMetas | null> {
  const fields = asObject(asObject(result)?.['fields']);
  if (fields === undefined) {
    return {value: null, problems: [problem('crm.item.fields', 'fields', result)]};
  }
  const problems: Problem[] = [];
  const described = new Map<string, JsonObject>();
  for (const [key, field] of Object.entries(fields)) {
    if (isObject(field)) described.set(key, field);
    else problems.push(problem(`crm.item.fields ${key}`, 'a field', field));
  }
  return {value: new DescribedFields(described), problems};
}

/** Reads each field on first use: a portal describes all fields of a type, and a record shows few. */
class DescribedFields implements FieldMetas {
  readonly #described: ReadonlyMap<string, JsonObject>;
  readonly #keys = new Map<string, string>();
  readonly #read = new Map<string, FieldMeta>();

  constructor(described: ReadonlyMap<string, JsonObject>) {
    this.#described = described;
    for (const [key, field] of described) {
      const code = codeOf(key, field);
      if (!this.#keys.has(code)) this.#keys.set(code, key);
    }
  }

  get(name: string): FieldMeta | undefined {
    const key = this.#described.has(name) ? name : (this.#keys.get(name) ?? name);
    const field = this.#described.get(key);
    if (field === undefined) return undefined;
    const meta = this.#read.get(key) ?? readFieldMeta(key, field);
    this.#read.set(key, meta);
    return meta;
  }
}

/** The description of a field that the portal did not describe: its name, and the type of standard ones. */
export function undescribedField(typeId: number, key: string): FieldMeta {
  return readFieldMeta(key, {...standardFieldOf(typeId, key)});
}

function readFieldMeta(key: string, field: JsonObject): FieldMeta {
  const settings = asObject(field['settings']) ?? {};
  const code = codeOf(key, field);
  const titles = [field['title'], field['formLabel'], field['listLabel']].map(asText);
  return {
    key,
    code,
    // Observed: the title of a user field without a label in the language is its code.
    label: titles.find((title) => title && title !== code) ?? code,
    type: asText(field['type']) ?? '',
    multiple: asBoolean(field['isMultiple']) ?? false,
    options: readOptions(field['items']),
    dictionary: asText(field['statusType']) || asText(settings['ENTITY_TYPE']) || null,
    settings,
  };
}

function codeOf(key: string, field: JsonObject): string {
  return asText(field['upperName']) || fieldCode(key);
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
