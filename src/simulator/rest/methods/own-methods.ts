/** REST methods that a user of the simulator adds, beside those that it has or in their place. */
import type {JsonObject} from '../../../model/parse/reading.js';
import type {MethodAnswer, MethodAnswers} from '../contract.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import {RestError} from '../endpoint/rest-error.js';

/** What a method of one's own is told. */
export interface OwnMethodCall {
  readonly method: string;
  /** Without the token; texts where the app sent a form, as the kit does. */
  readonly parameters: JsonObject;
  readonly userId: number;
}

/** Throws a `RestError` for a refusal. */
export type OwnMethodRun = (call: OwnMethodCall) => MethodResult | Promise<MethodResult>;

/** An answer that is always the same, or what makes one. */
export type OwnMethod =
  | MethodAnswer
  | OwnMethodRun
  /** `scopes`: any one is enough; every app may call it when there are none. */
  | {readonly scopes: readonly string[]; readonly run: OwnMethodRun};

/** By their names. */
export type OwnMethods = Readonly<Record<string, OwnMethod>>;

/** One of them, whichever way it was written. */
export interface AddedMethod {
  readonly scopes: readonly string[];
  readonly run: OwnMethodRun;
}

/** By names in small letters: the portal does not tell cases apart. */
export type AddedMethods = ReadonlyMap<string, AddedMethod>;

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
