/** Which fields a record shows when nobody arranged them, and in which order. */
import {CONTACT} from '../model/entity-type.js';
import type {JsonObject} from '../model/reading.js';

/** Technical, disabled, or shown elsewhere in the panel (reference: REST, section 2.7). */
const HIDDEN = new Set(
  (
    'id entityTypeId title fm stageId stageSemanticId currencyId accountCurrencyId ' +
    'hasPhone hasEmail hasImol phone phoneWork phoneMobile phoneMailing ' +
    'email emailHome emailWork emailMailing imol skype icq login ' +
    'searchContent xmlId originId originatorId originVersion webformId locationId personTypeId ' +
    'isManualOpportunity taxValue isConvert isWork isWon isLose hasProducts productId ' +
    'previousStageId movedBy movedTime updatedBy createdBy lastActivityBy lastActivityTime ' +
    'storageTypeId storageElementIds commentsType contentType termsType orderStage export opened ' +
    'isNew isRecurring isRepeatedApproach isReturnCustomer isMyCompany closed ' +
    'receivedAmount lostAmount opportunityAccount taxValueAccount clientTpId clientTpaId ' +
    'eventId eventDate eventDescription photo logo shortName'
  ).split(' '),
);

/** Parts of a contact's title. A lead has a title of its own beside the person's name. */
const NAME_PARTS = new Set(['name', 'lastName', 'secondName', 'honorific']);

/** The deprecated half of a pair, and the one that has all. */
const SUPERSEDED: Readonly<Record<string, string>> = {
  contactId: 'contactIds',
  companyId: 'companyIds',
};

/** What an operator looks for first. The user's own fields follow, the rest comes behind. */
const FIRST = (
  'name secondName lastName post companyTitle companyIds companyId contactIds contactId ' +
  'typeId industry opportunity begindate closedate categoryId comments'
).split(' ');
const LAST = (
  'leadId dealId quoteId mycompanyId sourceId sourceDescription assignedById observers ' +
  'createdTime updatedTime utmSource utmMedium utmCampaign utmContent utmTerm'
).split(' ');

/** The keys that are shown, in the order in which they are shown. */
export function shownKeys(typeId: number, item: JsonObject): readonly string[] {
  return Object.keys(item)
    .filter((key) => isShown(key, typeId, item))
    .sort((a, b) => rank(a) - rank(b));
}

function isShown(key: string, typeId: number, item: JsonObject): boolean {
  if (HIDDEN.has(key) || key.endsWith('Short')) return false;
  if (typeId === CONTACT && NAME_PARTS.has(key)) return false;
  const better = Object.hasOwn(SUPERSEDED, key) ? item[SUPERSEDED[key] ?? ''] : undefined;
  return !(Array.isArray(better) && better.length > 0);
}

function rank(key: string): number {
  const first = FIRST.indexOf(key);
  if (first >= 0) return first;
  return FIRST.length + LAST.indexOf(key) + (/^uf_?crm/i.test(key) ? 0 : 1);
}
