/**
 * What one frame has loaded, on its way to the others: answers of the portal's REST without any
 * token. Anybody on the origin can write such a message, so it is read like all that is foreign.
 */
import {CallCardError, type CallCardErrorCode} from '../errors/call-card-error.js';
import {asErrorCode} from '../errors/error-code.js';
import {readKeptEntries, type KeptAnswers} from './crm-metadata.js';
import {asObject, asText, isObject, type JsonObject} from '../parse/reading.js';
import {withoutTokens} from '../parse/without-tokens.js';
import type {BatchOutcome, RestOutcome} from '../portal/rest-answer.js';

export interface SharedAnswers {
  /** When the record was asked for, in milliseconds since 1970. */
  readonly at: number;
  /** What was asked for a record, by the keys of the calls. */
  readonly answers: BatchOutcome;
  /** What is the same for all records. */
  readonly metadata: KeptAnswers;
}

/** What only the frame has met that asked: its token, its connection, its operator who left. */
const OWN_MATTERS: ReadonlySet<CallCardErrorCode> = new Set([
  'aborted',
  'disconnected',
  'not-authorized',
  'timeout',
]);

/** Whether another frame would have been answered the same. */
export function isShareable(answers: BatchOutcome): boolean {
  return failuresIn(answers).every(({code}) => !OWN_MATTERS.has(code));
}

/** Whether asking again may be answered otherwise. */
export function isPassing(answers: BatchOutcome): boolean {
  return failuresIn(answers).some(({retryable}) => retryable);
}

export function writeSharedAnswers({at, answers, metadata}: SharedAnswers): JsonObject {
  const own = [...answers].filter(([key]) => !metadata.has(key));
  return {
    at,
    answers: Object.fromEntries(own.map(([key, call]) => [key, written(call)])),
    metadata: Object.fromEntries(metadata),
  };
}

/** @param now - when it arrived, in milliseconds since 1970; metadata from before `since` is left out */
export function readSharedAnswers(data: unknown, since: number, now: number): SharedAnswers {
  const {at, answers, metadata} = asObject(data) ?? {};
  const calls = Object.entries(asObject(answers) ?? {});
  return {
    // What does not tell its age is as old as can be.
    at: typeof at === 'number' && at <= now ? at : 0,
    answers: new Map(
      calls.flatMap(([key, call]) => {
        const outcome = readCall(call);
        return outcome === undefined ? [] : [[key, outcome] as const];
      }),
    ),
    metadata: readKeptEntries(metadata, since, now),
  };
}

function failuresIn(answers: BatchOutcome): readonly CallCardError[] {
  return [...answers.values()].flatMap((call) => (call.status === 'failed' ? [call.error] : []));
}

function written(call: RestOutcome): JsonObject {
  if (call.status === 'ok') {
    const {result, total, next} = call.answer;
    return {result: withoutTokens(result), total, next};
  }
  const {code, message, request, portal, retryable} = call.error;
  return {error: {code, message, request, portal, retryable}};
}

function readCall(value: unknown): RestOutcome | undefined {
  if (!isObject(value)) return undefined;
  if (isObject(value['error'])) return readFailure(value['error']);
  if (!Object.hasOwn(value, 'result')) return undefined;
  const [total = null, next = null] = [value['total'], value['next']].map((count) =>
    typeof count === 'number' ? count : null,
  );
  return {status: 'ok', answer: {result: value['result'], total, next}};
}

function readFailure(value: JsonObject): RestOutcome | undefined {
  const code = asErrorCode(value['code']);
  if (code === undefined) return undefined;
  const request = asText(value['request']);
  const portal = asObject(value['portal']);
  const {status, retryAfterMs} = portal ?? {};
  const error = new CallCardError(code, asText(value['message']) ?? '', {
    ...(request === undefined ? {} : {request}),
    ...(typeof value['retryable'] === 'boolean' ? {retryable: value['retryable']} : {}),
    ...(portal === undefined
      ? {}
      : {
          portal: {
            code: asText(portal['code']) ?? '',
            description: asText(portal['description']) ?? '',
            ...(typeof status === 'number' ? {status} : {}),
            ...(typeof retryAfterMs === 'number' ? {retryAfterMs} : {}),
          },
        }),
  });
  return {status: 'failed', error};
}
