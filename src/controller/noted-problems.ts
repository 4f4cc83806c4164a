/** Puts what could not be read into the snapshot. */
import type {Problem} from '../model/parse/reading.js';
import {newest, type SnapshotStore} from './snapshot-store.js';

/** Names what could not be read, and where; the newest are kept. */
export function addProblems(
  store: SnapshotStore,
  source: string,
  problems: readonly Problem[],
): void {
  if (problems.length === 0) return;
  const named = problems.map((item) => ({...item, path: `${source} ${item.path}`.trim()}));
  store.update({problems: newest([...store.snapshot.problems, ...named])});
}
