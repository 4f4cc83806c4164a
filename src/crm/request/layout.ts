/** A record's layout, from what the portal answered (reference: REST, section 1.5). */
import {readCardLayout, type CardLayout} from '../../model/crm/card-layout.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {LEAD} from '../../model/entity/entity-type.js';
import {asBoolean, type JsonObject} from '../../model/parse/reading.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import {LAYOUT_SCOPES, layoutKey, NEW_CUSTOMER, RETURNING_CUSTOMER} from './layout-calls.js';

/** Nothing when nobody arranged the fields, or the portal does not tell: there is a usual order. */
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
