/**
 * What notes need of the browser, which keeps: drafts for the next load of this tab, in session storage, and for a
 * few hours which drafts were saved, in local storage, where the copies in other tabs find it. Either
 * may be denied.
 */
import {DRAFT_MEMORY_MS, readStoredDraft, type KeptDraft} from '../../model/call/note-draft.js';
import {readNoteReceipt, type NoteReceipt} from '../../model/call/note-receipt.js';
import {parseJson} from '../../model/parse/reading.js';

const PREFIX = 'call-card-kit:note:';
const RECEIPTS = 'call-card-kit:saved-notes:';
const MOST_RECEIPTS = 30;

export interface NoteEnvironment {
  /** Keeps a draft under a key, or forgets it. Returns whether it will be there after a reload. */
  storeDraft(key: string, draft: KeptDraft | null): boolean;
  /** The drafts that an earlier load of the tab has kept, by their keys. */
  storedDrafts(): ReadonlyMap<string, KeptDraft>;
  /** @param portal - its origin: comments are counted by each portal for itself */
  storeReceipt(portal: string, receipt: NoteReceipt): void;
  /** Of the notes that any tab has saved lately. */
  storedReceipts(portal: string): readonly NoteReceipt[];
  /** Calls back when the network is back; returns the undo. */
  onOnline(listener: () => void): () => void;
  /** Hears that another tab has saved a note, and that the page ends. Returns the undo. */
  observe(hear: (change: 'saved' | 'leaving') => void): () => void;
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
  observe: (hear) => {
    const ending = new AbortController();
    const {signal} = ending;
    addEventListener('storage', () => hear('saved'), {signal});
    addEventListener('pagehide', () => hear('leaving'), {signal});
    return () => ending.abort();
  },
};

function storeDraft(key: string, draft: KeptDraft | null): boolean {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    return true;
  } catch {
    // Denied, or full: memory must do, and the element says so.
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
    // Denied: then there is nothing that an earlier load could have kept.
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
    // Denied, or full: the other frames hear of it all the same.
  }
}

function storedReceipts(portal: string): readonly NoteReceipt[] {
  try {
    const value = parseJson(localStorage.getItem(RECEIPTS + portal) ?? '')?.value;
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const since = Date.now() - DRAFT_MEMORY_MS;
    return list.flatMap((item) => readNoteReceipt(item) ?? []).filter(({at}) => at > since);
  } catch {
    // Denied, as above.
    return [];
  }
}
