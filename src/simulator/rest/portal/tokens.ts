/** The access tokens of one portal: who holds them, what they may do and how long. */
import type {IssuedToken, TokenOptions} from '../contract.js';
import {randomHex} from './random-id.js';

export interface Token {
  readonly accessToken: string;
  readonly refreshId: string;
  readonly userId: number;
  readonly scopes: readonly string[];
  /** In which the user has the portal. */
  readonly language: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const ACCESS_TOKEN_LENGTH = 70;

export class TokenStore {
  /** The portal's host answers no refresh any more: the app was removed, or the user. */
  refusesRefresh = false;
  readonly #byAccessToken = new Map<string, Token>();
  readonly #byRefreshId = new Map<string, Token>();

  issue(whose: Required<TokenOptions>, now: number): IssuedToken {
    const {userId, scopes, language, expiresIn} = whose;
    const token: Token = {
      accessToken: randomHex(ACCESS_TOKEN_LENGTH),
      refreshId: randomHex(ACCESS_TOKEN_LENGTH),
      userId,
      scopes,
      language,
      expiresAt: now + expiresIn * 1000,
    };
    this.#byAccessToken.set(token.accessToken, token);
    this.#byRefreshId.set(token.refreshId, token);
    return {
      AUTH_ID: token.accessToken,
      AUTH_EXPIRES: String(expiresIn),
      REFRESH_ID: token.refreshId,
    };
  }

  /**
   * A new token for the same user, scopes and language, or nothing when the refresh is refused.
   *
   * @param expiresIn - seconds
   */
  refresh(refreshId: string, expiresIn: number, now: number): IssuedToken | null {
    const old = this.#byRefreshId.get(refreshId);
    if (old === undefined || this.refusesRefresh) return null;
    return this.issue({...old, expiresIn}, now);
  }

  find(accessToken: string): Token | undefined {
    return this.#byAccessToken.get(accessToken);
  }

  /** Every token issued so far is expired from now on; they can be refreshed. */
  expireAll(now: number): void {
    for (const token of this.#byAccessToken.values())
      token.expiresAt = Math.min(token.expiresAt, now);
  }
}
