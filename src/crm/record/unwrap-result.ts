/** Reads a part of an answer that may have failed while the rest came. */
import type {CallCardError} from '../../model/errors/call-card-error.js';
import {problem, type Problem, type Reading} from '../../model/parse/reading.js';
import type {RestOutcome} from '../../model/portal/rest-answer.js';

/** What an operator may not see, or the portal does not have, is nothing that went wrong. */
const REFUSALS: ReadonlySet<string> = new Set([
  'not-allowed',
  'not-found',
  'missing-scope',
  'unsupported',
]);

/** What the reader makes of the result; nothing, and the reason as a problem, when the call failed. */
export function unwrapResult<T>(
  call: RestOutcome,
  read: (result: unknown) => Reading<T | null>,
): Reading<T | null> {
  if (call.status === 'ok') return read(call.answer.result);
  return {value: null, problems: [problemOf(call.error)]};
}

/** True when asking again is of no use, and nobody is to be told. */
export function isRefusal(call: RestOutcome | undefined): boolean {
  return call?.status === 'failed' && REFUSALS.has(call.error.code);
}

export function problemOf({request = 'batch', message}: CallCardError): Problem {
  return problem(request, 'an answer', message);
}
