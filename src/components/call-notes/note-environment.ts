/**
 * What notes need of the browser: session storage, which keeps drafts for the next load of this tab, and
 * local storage, which keeps receipts of saved notes for the copies in other tabs. Either may be denied.
 */
import {DRAFT_MEMORY_MS, readStoredDraft, type KeptDraft} from '../../model/call/note-draft.js';
import {readNoteReceipt, type NoteReceipt} from '../../model/call/note-receipt.js';
import {parseJson} from '../../model/parse/reading.js';

const PREFIX = 'call-card-kit:note:';
const RECEIPTS = 'call-card-kit:saved-notes:';
const MOST_RECEIPTS = 30;

export interface NoteEnvironment {
  /** Stores a draft, or removes it. Returns whether storage was permitted. */
  storeDraft(key: string, draft: KeptDraft | null): boolean;
  /** The stored drafts by their keys, also those of an earlier load of this tab. */
  storedDrafts(): ReadonlyMap<string, KeptDraft>;
  /** @param portal - its origin: ids of comments are unique in one portal only */
  storeReceipt(portal: string, receipt: NoteReceipt): void;
  /** The receipts of the last hours, see `DRAFT_MEMORY_MS`, by any tab. */
  storedReceipts(portal: string): readonly NoteReceipt[];
  /** Calls the listener when the network is back. Returns the undo. */
  onOnline(listener: () => void): () => void;
  /** Calls the listener when another tab has saved a note, and when the page ends. Returns the undo. */
  observe(listener: (change: 'saved' | 'leaving') => void): () => void;
}

export const BROWSER_NOTES: NoteEnvironment = {
  storeDraft,
  storedDrafts,
  storeReceipt,
  storedReceipts,
  onOnline: (listener) => {
    addEventListener('online', listener);
    return () => removeEventListener('online', listener);
  },
  observe: (listener) => {
    const ending = new AbortController();
    const {signal} = ending;
    addEventListener('storage', () => listener('saved'), {signal});
    addEventListener('pagehide', () => listener('leaving'), {signal});
    return () => ending.abort();
  },
};

function storeDraft(key: string, draft: KeptDraft | null): boolean {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    return true;
  } catch {
    // Denied, or full: the draft is in memory only, and the element says so.
    return false;
  }
}

function storedDrafts(): ReadonlyMap<string, KeptDraft> {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    return new Map(
      keys.flatMap((key) => {
        const draft = readStoredDraft(sessionStorage.getItem(key));
        return draft === null ? [] : [[key.slice(PREFIX.length), draft] as const];
      }),
    );
  } catch {
    // Denied: then an earlier load could not store anything either.
    return new Map();
  }
}

function storeReceipt(portal: string, receipt: NoteReceipt): void {
  const others = storedReceipts(portal).filter(({draftId}) => draftId !== receipt.draftId);
  try {
    localStorage.setItem(
      RECEIPTS + portal,
      JSON.stringify([...others, receipt].slice(-MOST_RECEIPTS)),
    );
  } catch {
    // Denied, or full: the other frames get the receipt from the hub all the same.
  }
}

function storedReceipts(portal: string): readonly NoteReceipt[] {
  try {
    const value = parseJson(localStorage.getItem(RECEIPTS + portal) ?? '')?.value;
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const since = Date.now() - DRAFT_MEMORY_MS;
    return list.flatMap((item) => readNoteReceipt(item) ?? []).filter(({at}) => at > since);
  } catch {
    // Denied.
    return [];
  }
}
