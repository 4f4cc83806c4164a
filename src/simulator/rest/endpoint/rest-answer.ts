/** The envelope of every REST answer: the result, or the error, and how long it took. */
import type {RestError} from './rest-error.js';

/** What a method's handler returns. */
export interface MethodResult {
  readonly result: unknown;
  /** Lists only: how many rows there are, and where the next page starts. */
  readonly total?: number;
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
/** How long the portal counts a method's execution time, in seconds. */
const OPERATING_WINDOW = 600;

/** What every portal lets any page read. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
  'Access-Control-Allow-Headers': 'origin, content-type, accept, x-requested-with',
};

/** A moment as the portal writes it: `2024-07-22T17:01:08+02:00`. */
export function portalDateTime(milliseconds: number): string {
  return new Date(milliseconds + PORTAL_OFFSET_MS).toISOString().slice(0, 19) + PORTAL_OFFSET;
}

/** The `time` of an answer that was begun and finished at these moments (milliseconds since 1970). */
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
