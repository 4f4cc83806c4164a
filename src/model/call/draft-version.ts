/**
 * How a copy of a draft has come to be: a version vector. It counts what was entered in each load of a
 * page, so that of two copies it can be told whether one has gone on from the other.
 */
import {readCount, readId} from '../parse/hub-values.js';
import {asObject} from '../parse/reading.js';

export type DraftVersion = Readonly<Record<string, number>>;

/** A draft that is loaded anew and written in more often than that is followed by no other copy. */
const MOST_LOADS = 32;

export const FIRST_VERSION: DraftVersion = {};

/** The version after something was entered in this load of the page. */
export function versionAfter(version: DraftVersion, loadId: string): DraftVersion {
  return {...version, [loadId]: (version[loadId] ?? 0) + 1};
}

/** Whether one version has gone on from another, or is the same. */
export function hasAllOfVersion(version: DraftVersion, other: DraftVersion): boolean {
  return Object.entries(other).every(([loadId, count]) => (version[loadId] ?? 0) >= count);
}

interface Versioned {
  readonly id: string;
  readonly version: DraftVersion;
  readonly content: {readonly text: string; readonly disposition: string};
}

/** Whether nothing is lost with a copy of a draft while there is another one. */
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
