/** Labels and dictionaries, kept for an hour from page to page where storage is allowed. */
import type {Answers} from './record-card.js';

const KEPT_FOR_MS = 3_600_000;

export function keptLabels(key: string): Answers | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    const {at, answers} = (kept ?? {}) as {at?: number; answers?: Answers};
    return at !== undefined && Date.now() - at < KEPT_FOR_MS ? (answers ?? null) : null;
  } catch {
    return null;
  }
}

export function keepLabels(key: string, answers: Answers): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({at: Date.now(), answers}));
  } catch {
    // Denied or full: the next page asks again.
  }
}
