/**
 * The notes that are not saved, in the memory of all frames of the app: a replicated map. A frame that
 * joins gets them, so that a draft survives the reload of the only frame that had it, also where
 * storage is denied. Nothing of it outlives the frames, and it is bounded in number, size and time.
 */
import {BoundedMap} from '../../model/bounded-map.js';
import type {DraftMessage} from '../../model/hub/draft-message.js';
import {hasAllOfDraft, type DraftVersion} from '../../model/call/draft-version.js';
import type {HubMessage} from '../../model/hub/hub-message.js';
import {MOST_HUB_CHARACTERS, MOST_HUB_ITEMS} from '../../model/parse/hub-values.js';
import {DRAFT_MEMORY_MS, type KeptDraft} from '../../model/call/note-draft.js';
import type {NoteReceipt} from '../../model/call/note-receipt.js';
import type {Clock} from '../../model/clock.js';
import {DraftTurns} from './draft-turns.js';

/** What a message has beside a draft, at most. */
const ENVELOPE_CHARACTERS = 2000;

/** A draft of another frame, which is `isThere` or has gone. */
export interface HeldDraft {
  readonly draft: KeptDraft;
  readonly isThere: boolean;
}

export interface DraftListener {
  /** Another frame has a copy of a draft, or had it when it went. */
  held(held: HeldDraft): void;
  /** Another frame has taken its copy back, or has saved it. */
  dropped(id: string, version: DraftVersion): void;
  saved(receipt: NoteReceipt): void;
}

/** The way on which the notes of one page meet those of the app's other frames. */
export interface DraftLine {
  /** What the other frames have, and what was left by those that have gone. */
  readonly held: readonly HeldDraft[];
  /** Of the notes that were saved lately in any frame. */
  readonly receipts: readonly NoteReceipt[];
  /** Tells of this page's own copy. */
  put(draft: KeptDraft): void;
  drop(copy: string): void;
  tellSaved(receipt: NoteReceipt): void;
  /** Resolves when no other frame is saving its copy; what it resolves with ends the turn. */
  takeTurn(id: string): Promise<() => void>;
  listen(listener: DraftListener): void;
}

export interface SharedDraftsOptions {
  readonly frameId: string;
  readonly clock: Clock;
  /** Whether the frame is one of the others that are there now. */
  readonly isThere: (frameId: string) => boolean;
  /** Whether any of those may have notes: one may have a copy of which nothing was heard yet. */
  readonly hasWriters: () => boolean;
  readonly post: (message: HubMessage, to?: string) => void;
}

interface Entry {
  readonly holder: string;
  readonly draft: KeptDraft;
}

export class SharedDrafts implements DraftLine {
  readonly #options: SharedDraftsOptions;
  /** By holder and copy: the copies of one draft may differ. */
  readonly #entries = new BoundedMap<string, Entry>(MOST_HUB_ITEMS);
  readonly #receipts = new BoundedMap<string, NoteReceipt>(MOST_HUB_ITEMS);
  readonly #turns: DraftTurns;
  /** By holder: who asked while that frame seemed to be there, and would not hear of its drafts. */
  readonly #owed = new Map<string, Set<string>>();
  #listener: DraftListener | undefined;
  #stopForgetting: (() => void) | undefined;

  constructor(options: SharedDraftsOptions) {
    this.#options = options;
    this.#turns = new DraftTurns({
      ...options,
      isSaved: (id) => this.#receipts.has(id),
    });
  }

  get held(): readonly HeldDraft[] {
    this.#forget();
    return [...this.#entries.values()]
      .filter(({holder}) => holder !== this.#options.frameId)
      .map((entry) => this.#view(entry));
  }

  get receipts(): readonly NoteReceipt[] {
    return [...this.#receipts.values()];
  }

  put(draft: KeptDraft): void {
    const {frameId, post} = this.#options;
    if (!this.#take({holder: frameId, draft})) return;
    post({kind: 'draft', holder: frameId, draft});
  }

  drop(copy: string): void {
    const key = keyOf(this.#options.frameId, copy);
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    const {id, version} = entry.draft;
    this.#options.post({kind: 'undraft', id, copy, version});
  }

  tellSaved(receipt: NoteReceipt): void {
    this.#remember(receipt);
    this.#options.post({kind: 'saved', receipt});
  }

  takeTurn(id: string): Promise<() => void> {
    return this.#turns.take(id);
  }

  listen(listener: DraftListener): void {
    this.#listener = listener;
  }

  /** This frame knows the others: they hear what it has, and are asked for what they have. */
  join(): void {
    this.#tell(undefined, ({holder}) => holder === this.#options.frameId);
    this.#options.post({kind: 'drafts'});
  }

  receive(message: HubMessage, from: string): void {
    switch (message.kind) {
      case 'drafts':
        this.#answer(from);
        break;
      case 'draft':
        this.#hear(message, from);
        break;
      case 'undraft':
        this.#entries.delete(keyOf(from, message.copy));
        this.#listener?.dropped(message.id, message.version);
        break;
      case 'saved':
        this.#remember(message.receipt);
        this.#listener?.saved(message.receipt);
        break;
      case 'saving':
      case 'unsaving':
        this.#turns.receive(message, from);
        break;
      default:
    }
  }

  /** A frame has gone: from now on its drafts belong to no frame. */
  left(frameId: string): void {
    const seenAt = this.#options.clock.now();
    for (const [key, {holder, draft}] of this.#entries) {
      if (holder === frameId) this.#entries.set(key, {holder, draft: {...draft, seenAt}});
    }
    this.#turns.left(frameId);
    const askers = this.#owed.get(frameId) ?? [];
    this.#owed.delete(frameId);
    for (const asker of askers) {
      if (this.#options.isThere(asker)) this.#tell(asker, ({holder}) => holder === frameId);
    }
    this.#plan();
  }

  dispose(): void {
    this.#stopForgetting?.();
    this.#entries.clear();
    this.#receipts.clear();
    this.#owed.clear();
    this.#turns.dispose();
  }

  /**
   * Tells a frame that has joined what others have left. Those of frames that are there they tell
   * themselves; the end of one may be noticed later, as when its last message was lost.
   */
  #answer(asker: string): void {
    const {isThere, frameId} = this.#options;
    this.#tell(asker, ({holder}) => !isThere(holder));
    for (const {holder} of this.#entries.values()) {
      if (holder === frameId || holder === asker || !isThere(holder)) continue;
      const askers = this.#owed.get(holder) ?? new Set();
      this.#owed.set(holder, askers.add(asker));
    }
  }

  #tell(to: string | undefined, isMeant: (entry: Entry) => boolean): void {
    this.#forget();
    const {post} = this.#options;
    // First, so that no frame shows a draft that is saved.
    for (const receipt of this.#receipts.values()) post({kind: 'saved', receipt}, to);
    for (const entry of [...this.#entries.values()].filter(isMeant)) {
      post({kind: 'draft', ...entry}, to);
    }
  }

  #hear({holder, draft}: Extract<DraftMessage, {kind: 'draft'}>, from: string): void {
    const {frameId, isThere} = this.#options;
    // Of a frame that is there only that frame itself tells.
    if (holder !== from && (holder === frameId || isThere(holder))) return;
    // A wrong clock must not make it stay for ever.
    const seenAt = Math.min(draft.seenAt, this.#options.clock.now());
    const entry = {holder, draft: {...draft, seenAt}};
    if (this.#take(entry)) this.#listener?.held(this.#view(entry));
  }

  #take(entry: Entry): boolean {
    const {holder, draft} = entry;
    const {isThere, frameId} = this.#options;
    const most = MOST_HUB_CHARACTERS - ENVELOPE_CHARACTERS;
    if (JSON.stringify(draft).length > most) return false;
    // The frame that has the words now has taken them over from one that has gone.
    for (const [key, other] of this.#entries) {
      const isLeft = other.holder !== frameId && other.holder !== holder && !isThere(other.holder);
      if (isLeft && hasAllOfDraft(draft, other.draft)) this.#entries.delete(key);
    }
    this.#entries.renew(keyOf(holder, draft.copy), entry);
    this.#plan();
    return true;
  }

  #remember(receipt: NoteReceipt): void {
    const at = Math.min(receipt.at, this.#options.clock.now());
    this.#receipts.renew(receipt.draftId, {...receipt, at});
    this.#plan();
  }

  #view({holder, draft}: Entry): HeldDraft {
    return {draft, isThere: this.#options.isThere(holder)};
  }

  /** Forgets what has belonged to no frame for too long. */
  #forget(): void {
    const {clock, frameId, isThere} = this.#options;
    const since = clock.now() - DRAFT_MEMORY_MS;
    for (const [key, {holder, draft}] of this.#entries) {
      const isHeld = holder === frameId || isThere(holder);
      if (!isHeld && draft.seenAt <= since) this.#entries.delete(key);
    }
    for (const [id, {at}] of this.#receipts) if (at <= since) this.#receipts.delete(id);
  }

  /** Looks again when the next one is to be forgotten. */
  #plan(): void {
    const {clock, frameId, isThere} = this.#options;
    this.#stopForgetting?.();
    this.#stopForgetting = undefined;
    const left = [...this.#entries.values()].filter(
      ({holder}) => holder !== frameId && !isThere(holder),
    );
    const times = [...left.map(({draft}) => draft.seenAt), ...this.receipts.map(({at}) => at)];
    if (times.length === 0) return;
    const rest = Math.min(...times) + DRAFT_MEMORY_MS - clock.now();
    this.#stopForgetting = clock.after(Math.max(rest, 0), () => {
      this.#forget();
      this.#plan();
    });
  }
}

function keyOf(holder: string, copy: string): string {
  return `${holder} ${copy}`;
}
