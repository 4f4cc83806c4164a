/** Every REST method that the simulated portal knows, and the call of one. */
import {ACTIVITY_METHODS} from './methods/activities.js';
import {appMethods} from './methods/app.js';
import {CRM_DICTIONARY_METHODS} from './methods/crm-dictionaries.js';
import {CRM_ITEM_METHODS} from './methods/crm-items.js';
import {PEOPLE_METHODS} from './methods/people.js';
import {SEARCH_METHODS} from './methods/search.js';
import {TIMELINE_METHODS} from './methods/timeline.js';
import type {MethodResult} from './rest-answer.js';
import {RestError} from './rest-error.js';
import {mayCall, type MethodCall, type RestMethod} from './rest-method.js';

const METHODS: ReadonlyMap<string, RestMethod> = new Map(
  Object.entries({
    ...CRM_ITEM_METHODS,
    ...CRM_DICTIONARY_METHODS,
    ...PEOPLE_METHODS,
    ...SEARCH_METHODS,
    ...ACTIVITY_METHODS,
    ...TIMELINE_METHODS,
    ...appMethods(findMethod),
    // The portal does not tell cases apart.
  }).map(([name, method]) => [name.toLowerCase(), method]),
);

/** Runs a method, or throws the `RestError` that the portal answers instead. */
export function callMethod(name: string, call: MethodCall): MethodResult {
  const method = findMethod(name);
  if (method === undefined) {
    throw new RestError('ERROR_METHOD_NOT_FOUND', 'Method not found!');
  }
  if (!mayCall(method, call.token)) {
    throw new RestError(
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token',
    );
  }
  return method.run(call);
}

function findMethod(name: string): RestMethod | undefined {
  return METHODS.get(name.toLowerCase());
}
