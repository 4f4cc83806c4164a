/** Where the portal page gets the tokens that it hands to its apps: the REST half of the simulator. */
import type {JsonObject} from '../../../model/parse/reading.js';

/** Access to REST as a portal hands it to an app, in its own names. */
export interface IssuedToken {
  readonly AUTH_ID: string;
  /** Seconds; a text on the wire. */
  readonly AUTH_EXPIRES: string | number;
  readonly REFRESH_ID: string;
}

export interface CredentialSource {
  readonly memberId: string;
  /** The portal's origin, below which REST is. */
  readonly origin: string;
  /** A token of the user, to whom REST names things in the page's language. */
  issueToken(options: {readonly language: string}): Promise<IssuedToken>;
  /** A new token for an old one; nothing when the portal refuses. */
  refreshToken(refreshId: string): Promise<IssuedToken | null>;
  /** What the server of an app's page answers; `null` where that can't be told. */
  probePage?(url: string): Promise<PageAnswers | null>;
}

/** The status with which a server answers to a request for a page; `null` when nobody answers. */
export interface PageAnswers {
  readonly post: number | null;
  readonly get: number | null;
}

/** The three keys of the wire, `AUTH_EXPIRES` as a text; nothing else that the source may know. */
export function wireCredentials(token: IssuedToken): JsonObject {
  return {
    AUTH_ID: token.AUTH_ID,
    AUTH_EXPIRES: String(token.AUTH_EXPIRES),
    REFRESH_ID: token.REFRESH_ID,
  };
}
