/** Which sections the operator has folded: kept for the next record, and for the next page. */
import {parseJson} from '../../../model/parse/reading.js';

const KEY = 'call-card-kit:folded';
/** An operator has a few; what is beyond is an accident. */
const MOST = 100;

let folded: Set<string> | undefined;

export function isCollapsed(typeId: number, name: string): boolean {
  return sections().has(`${typeId}:${name}`);
}

/** What is told already is not stored again: a section tells that it is open when it is new, too. */
export function setCollapsed(typeId: number, name: string, fold: boolean): void {
  if (fold === isCollapsed(typeId, name)) return;
  const key = `${typeId}:${name}`;
  if (fold) sections().add(key);
  else sections().delete(key);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...sections()].slice(-MOST)));
  } catch {
    // Denied, or full: the memory of this page must do.
  }
}

function sections(): Set<string> {
  return (folded ??= new Set(stored()));
}

function stored(): readonly string[] {
  try {
    const list: unknown = parseJson(sessionStorage.getItem(KEY) ?? '')?.value;
    return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : [];
  } catch {
    // Storage is denied to frames of other sites by some browsers.
    return [];
  }
}
