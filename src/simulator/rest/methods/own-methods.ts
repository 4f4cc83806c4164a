/** REST methods that a user of the simulator adds to its own, or that replace them. */
import type {JsonObject} from '../../../model/parse/reading.js';
import type {MethodAnswer, MethodAnswers} from '../contract.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {RestError} from '../endpoint/rest-error.js';

/** A call of an added method. */
export interface OwnMethodCall {
  readonly method: string;
  /** The parameters without the token; strings where the app sent a form, as the kit does. */
  readonly parameters: JsonObject;
  readonly userId: number;
}

/** Computes the answer. Throws a `RestError` to refuse the call. */
export type OwnMethodRun = (call: OwnMethodCall) => MethodResult | Promise<MethodResult>;

/** A fixed answer, or a function that computes the answer. */
export type OwnMethod =
  | MethodAnswer
  | OwnMethodRun
  /** `scopes`: those of which an app needs one; without any, every app may call the method. */
  | {readonly scopes: readonly string[]; readonly run: OwnMethodRun};

/** Added methods by name. */
export type OwnMethods = Readonly<Record<string, OwnMethod>>;

/** An added method in its normal form. */
export interface AddedMethod {
  readonly scopes: readonly string[];
  readonly run: OwnMethodRun;
}

/** Added methods by their names in lower case: the portal ignores case. */
export type AddedMethods = ReadonlyMap<string, AddedMethod>;

/** Brings the methods into their normal form. */
export function addedMethods(methods: OwnMethods | MethodAnswers): AddedMethods {
  return new Map(
    Object.entries(methods).map(([name, own]) => [name.toLowerCase(), addedMethod(own)]),
  );
}

function addedMethod(own: OwnMethod): AddedMethod {
  if (typeof own === 'function') return {scopes: [], run: own};
  if ('run' in own) return own;
  const {scopes = [], ...answer} = own;
  return {
    scopes,
    run: () => {
      if ('error' in answer) throw new RestError(answer.error, answer.description ?? '');
      return answer;
    },
  };
}
