/** What a type of records is called. */
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../../model/entity/entity-type.js';
import {text} from '../../../i18n/text.js';

/** Types that have a name of their own here. */
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

export function typeName({typeId}: Pick<EntityRef, 'typeId'>): string {
  const code = entityTypeOf(typeId)?.code;
  return text(`record-type.${TYPES.find((known) => known === code) ?? 'other'}`);
}
