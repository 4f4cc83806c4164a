/** The labels of fields that the portal has not labelled. */
import type {RecordField} from '../../../crm/record.js';
import {text} from '../../../i18n/text.js';

/** Standard fields with a text of their own, for when the portal's labels could not be loaded. */
const NAMED = [
  'ASSIGNED_BY_ID',
  'BEGINDATE',
  'BIRTHDATE',
  'CATEGORY_ID',
  'CLOSEDATE',
  'COMMENTS',
  'COMPANY_TITLE',
  'CREATED_TIME',
  'EMPLOYEES',
  'HONORIFIC',
  'INDUSTRY',
  'LAST_NAME',
  'NAME',
  'OBSERVERS',
  'OPPORTUNITY',
  'POST',
  'PROBABILITY',
  'REVENUE',
  'SECOND_NAME',
  'SOURCE_ID',
  'TYPE_ID',
] as const;

/** The types that a field may link: `COMPANY_ID`, `CONTACT_IDS`. */
const LINKED = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'QUOTE'] as const;

/** The portal's label; without one the kit's text, or the code in words. */
export function labelOf({code, label}: Pick<RecordField, 'code' | 'label'>): string {
  if (label !== code || code.startsWith('UF_')) return label;
  const named = NAMED.find((known) => known === code);
  if (named !== undefined) return text(`field.${named}`);
  const linked = LINKED.find((type) => code === `${type}_ID` || code === `${type}_IDS`);
  if (linked !== undefined) return text(`record-type.${linked}`);
  const words = code
    .replace(/_IDS?$/, '')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
