/** The table of CRM object types: their codes, the paths of their pages, and their kinds of data. */

export interface EntityType {
  /** The numeric `entityTypeId` of REST. */
  readonly id: number;
  /** The code of events and of `CRM_ENTITY_TYPE`. */
  readonly code: string;
  /** The short code of bindings (`C_17`) and product rows. */
  readonly shortCode: string;
  readonly hasStages: boolean;
  readonly hasCategories: boolean;
  /** Whether `crm.item.get` answers phones and e-mails (`fm`). */
  readonly hasPhones: boolean;
  /** The portal's path to a record, without the id. Absent for types without a page. */
  readonly path: string;
}

export const LEAD = 1;
export const DEAL = 2;
export const CONTACT = 3;
export const COMPANY = 4;
export const QUOTE = 7;
export const SMART_INVOICE = 31;
export const SMART_DOCUMENT = 36;
export const SMART_B2E_DOCUMENT = 39;

/** The fixed types (documented: REST, `crm/data-types.md`). */
export const ENTITY_TYPES: readonly EntityType[] = [
  fixed(LEAD, 'LEAD', 'L', '/crm/lead/details/', {stages: true, phones: true}),
  fixed(DEAL, 'DEAL', 'D', '/crm/deal/details/', {stages: true, categories: true}),
  fixed(CONTACT, 'CONTACT', 'C', '/crm/contact/details/', {categories: true, phones: true}),
  fixed(COMPANY, 'COMPANY', 'CO', '/crm/company/details/', {categories: true, phones: true}),
  fixed(QUOTE, 'QUOTE', 'Q', '/crm/type/7/details/', {stages: true}),
  fixed(SMART_INVOICE, 'SMART_INVOICE', 'SI', typePath(SMART_INVOICE), {
    stages: true,
    categories: true,
  }),
  fixed(SMART_DOCUMENT, 'SMART_DOCUMENT', 'DO', typePath(SMART_DOCUMENT), {
    stages: true,
    categories: true,
  }),
  fixed(SMART_B2E_DOCUMENT, 'SMART_B2E_DOC', 'SBD', typePath(SMART_B2E_DOCUMENT), {
    stages: true,
    categories: true,
  }),
];

/**
 * The type of a code (`CONTACT`, `DYNAMIC_177`), a short code (`C`, `Tb1`) or a number (`3`, `"3"`), in any
 * case; `undefined` for a type that `crm.item.get` does not serve.
 */
export function entityTypeOf(spelling: string | number): EntityType | undefined {
  const text = String(spelling).trim().toUpperCase();
  const known = ENTITY_TYPES.find(
    (type) => type.code === text || type.shortCode === text || String(type.id) === text,
  );
  if (known !== undefined) return known;
  const id = dynamicTypeId(text);
  return id === undefined ? undefined : dynamicType(id);
}

/**
 * Whether the id is that of a smart process: 128–191, or from 1030. 192–255 are the copies of types in the
 * recycle bin.
 */
export function isDynamicTypeId(id: number): boolean {
  return Number.isSafeInteger(id) && ((id >= 128 && id <= 191) || id >= 1030);
}

function dynamicTypeId(text: string): number | undefined {
  const decimal = /^(?:DYNAMIC_)?(\d{1,9})$/.exec(text)?.[1];
  const hexadecimal = /^T([0-9A-F]{1,8})$/.exec(text)?.[1];
  let id = Number.NaN;
  if (decimal !== undefined) id = Number(decimal);
  else if (hexadecimal !== undefined) id = Number.parseInt(hexadecimal, 16);
  return isDynamicTypeId(id) ? id : undefined;
}

function dynamicType(id: number): EntityType {
  return {
    id,
    code: `DYNAMIC_${id}`,
    shortCode: `T${id.toString(16)}`,
    hasStages: true,
    hasCategories: true,
    hasPhones: false,
    path: typePath(id),
  };
}

function typePath(id: number): string {
  return `/crm/type/${id}/details/`;
}

function fixed(
  id: number,
  code: string,
  shortCode: string,
  path: string,
  has: {stages?: boolean; categories?: boolean; phones?: boolean},
): EntityType {
  return {
    id,
    code,
    shortCode,
    path,
    hasStages: has.stages ?? false,
    hasCategories: has.categories ?? false,
    hasPhones: has.phones ?? false,
  };
}
