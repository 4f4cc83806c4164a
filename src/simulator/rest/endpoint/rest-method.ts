/** The type of a REST method: the scopes that it needs, and a function over one portal. */
import type {JsonObject} from '../../../model/parse/reading.js';
import type {UserSeed} from '../crm/crm-seed.js';
import type {ItemView} from '../crm/item-view.js';
import {isYes} from './parameters.js';
import type {RestPortal} from '../portal/rest-portal.js';
import type {MethodResult} from './rest-answer.js';
import type {Token} from '../portal/tokens.js';
import {inLanguage} from '../words/firm-words.js';

export interface MethodCall {
  readonly portal: RestPortal;
  readonly user: UserSeed;
  readonly token: Token;
  readonly parameters: JsonObject;
  /** The portal's origin, for links in answers. */
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface RestMethod {
  /** The scopes of which an app needs one; empty for a method that every app may call. */
  readonly scopes: readonly string[];
  /** Returns the result; throws a `RestError` to refuse the call. */
  readonly run: (call: MethodCall) => MethodResult | Promise<MethodResult>;
}

export type MethodTable = Readonly<Record<string, RestMethod>>;

export const CRM_SCOPE = ['crm'];

/** How the records in the answer are written. */
export function itemViewOf({portal, token, parameters, origin}: MethodCall): ItemView {
  return {
    originalNames: isYes(parameters['useOriginalUfNames']),
    statuses: portal.seed.statuses,
    origin,
    accessToken: token.accessToken,
  };
}

/** A name of the seed in the language of the token's user. */
export function named({token}: MethodCall, english: string): string {
  return inLanguage(token.language, english);
}

/** Whether the token has a scope that the method needs. */
export function mayCall({scopes}: Pick<RestMethod, 'scopes'>, token: Token): boolean {
  return scopes.length === 0 || scopes.some((scope) => token.scopes.includes(scope));
}
