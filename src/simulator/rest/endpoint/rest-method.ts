/** What a REST method is: the scopes it wants and a handler over one portal. */
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
  /** Of the portal, for links in answers. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface RestMethod {
  /** Any one of these is enough; none for a method that every app may call. */
  readonly scopes: readonly string[];
  /** Throws a `RestError` for a refusal. */
  readonly run: (call: MethodCall) => MethodResult | Promise<MethodResult>;
}

export type MethodTable = Readonly<Record<string, RestMethod>>;

export const CRM_SCOPE = ['crm'];

/** How this call wants to see records. */
export function itemViewOf({portal, token, parameters, origin}: MethodCall): ItemView {
  return {
    originalNames: isYes(parameters['useOriginalUfNames']),
    statuses: portal.seed.statuses,
    origin,
    accessToken: token.accessToken,
  };
}

/** A name of the seed, in the language of the user who asks. */
export function named({token}: MethodCall, english: string): string {
  return inLanguage(token.language, english);
}

/** True when the token has a scope that the method wants. */
export function mayCall({scopes}: Pick<RestMethod, 'scopes'>, token: Token): boolean {
  return scopes.length === 0 || scopes.some((scope) => token.scopes.includes(scope));
}
