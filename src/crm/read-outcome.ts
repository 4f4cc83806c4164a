/** Reads a part of an answer that may have failed while the rest came. */
import {problem, type Reading} from '../model/reading.js';
import type {RestOutcome} from '../model/rest-answer.js';

export interface PartReading<T> extends Reading<T | null> {
  /** Whether the same call may succeed when it is made again. */
  readonly retryable: boolean;
}

/** What the reader makes of the result; nothing, and the reason as a problem, when the call failed. */
export function readOutcome<T>(
  call: RestOutcome,
  read: (result: unknown) => Reading<T | null>,
): PartReading<T> {
  if (call.status === 'ok') return {...read(call.answer.result), retryable: false};
  const {request = 'batch', message, retryable} = call.error;
  return {value: null, problems: [problem(request, 'an answer', message)], retryable};
}
