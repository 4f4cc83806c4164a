/** What travels between a test or the portal's page and the simulated backend: plain data only. */

/** The answer to a request for a token, spelled as the portal spells it. */
export interface IssuedToken {
  readonly AUTH_ID: string;
  /** Seconds, as text. */
  readonly AUTH_EXPIRES: string;
  readonly REFRESH_ID: string;
}

export interface TokenOptions {
  readonly userId?: number;
  readonly scopes?: readonly string[];
  /** Seconds. */
  readonly expiresIn?: number;
  /** The user's, by the portal's code: REST names fields, stages and types in it. */
  readonly language?: string;
}

/** What a new portal knows: the sample firm, or the same full of hostile texts. */
export type SeedName = 'sample' | 'hostile';

/** A new portal: its id in the control API and what its page tells an app about it. */
export interface CreatedPortal {
  readonly id: string;
  readonly memberId: string;
}

/** Which requests a fault meets, and how often. */
interface FaultScope {
  /** A method's name; every method when absent. A batch counts as `batch`. */
  readonly method?: string;
  /** After so many requests the fault is gone; stays until it is cleared when absent. */
  readonly times?: number;
  /** Meets the commands inside of a batch instead of HTTP requests. */
  readonly insideBatch?: boolean;
}

/** What goes wrong. `delay` and `hold` only come late; everything else replaces the answer. */
export type FaultKind =
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly description?: string;
      /** Defaults to the status that belongs to the code. */
      readonly status?: number;
    }
  /** A bare HTTP status without a body. */
  | {readonly kind: 'status'; readonly status: number}
  /** A gateway's error page. */
  | {readonly kind: 'html'; readonly status?: number}
  /** A body that says JSON and is none. */
  | {readonly kind: 'not-json'; readonly status?: number}
  /** HTTP 200 without a body. */
  | {readonly kind: 'empty'}
  /** The connection breaks without an answer. */
  | {readonly kind: 'drop'}
  | {readonly kind: 'delay'; readonly delayMs: number}
  /** Waits until `release(key)`. */
  | {readonly kind: 'hold'; readonly key: string};

export type Fault = FaultScope & FaultKind;

/** One method that a request called: the request's own, or one command of its batch. */
export interface LoggedCall {
  /** The command's key inside of a batch. */
  readonly key?: string;
  readonly method: string;
  /** Without the token. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface LoggedRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly httpMethod: string;
  readonly path: string;
  readonly method: string;
  readonly contentType: string;
  /** `null` while it is being answered, and for a connection that was dropped. */
  readonly status: number | null;
  readonly calls: readonly LoggedCall[];
}

/** What a method that was added always answers. Of an error the status belongs to its code. */
export type MethodAnswer = (
  | {readonly result: unknown; readonly total?: number; readonly next?: number}
  | {readonly error: string; readonly description?: string}
) & {
  /** Any one of these is enough; every app may call it when there are none. */
  readonly scopes?: readonly string[];
};

/** By the methods' names. */
export type MethodAnswers = Readonly<Record<string, MethodAnswer>>;

export interface TimelineComment {
  readonly id: number;
  readonly entityTypeId: number;
  readonly entityId: number;
  readonly authorId: number;
  readonly comment: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** The status with which a server answers to a request for a page; `null` when nobody answers. */
export interface PageAnswers {
  readonly post: number | null;
  readonly get: number | null;
}

/** A request limit as a leaky bucket; `true` is the cloud's ordinary one. */
export type LimitSetting = boolean | {readonly burst: number; readonly drainPerSecond: number};
