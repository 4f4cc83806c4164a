/** The calls for a record's layout (reference: REST, section 1.5). */
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {DEAL, LEAD, type EntityType} from '../../model/entity/entity-type.js';
import type {BatchCalls, RequestParameters} from '../../portal/portal.js';
import {itemKey} from './record-calls.js';

/** The operator's own layout first, then the one for all. */
export const LAYOUT_SCOPES = ['P', 'C'] as const;

/** What a lead's layout depends on: a caller who is new, or one who comes back. */
export const NEW_CUSTOMER = 1;
export const RETURNING_CUSTOMER = 2;

export const layoutKey = (scope: string, {typeId, id}: EntityRef, customer?: number): string =>
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
