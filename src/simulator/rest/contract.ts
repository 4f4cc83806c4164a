/** The data that a test or the portal's page exchanges with the simulated backend. */

/** A REST token with the portal's own names for its parts. */
export interface IssuedToken {
  /** The access token. */
  readonly AUTH_ID: string;
  /** The lifetime in seconds, as a string. */
  readonly AUTH_EXPIRES: string;
  /** The token that renews the access token. */
  readonly REFRESH_ID: string;
}

/** The facts of a token. */
export interface TokenOptions {
  readonly userId?: number;
  readonly scopes?: readonly string[];
  /** The lifetime in seconds. */
  readonly expiresIn?: number;
  /** The user's language code, in which REST names fields, stages and types. */
  readonly language?: string;
}

/** The data of a new portal: the sample firm, or the same firm with hostile texts in every field. */
export type SeedName = 'sample' | 'hostile';

/** A new portal. */
export interface CreatedPortal {
  /** The portal's id in the control API. */
  readonly id: string;
  /** The portal's `member_id`. */
  readonly memberId: string;
  /** What newer portals tell of the app; an older one tells nothing. */
  readonly application?: ApplicationFacts;
}

/** What a portal knows of an app that it has installed. */
export interface ApplicationFacts {
  /** `APPLICATION_TOKEN`: proves that an event is the portal's own. */
  readonly token: string;
  /** `APPLICATION_SCOPE`. */
  readonly scopes: readonly string[];
}

/** The requests to which a fault applies, and how often. */
interface FaultScope {
  /** A method's name; all methods by default. A batch counts as `batch`. */
  readonly method?: string;
  /** The number of requests after which the fault is removed; by default it stays. */
  readonly times?: number;
  /** Whether it applies to the commands inside batches instead of HTTP requests. */
  readonly insideBatch?: boolean;
}

/** What happens to the answer. `delay` and `hold` only postpone it; all others replace it. */
export type FaultKind =
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly description?: string;
      /** The HTTP status; the one that belongs to the code by default. */
      readonly status?: number;
    }
  /** A bare HTTP status without a body. */
  | {readonly kind: 'status'; readonly status: number}
  /** A gateway's error page. */
  | {readonly kind: 'html'; readonly status?: number}
  /** A body that is declared as JSON, but is not JSON. */
  | {readonly kind: 'not-json'; readonly status?: number}
  /** HTTP 200 without a body. */
  | {readonly kind: 'empty'}
  /** The connection breaks without an answer. */
  | {readonly kind: 'drop'}
  /** The answer comes so many milliseconds later. */
  | {readonly kind: 'delay'; readonly delayMs: number}
  /** The request waits until `release(key)`. */
  | {readonly kind: 'hold'; readonly key: string};

/** A fault of REST requests. */
export type Fault = FaultScope & FaultKind;

/** A method that a request called: its own, or one command of its batch. */
export interface LoggedCall {
  /** The command's key inside a batch. */
  readonly key?: string;
  readonly method: string;
  /** Without the token. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A REST request in the log. */
export interface LoggedRequest {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly httpMethod: string;
  readonly path: string;
  readonly method: string;
  readonly contentType: string;
  /** `null` until it is answered, and for a connection that was dropped. */
  readonly status: number | null;
  readonly calls: readonly LoggedCall[];
}

/** The fixed answer of an added method. The HTTP status of an error belongs to its code. */
export type MethodAnswer = (
  | {readonly result: unknown; readonly total?: number; readonly next?: number}
  | {readonly error: string; readonly description?: string}
) & {
  /** The scopes of which an app needs one; without any, every app may call the method. */
  readonly scopes?: readonly string[];
};

/** Answers by the methods' names. */
export type MethodAnswers = Readonly<Record<string, MethodAnswer>>;

/** A comment in the timeline of a record. */
export interface TimelineComment {
  readonly id: number;
  readonly entityTypeId: number;
  readonly entityId: number;
  readonly authorId: number;
  readonly comment: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** The status with which a server answers a request for a page; `null` without an answer. */
export interface PageAnswers {
  readonly post: number | null;
  readonly get: number | null;
}

/** A request limit, as a leaky bucket; `true` is the cloud's ordinary one, `false` is none. */
export type LimitSetting = boolean | {readonly burst: number; readonly drainPerSecond: number};
