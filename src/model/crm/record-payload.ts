/**
 * The message with which a frame shares a loaded record: REST answers without tokens. Every script of the
 * origin can send such a message, so it is checked.
 */
import {asErrorCode, CallCardError, type CallCardErrorCode} from '../errors/call-card-error.js';
import {readKeptEntries, type KeptAnswers} from './crm-metadata.js';
import {asObject, asText, isObject, type JsonObject} from '../parse/reading.js';
import {withoutTokens} from '../parse/without-tokens.js';
import type {BatchOutcome, RestOutcome} from '../portal/rest-answer.js';

export interface SharedAnswers {
  /** When the record was asked for, in milliseconds since 1970. */
  readonly at: number;
  /** The answers about the record, by the keys of the calls. */
  readonly answers: BatchOutcome;
  /** The metadata, which all records share. */
  readonly metadata: KeptAnswers;
}

/** Errors that concern the requesting frame only: its token, its connection, a closed element. */
const OWN_MATTERS: ReadonlySet<CallCardErrorCode> = new Set([
  'aborted',
  'disconnected',
  'not-authorized',
  'timeout',
]);

/** Whether another frame would get the same error. */
export function isShareable(answers: BatchOutcome): boolean {
  return failuresIn(answers).every(({code}) => !OWN_MATTERS.has(code));
}

/** Whether a repeated request may succeed. */
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

/**
 * Reads a payload without metadata from before `since`.
 *
 * @param now - the time of arrival, in milliseconds since the epoch
 */
export function readSharedAnswers(data: unknown, since: number, now: number): SharedAnswers {
  const {at, answers, metadata} = asObject(data) ?? {};
  const calls = Object.entries(asObject(answers) ?? {});
  return {
    // A payload without a time counts as old.
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
