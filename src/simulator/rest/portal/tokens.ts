/** The access tokens of one portal, with their users, scopes and lifetimes. */
import type {IssuedToken, TokenOptions} from '../contract.js';
import {randomHex} from './random-id.js';

export interface Token {
  readonly accessToken: string;
  readonly refreshId: string;
  readonly userId: number;
  readonly scopes: readonly string[];
  /** The user's language code. */
  readonly language: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

const ACCESS_TOKEN_LENGTH = 70;

export class TokenStore {
  /** Whether the portal refuses to renew tokens, as after the app or the user was removed. */
  refusesRefresh = false;
  readonly #byAccessToken = new Map<string, Token>();
  readonly #byRefreshId = new Map<string, Token>();

  issue(options: Required<TokenOptions>, now: number): IssuedToken {
    const {userId, scopes, language, expiresIn} = options;
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
   * Renews a token for the same user, scopes and language; `null` when the refresh is refused.
   *
   * @param expiresIn - seconds
   * @param now - milliseconds since the epoch
   */
  refresh(refreshId: string, expiresIn: number, now: number): IssuedToken | null {
    const old = this.#byRefreshId.get(refreshId);
    if (old === undefined || this.refusesRefresh) return null;
    return this.issue({...old, expiresIn}, now);
  }

  find(accessToken: string): Token | undefined {
    return this.#byAccessToken.get(accessToken);
  }

  /** Lets every token expire that was issued so far. They can still be renewed. */
  expireAll(now: number): void {
    for (const token of this.#byAccessToken.values())
      token.expiresAt = Math.min(token.expiresAt, now);
  }
}
