/** Requisites of companies. */
import type {JsonObject} from '../../../../model/parse/reading.js';

export const REQUISITES: readonly JsonObject[] = [
  {
    ID: '31',
    ENTITY_TYPE_ID: '4',
    ENTITY_ID: '5',
    PRESET_ID: '1',
    NAME: 'Head office',
    ACTIVE: 'Y',
    RQ_COMPANY_NAME: 'Müller GmbH',
    RQ_COMPANY_FULL_NAME: 'Müller Maschinenbau Gesellschaft mit beschränkter Haftung',
    RQ_VAT_ID: 'DE000000000',
  },
];
