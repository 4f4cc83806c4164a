/**
 * The notes of a page: one for each call, however many elements show it, and the unsaved notes of
 * earlier calls. It synchronizes them with their copies: in the app's other frames, and in the tab from
 * which this one was duplicated.
 */
import type {CallCardController} from '../../controller/call-card-controller.js';
import {SYSTEM_CLOCK, type Clock} from '../../model/clock.js';
import {Emitter} from '../../model/emitter.js';
import type {DraftLine, HeldDraft} from '../../hub/sharing/shared-drafts.js';
import {newId} from '../../model/new-id.js';
import type {Note} from '../../controller/notes/note.js';
import type {Snapshot} from '../../controller/snapshot.js';
import {
  continued,
  isResumed,
  originAfter,
  type CallFacts,
  type CallOrigin,
} from '../../model/call/call-origin.js';
import type {KeptDraft} from '../../model/call/note-draft.js';
import type {NoteReceipt} from '../../model/call/note-receipt.js';
import {keyOf, StoredNote, type NoteOwner, type NoteServices} from './stored-note.js';
import {BROWSER_NOTES, type NoteEnvironment} from './note-environment.js';
import {factsOf, type NamedSubject} from './note-subject.js';

const repositories = new WeakMap<CallCardController, NoteRepository>();

/** The repository of a controller: all elements of the controller share it. */
export function notesOf(controller: CallCardController): NoteRepository {
  const notes = repositories.get(controller) ?? new NoteRepository(controller);
  repositories.set(controller, notes);
  return notes;
}

export class NoteRepository {
  readonly #notes = new Map<string, StoredNote>();
  /** The number of elements that show a note, by its key. */
  readonly #openCounts = new Map<string, number>();
  readonly #changes = new Emitter<void>();
  readonly #saved: NoteReceipt[] = [];
  readonly #services: NoteServices;
  readonly #clock: Clock;
  readonly #environment: NoteEnvironment;
  #line: DraftLine | undefined;
  /** The origin of the portal: ids of comments are unique in one portal only. */
  #portalOrigin = '';
  #facts: CallFacts | null = null;
  #origin: CallOrigin | null = null;
  #stopObserving: (() => void) | undefined;

  constructor(
    controller: Pick<CallCardController, 'subscribe' | 'whenDrafts'>,
    clock: Clock = SYSTEM_CLOCK,
    environment: NoteEnvironment = BROWSER_NOTES,
  ) {
    this.#clock = clock;
    this.#environment = environment;
    this.#services = {
      clock,
      environment,
      newId,
      line: () => this.#line,
      takeTurn: (id) => this.#line?.takeTurn(id) ?? Promise.resolve(() => undefined),
      shareReceipt: (receipt) => this.#shareReceipt(receipt),
      isOthers: (id, draftId) =>
        this.#receipts.some((one) => one.commentId === id && one.draftId !== draftId),
    };
    for (const [key, draft] of environment.storedDrafts()) this.#addStoredNote(key, draft);
    controller.subscribe((snapshot) => this.#onSnapshot(snapshot));
    void controller.whenDrafts().then((line) => line && this.#connectFrames(line));
  }

  /** The key of the note about a subject; calls have different keys even if they have the same id. */
  keyOf(named: NamedSubject): string {
    return keyOf(this.#ownerOf(named));
  }

  /** Opens the note about a subject, until `closeNote` is called with its key as often. */
  openNote(named: NamedSubject): Note {
    const key = this.keyOf(named);
    const stored =
      this.#notes.get(key) ?? new StoredNote(this.#services, key, this.#ownerOf(named));
    this.#notes.set(key, stored);
    this.#openCounts.set(key, (this.#openCounts.get(key) ?? 0) + 1);
    this.#stopObserving ??= this.#observePage();
    for (const held of this.#line?.held ?? []) this.#mergeDraft(held);
    this.#applyReceipts(this.#receipts);
    return stored.note;
  }

  /** Ends one `openNote`. A saved note that no element shows is forgotten. */
  closeNote(key: string): void {
    const count = (this.#openCounts.get(key) ?? 0) - 1;
    if (count > 0) this.#openCounts.set(key, count);
    else this.#openCounts.delete(key);
    const stored = this.#notes.get(key);
    stored?.markSeen();
    if (count <= 0 && stored?.note.isUnsaved === false) this.#notes.delete(key);
    if (this.#openCounts.size > 0) return;
    this.#stopObserving?.();
    this.#stopObserving = undefined;
  }

  /** The unsaved notes of calls that no element shows. */
  unsavedNotes(): readonly Note[] {
    return [...this.#notes]
      .filter(([key]) => !this.#openCounts.has(key))
      .map(([, {note}]) => note)
      .filter(({isUnsaved, subject}) => isUnsaved && subject.callId !== null);
  }

  /** Calls the listener when `unsavedNotes` may have changed. Returns the undo. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  get #receipts(): readonly NoteReceipt[] {
    return [
      ...this.#saved,
      ...this.#environment.storedReceipts(this.#portalOrigin),
      ...(this.#line?.receipts ?? []),
    ];
  }

  #ownerOf({subject, place}: NamedSubject): NoteOwner {
    return {origin: subject.callId === null ? null : this.#origin, place};
  }

  #onSnapshot(snapshot: Snapshot): void {
    if (snapshot.status !== 'ready') return;
    this.#portalOrigin = snapshot.origin;
    this.#facts = factsOf(snapshot);
    const [before, facts] = [this.#origin, this.#facts];
    const next = facts === null ? null : originAfter(before, facts, this.#clock.now());
    const isSame = next?.start === before?.start;
    this.#origin = isSame || facts === null ? next : (this.#resumedOrigin(facts) ?? next);
    if (isSame && next !== before) this.#updateOrigins();
  }

  /** The present call, if a draft from before a reload, or from before the call was left, is about it. */
  #resumedOrigin(facts: CallFacts): CallOrigin | undefined {
    const now = this.#clock.now();
    const [latest] = [...this.#notes.values()]
      .filter(({note, key, owner}) => note.isUnsaved && key === keyOf(owner))
      .filter(({owner: {origin}, seenAt}) => origin && isResumed(origin, facts, seenAt, now))
      .sort((a, b) => b.seenAt - a.seenAt);
    return latest?.owner.origin ? originAfter(latest.owner.origin, facts, now) : undefined;
  }

  /** Updates the notes of the present call with what is known of it by now. */
  #updateOrigins(): void {
    const origin = this.#origin;
    if (origin === null) return;
    this.#forEachNote((stored) => {
      if (stored.owner.origin?.start === origin.start) stored.setOrigin(origin);
    });
  }

  /** Whether a draft that was last seen at that time belongs to the owner's present note. */
  #belongsTo({origin, place}: NoteOwner, owner: NoteOwner, seenAt: number): boolean {
    if (place !== owner.place) return false;
    if (origin === null || owner.origin === null) return origin === owner.origin;
    if (owner.origin.start !== this.#origin?.start || this.#facts === null) return false;
    return isResumed(origin, this.#facts, seenAt, this.#clock.now());
  }

  /** Starts the synchronization with the app's other frames. */
  #connectFrames(line: DraftLine): void {
    this.#line = line;
    line.listen({
      held: (held) => this.#change(() => this.#mergeDraft(held)),
      dropped: (id, version) =>
        this.#change(() => this.#forEachNote(({note}) => note.dropCopy(id, version))),
      saved: (receipt) => this.#change(() => this.#applyReceipts([receipt])),
    });
    for (const receipt of this.#saved) line.tellSaved(receipt);
    this.#change(() => {
      this.#applyReceipts(line.receipts);
      this.#forEachNote((stored) => stored.shareDraft());
      for (const held of line.held) this.#mergeDraft(held);
    });
  }

  #mergeDraft({draft, isThere}: HeldDraft): void {
    const known = [...this.#notes.values()].filter(({note}) => note.id === draft.id);
    for (const {note} of known) note.followCopy(draft);
    // Different words may have been typed into two copies, and the frame of one may have gone.
    const isLost = !isThere && !known.some(({note}) => note.hasAllOf(draft));
    if (known.length > 0) {
      if (isLost) this.#adoptLostDraft(draft);
      return;
    }
    const seenAt = isThere ? this.#clock.now() : draft.seenAt;
    const [free] = [...this.#notes.values()].filter(
      ({key, note, owner}) =>
        this.#openCounts.has(key) && note.isUntouched && this.#belongsTo(draft, owner, seenAt),
    );
    if (free !== undefined) {
      if (this.#origin && draft.origin) this.#origin = continued(this.#origin, draft.origin);
      free.note.adoptDraft(draft);
      this.#updateOrigins();
    }
    // While its frame is open the draft is visible there.
    else if (!isThere) this.#adoptLostDraft(draft);
    // A part of its words may be saved already.
    this.#applyReceipts(this.#receipts);
  }

  /** Adds a draft whose frame has gone. */
  #adoptLostDraft(draft: KeptDraft): void {
    const stored = this.#addStoredNote(`${keyOf(draft)}#${draft.copy}`, draft);
    stored.note.storeAgain();
    this.#applyReceipts(this.#receipts);
    // After the receipts, another note may have all that is left.
    const {draft: left} = stored.note;
    const isHere = [...this.#notes.values()].some(
      (one) => one !== stored && left !== null && one.note.hasAllOf(left),
    );
    if (!isHere) return;
    stored.removeDraft();
    this.#notes.delete(stored.key);
  }

  #addStoredNote(key: string, draft: KeptDraft): StoredNote {
    const stored = new StoredNote(
      this.#services,
      key,
      {origin: draft.origin, place: draft.place},
      draft,
    );
    this.#notes.set(key, stored);
    return stored;
  }

  #shareReceipt(receipt: NoteReceipt): void {
    this.#saved.push(receipt);
    this.#environment.storeReceipt(this.#portalOrigin, receipt);
    this.#line?.tellSaved(receipt);
    // This page may have another copy.
    this.#applyReceipts([receipt]);
  }

  #applyReceipts(receipts: readonly NoteReceipt[]): void {
    for (const receipt of receipts) this.#forEachNote(({note}) => note.applyReceipt(receipt));
  }

  #forEachNote(callback: (stored: StoredNote) => void): void {
    for (const stored of [...this.#notes.values()]) callback(stored);
  }

  #change(change: () => void): void {
    change();
    this.#changes.emit();
  }

  /** Observes what other tabs save, and the end of this page, while an element shows a note. */
  #observePage(): () => void {
    return this.#environment.observe((change) => {
      if (change === 'leaving') this.#forEachNote((stored) => stored.markSeen());
      else
        this.#change(() =>
          this.#applyReceipts(this.#environment.storedReceipts(this.#portalOrigin)),
        );
    });
  }
}
