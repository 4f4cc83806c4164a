/** The table of field types: what each value looks like (reference: REST, section 2.1). */
import type {FieldMeta} from '../../model/crm/crm-fields.js';
import {isObject, lookUp} from '../../model/parse/reading.js';
import {formatCategory, formatEnumeration, formatStatus} from './choice.js';
import {formatDate, formatDateTime} from './date.js';
import {NOTHING, type FieldDisplay} from './field-display.js';
import type {FormatContext, Formatter} from './format-context.js';
import {formatFile, formatMultifield, formatUrl} from './link.js';
import {formatCurrency, formatItemAmount, formatMoney} from './money.js';
import {formatBoolean, formatDouble, formatInteger, formatPercent} from './number.js';
import {
  formatBinding,
  formatCompany,
  formatContact,
  formatDeal,
  formatLead,
  formatParent,
  formatQuote,
  formatUser,
} from './reference.js';
import {formatAddress} from './address.js';
import {formatId, formatNothing, formatString, formatText, formatUnknown} from './text.js';

const FORMATTERS: Readonly<Record<string, Formatter>> = {
  string: formatString,
  char: formatString,
  location: formatString,
  text: formatText,
  integer: formatInteger,
  double: formatDouble,
  boolean: formatBoolean,
  date: formatDate,
  datetime: formatDateTime,
  money: formatMoney,
  crm_currency: formatCurrency,
  enumeration: formatEnumeration,
  crm_status: formatStatus,
  crm_category: formatCategory,
  crm_multifield: formatMultifield,
  user: formatUser,
  employee: formatUser,
  crm_company: formatCompany,
  crm_contact: formatContact,
  crm_lead: formatLead,
  crm_deal: formatDeal,
  crm_quote: formatQuote,
  crm_entity: formatParent,
  crm: formatBinding,
  url: formatUrl,
  address: formatAddress,
  file: formatFile,
  iblock_element: formatId,
  iblock_section: formatId,
  hlblock: formatId,
  // Technical, or not readable over REST.
  resourcebooking: formatNothing,
  crm_product_row: formatNothing,
  crm_activity_provider: formatNothing,
  crm_activity_provider_type: formatNothing,
  crm_dynamic_type: formatNothing,
  recurring: formatNothing,
};

/** Standard fields that mean more than a number: amounts in the item's own currency, and a chance. */
const STANDARD: Readonly<Record<string, Formatter>> = {
  opportunity: formatItemAmount,
  taxValue: formatItemAmount,
  revenue: formatItemAmount,
  probability: formatPercent,
};

/** What to show for a value; `none` for an empty one. Never throws, whatever the value is. */
export function formatField(value: unknown, meta: FieldMeta, context: FormatContext): FieldDisplay {
  const format = formatterOf(meta);
  // An empty multiple field may be `false`.
  const shown = valuesOf(value, meta)
    .filter((item) => item !== false || meta.type === 'boolean')
    .map((item) => format(item, meta, context))
    .filter((display) => display.kind !== 'none');
  return shown.length > 1 ? {kind: 'list', items: shown} : (shown[0] ?? NOTHING);
}

function formatterOf(meta: FieldMeta): Formatter {
  return lookUp(STANDARD, meta.key) ?? lookUp(FORMATTERS, meta.type) ?? formatUnknown;
}

function valuesOf(value: unknown, {multiple}: FieldMeta): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  // PHP sends a list with gaps in its keys as an object; a file is an object with an id.
  return multiple && isObject(value) && !('id' in value) ? Object.values(value) : [value];
}
