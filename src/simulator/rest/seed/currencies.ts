/** Currencies of the portal, as the settings list them. */
import type {JsonObject} from '../../../model/parse/reading.js';

export const CURRENCIES: readonly JsonObject[] = [
  currency('EUR', 'Euro', '# €', {BASE: 'Y', AMOUNT: '1.0000', DEC_POINT: ',', THOUSANDS_SEP: '.'}),
  currency('GBP', 'Pound sterling', '£#', {AMOUNT: '1.1700', THOUSANDS_VARIANT: 'C'}),
  currency('CHF', 'Swiss franc', '# CHF', {AMOUNT: '1.0500', THOUSANDS_SEP: '&nbsp;'}),
];

function currency(code: string, name: string, format: string, other: JsonObject): JsonObject {
  return {
    CURRENCY: code,
    AMOUNT_CNT: '1',
    AMOUNT: '1.0000',
    SORT: '100',
    BASE: 'N',
    FULL_NAME: name,
    LID: 'en',
    FORMAT_STRING: format,
    DEC_POINT: '.',
    THOUSANDS_SEP: null,
    DECIMALS: '2',
    ...other,
  };
}
