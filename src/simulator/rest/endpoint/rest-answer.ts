/** The envelope of REST answers: the result or the error, and the times. */
import type {RestError} from './rest-error.js';

/** The result of a method. */
export interface MethodResult {
  readonly result: unknown;
  /** Of lists: the number of all rows. */
  readonly total?: number;
  /** Of lists: the index of the next page's first row. */
  readonly next?: number;
}

export interface AnswerTime {
  readonly start: number;
  readonly finish: number;
  readonly duration: number;
  readonly processing: number;
  readonly date_start: string;
  readonly date_finish: string;
  readonly operating: number;
  readonly operating_reset_at: number;
}

/** The simulated portal's time zone. */
const PORTAL_OFFSET = '+02:00';
const PORTAL_OFFSET_MS = 2 * 3_600_000;
/** The period over which the portal sums up a method's execution time, in seconds (documented). */
const OPERATING_WINDOW = 600;

/** A portal lets pages of every origin read its answers. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
  'Access-Control-Allow-Headers': 'origin, content-type, accept, x-requested-with',
};

/** A time as the portal writes it: `2024-07-22T17:01:08+02:00`. */
export function portalDateTime(milliseconds: number): string {
  return new Date(milliseconds + PORTAL_OFFSET_MS).toISOString().slice(0, 19) + PORTAL_OFFSET;
}

/** The `time` of an answer, from its start and end in milliseconds since the epoch. */
export function answerTime(startedAt: number, finishedAt: number): AnswerTime {
  const duration = (finishedAt - startedAt) / 1000;
  return {
    start: startedAt / 1000,
    finish: finishedAt / 1000,
    duration,
    processing: duration,
    date_start: portalDateTime(startedAt),
    date_finish: portalDateTime(finishedAt),
    operating: duration,
    operating_reset_at: Math.floor(startedAt / 1000) + OPERATING_WINDOW,
  };
}

export function successResponse(answer: MethodResult, time: AnswerTime): Response {
  return jsonResponse({...answer, time}, 200);
}

export function errorResponse(error: RestError): Response {
  return jsonResponse(error.body, error.status);
}

export function jsonResponse(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {...CORS_HEADERS, 'Content-Type': 'application/json; charset=utf-8'},
  });
}
