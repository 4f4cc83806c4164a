/**
 * Whether the app shows histories, from one portal tab to the next: the background worker prefetches what
 * the app will ask for, and nothing else. Only that is stored, and nothing of a history.
 */
export const HISTORY_USE = 'call-card-kit:history-use:1:';
/** An app that has not shown one for so long shows none any more. */
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;

/** @throws DOMException - storage is denied to frames of other sites by some browsers */
export function showsHistories(memberId: string, now: number): boolean {
  const age = now - Number(localStorage.getItem(HISTORY_USE + memberId) ?? -Infinity);
  return age >= 0 && age < FORGOTTEN_AFTER_MS;
}
