/** Methods about the app itself and the server, open to every app. */
import {asText} from '../../../model/reading.js';
import {anyCase} from '../parameters.js';
import {portalDateTime, type MethodResult} from '../rest-answer.js';
import {mayCall, type MethodCall, type MethodTable} from '../rest-method.js';

/** @param find - the whole table, which `method.get` looks into */
export function appMethods(
  find: (name: string) => {readonly scopes: readonly string[]} | undefined,
): MethodTable {
  return {
    scope: {scopes: [], run: ({token}) => ({result: token.scopes})},
    'app.info': {scopes: [], run: appInfo},
    'server.time': {scopes: [], run: ({now}) => ({result: portalDateTime(now)})},
    'method.get': {
      scopes: [],
      run: ({parameters, token}) => {
        const method = find(asText(anyCase(parameters, 'name')) ?? '');
        const isAvailable = method !== undefined && mayCall(method, token);
        return {result: {isExisting: method !== undefined, isAvailable}};
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
