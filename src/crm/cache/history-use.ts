/**
 * Whether the app shows histories, from one portal tab to the next: the background worker prefetches what
 * the app will ask for, and nothing else. Only that is stored, and nothing of a history.
 */
const PREFIX = 'call-card-kit:history-use:1:';
/** An app that has not shown one for so long shows none any more. */
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;

/** @param memberId - of the portal; nothing is stored where it has none */
export function storeHistoryUse(memberId: string, now: number): void {
  if (memberId === '') return;
  try {
    localStorage.setItem(PREFIX + memberId, String(now));
  } catch {
    // Denied to frames of other sites by some browsers, or full: then the tabs ask themselves.
  }
}

export function showsHistories(memberId: string, now: number): boolean {
  try {
    const at = Number(localStorage.getItem(PREFIX + memberId) ?? Number.NaN);
    return at <= now && now - at < FORGOTTEN_AFTER_MS;
  } catch {
    return false;
  }
}
