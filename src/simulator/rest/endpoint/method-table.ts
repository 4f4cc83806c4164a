/** The table of the simulator's REST methods, and the function that calls one. */
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

const BUILT_IN: MethodTable = {
  ...CRM_ITEM_METHODS,
  ...CRM_DICTIONARY_METHODS,
  ...PEOPLE_METHODS,
  ...SEARCH_METHODS,
  ...ACTIVITY_METHODS,
  ...TIMELINE_METHODS,
  ...appMethods({find: findMethod, names: methodNames}),
};

/** The endpoint answers `batch` itself. */
const BATCH = 'batch';

// The portal ignores case.
const METHODS: ReadonlyMap<string, RestMethod> = new Map(
  Object.entries(BUILT_IN).map(([name, method]) => [name.toLowerCase(), method]),
);

/**
 * Runs a method.
 *
 * @throws RestError - the portal's refusal
 */
export async function callMethod(name: string, call: MethodCall): Promise<MethodResult> {
  const method = findMethod(name, call.portal);
  if (method === undefined) throw new RestError('ERROR_METHOD_NOT_FOUND', notFoundMessage(name));
  if (!mayCall(method, call.token)) {
    throw new RestError(
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token',
    );
  }
  return method.run(call);
}

/** The sorted names of all methods of a portal, including those that were added. */
export function methodNames(portal: RestPortal): readonly string[] {
  const added = [...portal.addedMethods.keys()].filter((name) => !METHODS.has(name));
  return [BATCH, ...Object.keys(BUILT_IN), ...added].sort();
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

/** The portal's message, with a hint about the simulator. */
function notFoundMessage(name: string): string {
  return (
    `Method not found! The simulator has no ${name}. The REST method "methods" lists those that it ` +
    'has, and its option "methods" adds others: see docs/simulator.md.'
  );
}
