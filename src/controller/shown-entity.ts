/** Which record a page is about: the call's, else the one in whose tab the page is. */
import type {EntityRef} from '../model/entity-ref.js';
import type {Snapshot} from './snapshot.js';

export function shownEntity({call, placement}: Snapshot): EntityRef | null {
  if (call !== null) return call.entity;
  return placement?.kind === 'record' ? placement.entity : null;
}
