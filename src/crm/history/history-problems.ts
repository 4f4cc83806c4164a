/** What of a history could not be loaded, and why. */
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {isDynamicTypeId} from '../../model/entity/entity-type.js';
import {asId, type Problem} from '../../model/parse/reading.js';
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import type {CallCardError} from '../../model/errors/call-card-error.js';
import type {HistoryPart, HistoryProblem} from '../history.js';
import {isRefusal} from '../record/unwrap-result.js';

/** The parts by the first word of a call's key; the others are named by what they are for. */
const PARTS: Readonly<Record<string, HistoryPart>> = {
  past: 'past',
  planned: 'planned',
  open: 'openItems',
  responsible: 'names',
  activity: 'activity',
  transcript: 'transcript',
};

/** The problems of all answers, those of rows that can't be read among them. */
export function historyProblems(
  outcome: BatchOutcome,
  read: (key: string, call: RestOutcome) => readonly Problem[],
): readonly HistoryProblem[] {
  return [...outcome].flatMap(([key, call]) => {
    const [word = '', ...ids] = key.split('_');
    const part = PARTS[word];
    if (part === undefined) return [];
    const ref = refOf(part, ids.map(asId));
    if (call.status === 'failed') {
      return isExpected(part, ref, call) ? [] : [problemOf(part, call.error, ref)];
    }
    const [first, ...more] = read(key, call);
    if (first === undefined) return [];
    const message = `${more.length + 1} parts of the portal's answer could not be read, the first at ${first.path}: expected ${first.expected}.`;
    return [{part, code: 'bad-answer', message, isRetryable: false, ref}];
  });
}

export function problemOf(
  part: HistoryPart,
  {code, message, retryable}: CallCardError,
  ref: EntityRef | null = null,
): HistoryProblem {
  return {part, code, message, isRetryable: retryable, ref};
}

function refOf(part: HistoryPart, [typeId, id]: (number | undefined)[]): EntityRef | null {
  if (typeId === undefined) return null;
  if (part === 'openItems') return {typeId, id: 0};
  return part !== 'past' && part !== 'planned' ? null : {typeId, id: id ?? 0};
}

/**
 * Smart processes need not have clients, and this user need not see them: nobody is to be told. Nor of
 * names: people without one are shown by their number. A portal of before 2026 has no transcripts, and
 * one without AI refuses them.
 */
function isExpected(part: HistoryPart, ref: EntityRef | null, call: RestOutcome): boolean {
  if (part === 'names' || part === 'transcript') return isRefusal(call);
  if (part !== 'openItems' || ref === null || !isDynamicTypeId(ref.typeId)) return false;
  return isRefusal(call) || (call.status === 'failed' && call.error.code === 'refused');
}
