/** Stores that the app shows histories, for its background worker. */
import {HISTORY_USE} from '../cache/history-use.js';

/** @param memberId - of the portal; nothing is stored where it has none */
export function storeHistoryUse(memberId: string, now: number): void {
  if (memberId === '') return;
  try {
    localStorage.setItem(HISTORY_USE + memberId, String(now));
  } catch {
    // Denied to frames of other sites by some browsers, or full: then the tabs ask themselves.
  }
}
