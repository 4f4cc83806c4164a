/** `crm.item.details.configuration.get`: the saved layout of the fields in the portal's record card. */
import {asId, asObject, asText} from '../../../model/parse/reading.js';
import {requiredId} from '../endpoint/parameters.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {named, type MethodCall} from '../endpoint/rest-method.js';

/** The saved layout; `null` without one. */
export function layoutOf(call: MethodCall): MethodResult {
  const {portal, user, parameters} = call;
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
  return {result: withTitles(saved?.layout ?? null, call)};
}

/** Puts the titles of the sections into the user's language. */
function withTitles(layout: unknown, call: MethodCall): unknown {
  if (!Array.isArray(layout)) return layout;
  return layout.map((section: unknown) => {
    const title = asText(asObject(section)?.['title']);
    return title === undefined ? section : {...asObject(section), title: named(call, title)};
  });
}
