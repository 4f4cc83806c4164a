/** Answers of the portal's REST: results, errors in all their shapes, and batches. */
import {CallCardError, type CallCardErrorCode} from '../errors/call-card-error.js';
import {appRefusalOf, type AppRefusal} from './portal-refusal.js';
import {asObject, asText, isObject, lookUp, type JsonObject} from '../parse/reading.js';

/** One successful answer. */
export interface RestAnswer {
  readonly result: unknown;
  /** How many rows there are in all; only for list methods. */
  readonly total: number | null;
  /** The `start` of the next page; only for list methods that have one. */
  readonly next: number | null;
  /** In how many milliseconds the method gets some of its execution time back, where it was told. */
  readonly operatingResetMs?: number;
}

export type RestOutcome =
  | {readonly status: 'ok'; readonly answer: RestAnswer}
  | {readonly status: 'failed'; readonly error: CallCardError};

/** The outcome of each call of a batch, by its key. A call that was not run is `aborted`. */
export type BatchOutcome = ReadonlyMap<string, RestOutcome>;

/** A token that was refused; the port renews it once before anyone hears of it. */
export const TOKEN_REFUSED = new Set(['expired_token', 'invalid_token']);

const CODES: Readonly<Record<string, CallCardErrorCode>> = {
  QUERY_LIMIT_EXCEEDED: 'limit-reached',
  OPERATION_TIME_LIMIT: 'limit-reached',
  OVERLOAD_LIMIT: 'limit-reached',
  expired_token: 'not-authorized',
  invalid_token: 'not-authorized',
  NO_AUTH_FOUND: 'not-authorized',
  WRONG_AUTH_TYPE: 'not-authorized',
  insufficient_scope: 'missing-scope',
  ACCESS_DENIED: 'not-allowed',
  INVALID_CREDENTIALS: 'not-allowed',
  user_access_error: 'not-allowed',
  allowed_only_intranet_user: 'not-allowed',
  NOT_FOUND: 'not-found',
  OWNER_NOT_FOUND: 'not-found',
  ERROR_METHOD_NOT_FOUND: 'unsupported',
  ENTITY_TYPE_NOT_SUPPORTED: 'unsupported',
  INTERNAL_SERVER_ERROR: 'unavailable',
  ERROR_UNEXPECTED_ANSWER: 'unavailable',
  PORTAL_DELETED: 'refused',
};

/** By which HTTP says that there are too many requests, whoever answers: the portal, or a gateway. */
const LIMIT_STATUSES: ReadonlySet<number> = new Set([429, 503]);

/**
 * Reads the body of an HTTP answer.
 *
 * @param body - the parsed JSON, or nothing when the body was not JSON
 * @param retryAfterMs - for how long the server asks to be left alone
 */
export function readRestOutcome(
  method: string,
  status: number,
  body: unknown,
  retryAfterMs?: number,
): RestOutcome {
  if (!isObject(body)) return failed(notJson(method, status, retryAfterMs));
  if ('error' in body) return failed(readRestError(method, status, body, retryAfterMs));
  if (!('result' in body)) return failed(notJson(method, status, retryAfterMs));
  const {result, total, next, time} = body;
  return {status: 'ok', answer: readAnswer(result, total, next, time)};
}

/** Reads the result of `batch` for the given keys. */
export function readBatchOutcome(
  calls: ReadonlyMap<string, string>,
  result: unknown,
): BatchOutcome {
  const parts = asObject(result) ?? {};
  const results = asKeyed(parts['result']);
  const errors = asKeyed(parts['result_error']);
  const totals = asKeyed(parts['result_total']);
  const nexts = asKeyed(parts['result_next']);
  const times = asKeyed(parts['result_time']);
  const outcomes = new Map<string, RestOutcome>();
  for (const [key, method] of calls) {
    const error = lookUp(errors, key);
    if (error !== undefined) {
      outcomes.set(key, failed(readRestError(method, 200, error)));
    } else if (Object.hasOwn(results, key)) {
      const answer = readAnswer(results[key], totals[key], nexts[key], times[key]);
      outcomes.set(key, {status: 'ok', answer});
    } else {
      outcomes.set(key, failed(notRun(method)));
    }
  }
  return outcomes;
}

/** The error behind `{error, error_description}`; `error` may be empty, prose, or an object. */
export function readRestError(
  method: string,
  status: number,
  body: unknown,
  retryAfterMs?: number,
): CallCardError {
  const fields = asObject(body) ?? {};
  const nested = asObject(fields['error']);
  const code = asText(nested?.['code'] ?? fields['error']) ?? '';
  const description = asText(nested?.['message'] ?? fields['error_description']) ?? '';
  const portal = {code, description, ...httpFacts(status, retryAfterMs)};
  const kind = kindOf(code, status);
  return new CallCardError(kind, sentenceFor(kind, method, portal), {
    request: method,
    portal,
    // A block is lifted by hand only: trying again is of no use, although its kind says so.
    ...(appRefusalOf(portal) === 'blocked' ? {retryable: false} : {}),
  });
}

function kindOf(code: string, status: number): CallCardErrorCode {
  const known = lookUp(CODES, code);
  if (known !== undefined) return known;
  // Old methods refuse with an empty code and words in the user's language: only the status tells.
  if (code === '' && (status === 200 || status === 400 || status === 403)) return 'not-allowed';
  if (code === '' && status === 404) return 'not-found';
  if (LIMIT_STATUSES.has(status)) return 'limit-reached';
  if (status >= 500) return 'unavailable';
  return 'refused';
}

function sentenceFor(
  kind: CallCardErrorCode,
  method: string,
  portal: {code: string; description: string; status: number},
): string {
  const said = [portal.code, portal.description].filter((part) => part !== '').join(': ');
  const words: Partial<Record<CallCardErrorCode | AppRefusal, string>> = {
    plan: 'The portal’s plan has no REST for apps; an administrator can choose one that has.',
    blocked: 'The vendor has blocked the requests of this portal; only the support can lift that.',
    'limit-reached': 'The portal asks to send fewer requests; wait and try again.',
    'not-authorized': 'The portal refused the access token; reload the page.',
    'missing-scope': 'Grant the app the scope that this method needs and reinstall it.',
    'not-allowed': 'The present user may not do this; an administrator can grant the right.',
    'not-found': 'There is no such record; it may have been deleted.',
    unavailable: 'The portal’s servers are out of order; try again in a moment.',
    unsupported: 'This portal does not offer the method for this type or with these scopes.',
  };
  return `${method} failed (${said || `HTTP ${portal.status}`}). ${words[appRefusalOf(portal) ?? kind] ?? ''}`.trim();
}

function notJson(method: string, status: number, retryAfterMs?: number): CallCardError {
  const message = `${method} was answered with something that is not a REST answer (HTTP ${status}).`;
  const isLimit = LIMIT_STATUSES.has(status);
  const isFault = status >= 500;
  const code = isFault ? 'unavailable' : 'bad-answer';
  return new CallCardError(isLimit ? 'limit-reached' : code, message, {
    request: method,
    portal: {code: '', description: '', ...httpFacts(status, retryAfterMs)},
    retryable: isLimit || isFault || status === 200,
  });
}

function httpFacts(
  status: number,
  retryAfterMs: number | undefined,
): {readonly status: number; readonly retryAfterMs?: number} {
  return retryAfterMs === undefined ? {status} : {status, retryAfterMs};
}

function notRun(method: string): CallCardError {
  return new CallCardError(
    'aborted',
    `${method} was not run: an earlier call of the batch failed.`,
    {
      request: method,
    },
  );
}

function failed(error: CallCardError): RestOutcome {
  return {status: 'failed', error};
}

function readAnswer(result: unknown, total: unknown, next: unknown, time: unknown): RestAnswer {
  const operatingResetMs = readOperatingReset(time);
  return {
    result,
    total: asCount(total),
    next: asCount(next),
    ...(operatingResetMs === undefined ? {} : {operatingResetMs}),
  };
}

/** By the portal's own clock: the reader's may be wrong by hours. */
function readOperatingReset(time: unknown): number | undefined {
  const fields = asObject(time);
  const [resetAt, finish] = [fields?.['operating_reset_at'], fields?.['finish']].map((moment) =>
    Number(asText(moment) || Number.NaN),
  );
  const wait = (Number(resetAt) - Number(finish)) * 1000;
  return wait > 0 ? wait : undefined;
}

function asCount(value: unknown): number | null {
  const text = asText(value);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

// PHP sends an empty map as `[]`, and one with the keys 0, 1, 2 … as a list.
function asKeyed(value: unknown): JsonObject {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return asObject(value) ?? {};
}
