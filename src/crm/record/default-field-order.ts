/** Which fields a record shows when nobody arranged them, and in which order. */
import {CONTACT} from '../../model/entity/entity-type.js';
import type {JsonObject} from '../../model/parse/reading.js';

/**
 * The standard fields that mean something to an operator, those first that are looked for first.
 * The user's own fields stand where the star is. What is not here is technical, disabled, or shown
 * elsewhere in the panel (reference: REST, section 2.7).
 */
const ORDER = (
  'honorific name secondName lastName birthdate post companyTitle companyId companyIds contactId ' +
  'contactIds typeId industry employees revenue opportunity probability quoteNumber accountNumber ' +
  'begindate closedate actualDate categoryId comments content terms * bankingDetails ' +
  'additionalInfo sourceId sourceDescription statusDescription leadId dealId quoteId mycompanyId ' +
  'assignedById observers createdTime dateClosed utmSource utmMedium utmCampaign utmContent utmTerm'
).split(' ');

const OWN_FIELD = /^(UF_|ufCrm|parentId)/;

/** Parts of a contact's title. A lead has a title of its own beside the person's name. */
const NAME_PARTS = /^(name|lastName|secondName)$/;

/** The keys that are shown, in the order in which they are shown. */
export function defaultFieldKeys(typeId: number, item: JsonObject): readonly string[] {
  return Object.keys(item)
    .filter((key) => rank(key) >= 0 && !isRepeated(key, typeId, item))
    .sort((a, b) => rank(a) - rank(b));
}

function isRepeated(key: string, typeId: number, item: JsonObject): boolean {
  if (typeId === CONTACT && NAME_PARTS.test(key)) return true;
  // `contactId` is the deprecated half of `contactIds`, where there is such a list.
  const all = item[`${key}s`];
  return Array.isArray(all) && all.length > 0;
}

function rank(key: string): number {
  return ORDER.indexOf(OWN_FIELD.test(key) ? '*' : key);
}
