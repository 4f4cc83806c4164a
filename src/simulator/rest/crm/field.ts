/** One field of a CRM type, as `crm.item.fields` describes it. */
import type {JsonObject} from '../../../model/parse/reading.js';

export interface Field {
  /** The key in a record: camelCase for standard fields, the original code for user fields. */
  readonly name: string;
  /** The key in answers without `useOriginalUfNames`. Equals `name` for standard fields. */
  readonly camelName: string;
  readonly upperName: string;
  readonly type: string;
  readonly title: string;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly isMultiple: boolean;
  /** True for a user field. */
  readonly isDynamic: boolean;
  readonly isDeprecated: boolean;
  /** A field that the portal keeps for old apps; its value is always `null`. */
  readonly isDisabled: boolean;
  readonly statusType?: string;
  readonly items?: readonly {readonly ID: string; readonly VALUE: string}[];
  readonly settings?: JsonObject;
}

/** A user field in the seed, with its differences from an ordinary field. */
export interface UserFieldSeed {
  readonly upperName: string;
  readonly type: string;
  readonly title: string;
  readonly isMultiple?: boolean;
  readonly isRequired?: boolean;
  readonly items?: readonly {readonly ID: string; readonly VALUE: string}[];
  readonly settings?: JsonObject;
}

/** `createdTime` → `CREATED_TIME`, `parentId177` → `PARENT_ID_177`. */
export function upperNameOf(name: string): string {
  return name.replace(/([A-Z]|\d+)/g, '_$1').toUpperCase();
}

/**
 * A user field's code in camelCase (documented: REST, `crm/universal/index.md`). Codes that mix letters and
 * digits keep their capitals behind the prefix, so the rule has no inverse.
 */
export function camelUserFieldName(upperName: string): string {
  const match = /^UF_CRM_(?:(\d+)_)?(.+)$/.exec(upperName);
  if (match === null) return upperName;
  const [, typeId = '', rest = ''] = match;
  if (/^\d+$/.test(rest)) return `ufCrm${typeId}_${rest}`;
  if (/\d/.test(rest)) return `ufCrm_${typeId === '' ? '' : `${typeId}_`}${rest}`;
  return `ufCrm${typeId}${camelWords(rest)}`;
}

/** The user fields of one type. Codes whose camelCase would collide keep their original names. */
export function userFields(seeds: readonly UserFieldSeed[]): Field[] {
  const names = seeds.map(({upperName}) => camelUserFieldName(upperName));
  return seeds.map((seed, index) => {
    const camelName = names[index] ?? seed.upperName;
    const collides = names.indexOf(camelName) !== names.lastIndexOf(camelName);
    return {
      ...seed,
      isRequired: seed.isRequired ?? false,
      isMultiple: seed.isMultiple ?? false,
      name: seed.upperName,
      camelName: collides ? seed.upperName : camelName,
      isReadOnly: false,
      isDynamic: true,
      isDeprecated: false,
      isDisabled: false,
    };
  });
}

/**
 * The description of a field as `crm.item.fields` gives it.
 *
 * @param named - translates a name of the seed into the user's language
 */
export function describeField(field: Field, named: (english: string) => string): JsonObject {
  const title = named(field.title);
  return {
    type: field.type,
    isRequired: field.isRequired,
    isReadOnly: field.isReadOnly,
    isImmutable: false,
    isMultiple: field.isMultiple,
    isDynamic: field.isDynamic,
    title,
    ...(field.isDynamic ? {listLabel: title, formLabel: title, filterLabel: title} : {}),
    upperName: field.upperName,
    ...(field.isDeprecated ? {isDeprecated: true} : {}),
    ...(field.statusType === undefined ? {} : {statusType: field.statusType}),
    ...(field.items === undefined
      ? {}
      : {items: field.items.map(({ID, VALUE}) => ({ID, VALUE: named(VALUE)}))}),
    ...(field.settings === undefined ? {} : {settings: namedSettings(field.settings, named)}),
  };
}

/** The labels of a switch's two values. */
function namedSettings(settings: JsonObject, named: (english: string) => string): JsonObject {
  const {LABEL: labels} = settings;
  if (!Array.isArray(labels)) return settings;
  return {...settings, LABEL: labels.map((label) => named(String(label)))};
}

function camelWords(text: string): string {
  return text
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
