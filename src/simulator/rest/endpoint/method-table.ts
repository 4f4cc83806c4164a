/** Every REST method that the simulated portal knows, and the call of one. */
import {ACTIVITY_METHODS} from '../methods/activities.js';
import {appMethods} from '../methods/app.js';
import {CRM_DICTIONARY_METHODS} from '../methods/crm-dictionaries.js';
import {CRM_ITEM_METHODS} from '../methods/crm-items.js';
import {PEOPLE_METHODS} from '../methods/people.js';
import {SEARCH_METHODS} from '../methods/search.js';
import {TIMELINE_METHODS} from '../methods/timeline.js';
import type {RestPortal} from '../portal/rest-portal.js';
import type {MethodResult} from './rest-answer.js';
import {RestError} from './rest-error.js';
import {mayCall, type MethodCall, type MethodTable, type RestMethod} from './rest-method.js';

const OWN: MethodTable = {
  ...CRM_ITEM_METHODS,
  ...CRM_DICTIONARY_METHODS,
  ...PEOPLE_METHODS,
  ...SEARCH_METHODS,
  ...ACTIVITY_METHODS,
  ...TIMELINE_METHODS,
  ...appMethods({find: findMethod, names: methodNames}),
};

/** Answered by the endpoint itself: it calls the others. */
const BATCH = 'batch';

// The portal does not tell cases apart.
const METHODS: ReadonlyMap<string, RestMethod> = new Map(
  Object.entries(OWN).map(([name, method]) => [name.toLowerCase(), method]),
);

/** Runs a method, or throws the `RestError` that the portal answers instead. */
export async function callMethod(name: string, call: MethodCall): Promise<MethodResult> {
  const method = findMethod(name, call.portal);
  if (method === undefined) throw new RestError('ERROR_METHOD_NOT_FOUND', notFoundWords(name));
  if (!mayCall(method, call.token)) {
    throw new RestError(
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token',
    );
  }
  return method.run(call);
}

/** The names of all methods of a portal, in order; those that were added are among them. */
export function methodNames(portal: RestPortal): readonly string[] {
  const added = [...portal.addedMethods.keys()].filter((name) => !METHODS.has(name));
  return [BATCH, ...Object.keys(OWN), ...added].sort();
}

function findMethod(name: string, portal: RestPortal): RestMethod | undefined {
  const wanted = name.toLowerCase();
  const added = portal.addedMethods.get(wanted);
  if (added === undefined) return METHODS.get(wanted);
  return {
    scopes: added.scopes,
    run: ({parameters, user}) => added.run({method: name, parameters, userId: user.id}),
  };
}

/** The portal's words, and what a portal has no need to say. */
function notFoundWords(name: string): string {
  return (
    `Method not found! The simulator has no ${name}. The REST method "methods" lists those that it ` +
    'has, and its option "methods" adds others: see docs/simulator.md.'
  );
}
