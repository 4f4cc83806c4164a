/** What a record's type is called in the page's language. */
import {text} from '../../../i18n/text.js';
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../../model/entity/entity-type.js';

/** The types that have a text of their own; all others are `other`. */
const TYPES = [
  'LEAD',
  'DEAL',
  'CONTACT',
  'COMPANY',
  'QUOTE',
  'SMART_INVOICE',
  'SMART_DOCUMENT',
  'SMART_B2E_DOC',
] as const;

/** The name of a record's type in the page's language. */
export function typeName({typeId}: Pick<EntityRef, 'typeId'>): string {
  const code = entityTypeOf(typeId)?.code;
  return text(`record-type.${TYPES.find((known) => known === code) ?? 'other'}`);
}
