/**
 * Which names the record's own batch has asked for in vain: nobody needs to ask for them again. An id that
 * the portal has not put into the batch was not asked for, so one of the same kind must have come.
 */
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import {readItems} from '../../model/crm/crm-items.js';
import {readUsers} from '../../model/crm/crm-users.js';
import type {NamedIds} from '../request/record-calls.js';

export interface NamesInVain {
  readonly users: readonly number[];
  readonly records: readonly EntityRef[];
}

/** @param asked - by the key of each call; see `namedIds` */
export function namesInVain(
  asked: ReadonlyMap<string, NamedIds>,
  outcome: BatchOutcome,
): NamesInVain {
  const answered = [...asked].flatMap(([key, ids]) => {
    const call = outcome.get(key);
    if (call?.status !== 'ok') return [];
    const read = ids.target === 'user' ? readUsers : readItems;
    const {value, problems} = read(call.answer.result);
    // A row that can't be read may be any of those that are missing.
    return [{...ids, came: new Set(value.keys()), isWhole: problems.length === 0}];
  });
  const hasCome = (kind: 'single' | 'entries'): boolean =>
    answered.some((ids) => ids[kind].some((id) => ids.came.has(id)));
  const kinds = (['single', 'entries'] as const).filter(hasCome);
  const missing = answered
    .filter(({isWhole}) => isWhole)
    .flatMap(({target, came, ...ids}) =>
      kinds.flatMap((kind) => ids[kind].filter((id) => !came.has(id)).map((id) => ({target, id}))),
    );
  return {
    users: missing.flatMap(({target, id}) => (target === 'user' ? [id] : [])),
    records: missing.flatMap(({target, id}) => (target === 'user' ? [] : [{typeId: target, id}])),
  };
}
