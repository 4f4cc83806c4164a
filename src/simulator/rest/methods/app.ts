/** Methods about the app itself and the server, open to every app. */
import {asText} from '../../../model/parse/reading.js';
import {anyCase, isYes} from '../endpoint/parameters.js';
import type {RestPortal} from '../portal/rest-portal.js';
import {portalDateTime, type MethodResult} from '../endpoint/rest-answer.js';
import {mayCall, type MethodCall, type MethodTable} from '../endpoint/rest-method.js';

/** The table of all methods, for `method.get` and `methods`. */
interface Methods {
  readonly find: (
    name: string,
    portal: RestPortal,
  ) => {readonly scopes: readonly string[]} | undefined;
  readonly names: (portal: RestPortal) => readonly string[];
}

export function appMethods({find, names}: Methods): MethodTable {
  return {
    scope: {scopes: [], run: ({token}) => ({result: token.scopes})},
    'app.info': {scopes: [], run: appInfo},
    'server.time': {scopes: [], run: ({now}) => ({result: portalDateTime(now)})},
    'method.get': {
      scopes: [],
      run: ({parameters, token, portal}) => {
        const method = find(asText(anyCase(parameters, 'name')) ?? '', portal);
        const isAvailable = method !== undefined && mayCall(method, token);
        return {result: {isExisting: method !== undefined, isAvailable}};
      },
    },
    // The methods that the app's scopes allow; with `full` all methods.
    methods: {
      scopes: [],
      run: ({parameters, token, portal}) => {
        const isFull = isYes(anyCase(parameters, 'full'));
        const isListed = (name: string): boolean => {
          const method = find(name, portal);
          return method === undefined || isFull || mayCall(method, token);
        };
        return {result: names(portal).filter(isListed)};
      },
    },
  };
}

function appInfo({portal}: MethodCall): MethodResult {
  return {
    result: {
      ID: 5,
      CODE: `local.${portal.id}`,
      VERSION: 1,
      STATUS: 'L',
      INSTALLED: true,
      PAYMENT_EXPIRED: 'N',
      DAYS: null,
      LANGUAGE_ID: 'en',
      LICENSE: 'de_ent250',
      LICENSE_TYPE: 'ent250',
      LICENSE_FAMILY: 'ent',
    },
  };
}
