/** The tokens that a portal page hands to its apps, and their source: the REST half of the simulator. */
import type {JsonObject} from '../../../model/parse/reading.js';

/** A REST token with the portal's own names for its parts. */
export interface IssuedToken {
  /** The access token. */
  readonly AUTH_ID: string;
  /** The lifetime in seconds; a string on the wire. */
  readonly AUTH_EXPIRES: string | number;
  /** The token that renews the access token. */
  readonly REFRESH_ID: string;
}

/** Issues and renews tokens. `PortalBackend` is one. */
export interface CredentialSource {
  /** The portal's `member_id`. */
  readonly memberId: string;
  /** What newer portals tell of the app; nothing in an older one. */
  readonly application?: {readonly token: string; readonly scopes: readonly string[]};
  /** The origin of the portal's REST. */
  readonly origin: string;
  /** A new token for the portal's user, to whom REST names fields and stages in the language. */
  issueToken(options: {readonly language: string}): Promise<IssuedToken>;
  /** Renews a token; `null` when the portal refuses. */
  refreshToken(refreshId: string): Promise<IssuedToken | null>;
  /** The statuses with which the server of an app's page answers; `null` where they are unknown. */
  probePage?(url: string): Promise<PageAnswers | null>;
}

/** The status with which a server answers a request for a page; `null` without an answer. */
export interface PageAnswers {
  readonly post: number | null;
  readonly get: number | null;
}

/** The three keys of a token on the wire, with `AUTH_EXPIRES` as a string. */
export function wireCredentials(token: IssuedToken): JsonObject {
  return {
    AUTH_ID: token.AUTH_ID,
    AUTH_EXPIRES: String(token.AUTH_EXPIRES),
    REFRESH_ID: token.REFRESH_ID,
  };
}
