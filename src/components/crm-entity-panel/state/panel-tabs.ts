/** The tabs of a panel: one for each record that the call is bound to. */
import {sameEntity, type EntityRef} from '../../../model/entity/entity-ref.js';

export interface Tab {
  readonly ref: EntityRef;
  /** What its type is called. */
  readonly type: string;
  /** `null` while it is not known. */
  readonly title: string | null;
}

/** The tab to go to with a key, counted from the present one; nothing for any other key. */
export function tabAfterKey(
  key: string,
  {index, count, rightToLeft}: {index: number; count: number; rightToLeft: boolean},
): number | undefined {
  const forward = rightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return (index + forward + count) % count;
    case 'ArrowLeft':
      return (index - forward + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The records of both lists, each once, in their order. */
export function joined(
  first: readonly EntityRef[],
  more: readonly EntityRef[],
): readonly EntityRef[] {
  return [...first, ...more.filter((ref) => !first.some((known) => sameEntity(known, ref)))];
}

/** Which record is shown: the chosen one as long as the call is bound to it, else the primary. */
export function shownOf(
  refs: readonly EntityRef[],
  chosen: EntityRef | null,
): EntityRef | undefined {
  return refs.find((ref) => sameEntity(ref, chosen)) ?? refs[0];
}
