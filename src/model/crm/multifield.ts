/** Phones, e-mails, sites and messengers of a lead, contact or company: the field `fm`. */
import {asText} from '../parse/reading.js';
import {readRows} from '../parse/parse-list.js';

export interface Multifield {
  readonly kind: 'PHONE' | 'EMAIL' | 'WEB' | 'IM' | 'LINK';
  /** `WORK`, `MOBILE`, `HOME`, a messenger's name …; the portal may add its own. */
  readonly valueType: string;
  /** The value as it was typed. */
  readonly value: string;
}

const KINDS: readonly string[] = [
  'PHONE',
  'EMAIL',
  'WEB',
  'IM',
  'LINK',
] satisfies Multifield['kind'][];

/** Reads the values in the portal's order, without blank ones and unknown kinds. */
export function readMultifields(fm: unknown): readonly Multifield[] {
  const fields: Multifield[] = [];
  for (const row of readRows(fm)) {
    const kind = asText(row['typeId'])?.toUpperCase() ?? '';
    const value = asText(row['value'])?.trim() ?? '';
    if (value !== '' && isKind(kind)) {
      fields.push({kind, valueType: asText(row['valueType'])?.toUpperCase() ?? '', value});
    }
  }
  return fields;
}

function isKind(kind: string): kind is Multifield['kind'] {
  return KINDS.includes(kind);
}
