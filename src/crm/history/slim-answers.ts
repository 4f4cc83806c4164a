/**
 * What a frame keeps of the answers, and gives to the others: what is read of them later, with texts as
 * plain ones that have a person's length. An e-mail's is a page of HTML, and a message between frames has
 * its limit.
 */
import {ACTIVITY_FIELDS} from '../../model/history/activity.js';
import {asText, isObject} from '../../model/parse/reading.js';
import {readRows} from '../../model/parse/parse-list.js';
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import {plainText} from '../format/plain-text.js';

/** Nobody reads on during a call. */
const MOST_IN_LIST = 500;
const MOST_OF_ONE = 10_000;
const MOST_IN_SUBJECT = 300;
/** A longer source is a page of styles and quotes. */
const MOST_SOURCE = 50_000;

/** Once, when they arrive: to reduce a text twice would take from what was written. */
export function slimAnswers(outcome: BatchOutcome): BatchOutcome {
  return new Map([...outcome].map(([key, call]) => [key, slim(key, call)]));
}

function slim(key: string, call: RestOutcome): RestOutcome {
  if (call.status === 'failed') return call;
  const {result} = call.answer;
  if (/^(past|planned)_/.test(key)) {
    // What is no list stays as it is, to be told.
    if (typeof result !== 'object' || result === null) return call;
    const rows = Array.isArray(result) ? (result as unknown[]) : Object.values(result);
    return withResult(
      call,
      rows.map((row) => slimActivity(row, MOST_IN_LIST)),
    );
  }
  return key.startsWith('activity_') && isObject(result)
    ? withResult(call, slimActivity(result, MOST_OF_ONE))
    : call;
}

function withResult(call: RestOutcome & {status: 'ok'}, result: unknown): RestOutcome {
  return {status: 'ok', answer: {...call.answer, result}};
}

function slimActivity(row: unknown, most: number): unknown {
  if (!isObject(row)) return row;
  const kept = ACTIVITY_FIELDS.flatMap((name) =>
    Object.hasOwn(row, name) ? [[name, slimField(name, row[name], most)] as const] : [],
  );
  return Object.fromEntries(kept);
}

/** Of the other side only the numbers, and of the settings only what is read. */
function slimField(name: string, value: unknown, most: number): unknown {
  if (name === 'SUBJECT') return reduced(value, MOST_IN_SUBJECT).replace(/\s+/g, ' ');
  if (name === 'DESCRIPTION') return reduced(value, most);
  if (name === 'COMMUNICATIONS') {
    return readRows(value).map(({TYPE, VALUE}) => ({TYPE, VALUE}));
  }
  if (name === 'SETTINGS') return isObject(value) ? {MISSED_CALL: value['MISSED_CALL']} : [];
  return value;
}

function reduced(value: unknown, most: number): string {
  const text = plainText((asText(value) ?? '').slice(0, MOST_SOURCE));
  // Not within a character of two halves.
  return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
