/** The sections that the operator has collapsed: kept for the next record and the next page. */
import {parseJson} from '../../../model/parse/reading.js';

const KEY = 'call-card-kit:folded';
/** A bound for the storage; an operator has a few. */
const MOST_SECTIONS = 100;

let collapsed: Set<string> | undefined;

export function isCollapsed(typeId: number, name: string): boolean {
  return sections().has(`${typeId}:${name}`);
}

/** Stores a change only: a new section reports that it is open, too. */
export function setCollapsed(typeId: number, name: string, isNowCollapsed: boolean): void {
  if (isNowCollapsed === isCollapsed(typeId, name)) return;
  const key = `${typeId}:${name}`;
  if (isNowCollapsed) sections().add(key);
  else sections().delete(key);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...sections()].slice(-MOST_SECTIONS)));
  } catch {
    // Denied, or full: it is kept in memory only.
  }
}

function sections(): Set<string> {
  return (collapsed ??= new Set(stored()));
}

function stored(): readonly string[] {
  try {
    const list: unknown = parseJson(sessionStorage.getItem(KEY) ?? '')?.value;
    return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : [];
  } catch {
    // Some browsers deny storage to frames of other sites.
    return [];
  }
}
