/** A record's layout: the calls that ask for it, and what their answers say (reference: REST, section 1.5). */
import {readCardLayout, type CardLayout} from '../../model/crm/card-layout.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {DEAL, LEAD, type EntityType} from '../../model/entity/entity-type.js';
import {asBoolean, type JsonObject} from '../../model/parse/reading.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import type {BatchCalls, RequestParameters} from '../../portal/portal.js';
import {itemKey} from './record-calls.js';

/** The operator's own layout first, then the one for all. */
const LAYOUT_SCOPES = ['P', 'C'] as const;

/** A lead's layout depends on the customer: a new one, or one who comes back. */
const NEW_CUSTOMER = 1;
const RETURNING_CUSTOMER = 2;

const layoutKey = (scope: string, {typeId, id}: EntityRef, customer?: number): string =>
  `layout_${scope}_${typeId}_${id}${customer === undefined ? '' : `_${customer}`}`;

/** In the batch of the record: which layout it has depends on its pipeline. */
export function layoutCalls(ref: EntityRef, type: EntityType | undefined): BatchCalls {
  const {typeId: entityTypeId} = ref;
  return Object.fromEntries(
    LAYOUT_SCOPES.flatMap((scope) =>
      extrasOf(ref, type).map(({customer, ...more}) => [
        layoutKey(scope, ref, customer),
        {
          method: 'crm.item.details.configuration.get',
          parameters: {entityTypeId, scope, ...more},
        },
      ]),
    ),
  );
}

/** A lead's is asked for both kinds of customers: a reference can't turn the record's `Y` into a number. */
function extrasOf(
  ref: EntityRef,
  type: EntityType | undefined,
): readonly {readonly customer?: number; readonly extras?: RequestParameters}[] {
  if (ref.typeId === LEAD) {
    return [NEW_CUSTOMER, RETURNING_CUSTOMER].map((customer) => ({
      customer,
      extras: {leadCustomerType: customer},
    }));
  }
  if (type?.hasCategories !== true) return [{}];
  const name = ref.typeId === DEAL ? 'dealCategoryId' : 'categoryId';
  return [{extras: {[name]: `$result[${itemKey(ref)}][item][categoryId]`}}];
}

/** `null` where no layout was made, or the portal refuses to tell: the default order is used then. */
export function readLayout(
  ref: EntityRef,
  item: JsonObject,
  outcome: BatchOutcome,
): CardLayout | null {
  const returns = asBoolean(item['isReturnCustomer']) === true;
  const customer = returns ? RETURNING_CUSTOMER : NEW_CUSTOMER;
  for (const scope of LAYOUT_SCOPES) {
    const call = outcome.get(layoutKey(scope, ref, ref.typeId === LEAD ? customer : undefined));
    const layout = call?.status === 'ok' ? readCardLayout(call.answer.result).value : null;
    if (layout !== null) return layout;
  }
  return null;
}
