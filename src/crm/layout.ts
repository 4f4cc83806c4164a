/** The calls for a record's layout, and what came of them (reference: REST, section 1.5). */
import {readCardLayout, type CardLayout} from '../model/card-layout.js';
import type {EntityRef} from '../model/entity-ref.js';
import {DEAL, type EntityType} from '../model/entity-type.js';
import type {BatchOutcome} from '../model/rest-answer.js';
import type {BatchCalls} from '../portal/portal.js';
import {itemKey} from './record-calls.js';

/** The operator's own layout first, then the one for all. */
const SCOPES = ['P', 'C'] as const;

const layoutKey = (scope: string, {typeId, id}: EntityRef): string =>
  `layout_${scope}_${typeId}_${id}`;

/** In the batch of the record: which layout it has depends on its pipeline. */
export function layoutCalls(ref: EntityRef, type: EntityType | undefined): BatchCalls {
  const {typeId: entityTypeId} = ref;
  const category = `$result[${itemKey(ref)}][item][categoryId]`;
  const name = entityTypeId === DEAL ? 'dealCategoryId' : 'categoryId';
  const extras = type?.hasCategories ? {extras: {[name]: category}} : {};
  return Object.fromEntries(
    SCOPES.map((scope) => [
      layoutKey(scope, ref),
      {
        method: 'crm.item.details.configuration.get',
        parameters: {entityTypeId, scope, ...extras},
      },
    ]),
  );
}

/** Nothing when nobody arranged the fields, or the portal does not tell: there is a usual order. */
export function readLayout(ref: EntityRef, outcome: BatchOutcome): CardLayout | null {
  for (const scope of SCOPES) {
    const call = outcome.get(layoutKey(scope, ref));
    const layout = call?.status === 'ok' ? readCardLayout(call.answer.result).value : null;
    if (layout !== null) return layout;
  }
  return null;
}
