/**
 * The version vector of a draft. It counts the inputs in each load of a page, and shows whether one copy of
 * the draft continues another one.
 */
import {readCount, readId} from '../parse/hub-values.js';
import {asObject} from '../parse/reading.js';

export type DraftVersion = Readonly<Record<string, number>>;

/** The largest number of page loads in a version. Beyond it copies are no longer compared. */
const MOST_LOADS = 32;

export const FIRST_VERSION: DraftVersion = {};

/** The version after an input in this load of the page. */
export function versionAfter(version: DraftVersion, loadId: string): DraftVersion {
  return {...version, [loadId]: (version[loadId] ?? 0) + 1};
}

/** Whether one version continues another one, or equals it. */
export function hasAllOfVersion(version: DraftVersion, other: DraftVersion): boolean {
  return Object.entries(other).every(([loadId, count]) => (version[loadId] ?? 0) >= count);
}

interface Versioned {
  readonly id: string;
  readonly version: DraftVersion;
  readonly content: {readonly text: string; readonly disposition: string};
}

/** Whether a draft contains all input of another copy. */
export function hasAllOfDraft(draft: Versioned, other: Versioned): boolean {
  if (draft.id !== other.id) return false;
  const {text, disposition} = other.content;
  const isSame = text === draft.content.text && disposition === draft.content.disposition;
  return isSame || hasAllOfVersion(draft.version, other.version);
}

export function readDraftVersion(value: unknown): DraftVersion {
  const entries = Object.entries(asObject(value) ?? {}).flatMap(([key, item]) => {
    const [loadId, count] = [readId(key), readCount(item)];
    return loadId === undefined || count === undefined ? [] : [[loadId, count] as const];
  });
  return Object.fromEntries(entries.slice(-MOST_LOADS));
}
