/** `crm.item.details.configuration.get`: how people arranged the fields of the portal's record card. */
import {asId, asObject, asText} from '../../../model/reading.js';
import {requiredId} from '../parameters.js';
import type {MethodResult} from '../rest-answer.js';
import type {MethodCall} from '../rest-method.js';

/** The saved layout, or `null` when nobody saved one. */
export function layoutOf({portal, user, parameters}: MethodCall): MethodResult {
  const entityTypeId = portal.crm.type(requiredId(parameters, 'entityTypeId')).id;
  const scope = asText(parameters['scope']) ?? 'P';
  const userId = asId(parameters['userId']) ?? user.id;
  const extras = asObject(parameters['extras']) ?? {};
  const categoryId = Number(asText(extras['dealCategoryId'] ?? extras['categoryId']) ?? 0);
  const customer = Number(asText(extras['leadCustomerType']) ?? 1);
  const saved = portal.seed.layouts.find(
    (layout) =>
      layout.entityTypeId === entityTypeId &&
      layout.scope === scope &&
      (layout.categoryId ?? 0) === categoryId &&
      (layout.leadCustomerType ?? 1) === customer &&
      (scope === 'C' || layout.userId === userId),
  );
  return {result: saved?.layout ?? null};
}
