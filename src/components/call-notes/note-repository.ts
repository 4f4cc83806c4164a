/**
 * The notes of a page: one for each call, whichever elements show it, and those of earlier calls that
 * are still not saved. They meet their copies: in the app's other frames, and in the tab from which
 * this one was duplicated.
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
import {keyOf, StoredNote, type NoteOwner, type NotesHome} from './stored-note.js';
import {BROWSER_NOTES, type NoteEnvironment} from './note-environment.js';
import {factsOf, type NamedSubject} from './note-subject.js';

const pages = new WeakMap<CallCardController, NoteRepository>();

/** The notes that belong to a controller, so that all its elements have the same ones. */
export function notesOf(controller: CallCardController): NoteRepository {
  const notes = pages.get(controller) ?? new NoteRepository(controller);
  pages.set(controller, notes);
  return notes;
}

export class NoteRepository {
  readonly #notes = new Map<string, StoredNote>();
  /** How many elements show each. */
  readonly #open = new Map<string, number>();
  readonly #changes = new Emitter<void>();
  readonly #saved: NoteReceipt[] = [];
  readonly #home: NotesHome;
  readonly #clock: Clock;
  readonly #environment: NoteEnvironment;
  #line: DraftLine | undefined;
  /** The origin of the portal: another one has other comments. */
  #portal = '';
  #facts: CallFacts | null = null;
  #origin: CallOrigin | null = null;
  #stopListening: (() => void) | undefined;

  constructor(
    controller: Pick<CallCardController, 'subscribe' | 'whenDrafts'>,
    clock: Clock = SYSTEM_CLOCK,
    environment: NoteEnvironment = BROWSER_NOTES,
  ) {
    this.#clock = clock;
    this.#environment = environment;
    this.#home = {
      clock,
      environment,
      newId,
      line: () => this.#line,
      takeTurn: (id) => this.#line?.takeTurn(id) ?? Promise.resolve(() => undefined),
      tellSaved: (receipt) => this.#tellSaved(receipt),
      isOthers: (id, draftId) =>
        this.#receipts.some((one) => one.commentId === id && one.draftId !== draftId),
    };
    for (const [key, draft] of environment.storedDrafts()) this.#add(key, draft);
    controller.subscribe((snapshot) => this.#follow(snapshot));
    void controller.whenDrafts().then((line) => line && this.#meet(line));
  }

  /** The key of the note about a subject: another one for each call, also of those with one id. */
  keyOf(named: NamedSubject): string {
    return keyOf(this.#ownerOf(named));
  }

  /** The note about a subject; an element that shows it says when it does no more. */
  open(named: NamedSubject): Note {
    const key = this.keyOf(named);
    const kept = this.#notes.get(key) ?? new StoredNote(this.#home, key, this.#ownerOf(named));
    this.#notes.set(key, kept);
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    this.#stopListening ??= this.#listen();
    for (const held of this.#line?.held ?? []) this.#hear(held);
    this.#learn(this.#receipts);
    return kept.note;
  }

  close(key: string): void {
    const count = (this.#open.get(key) ?? 0) - 1;
    if (count > 0) this.#open.set(key, count);
    else this.#open.delete(key);
    const kept = this.#notes.get(key);
    kept?.seen();
    // An operator has a hundred calls a day.
    if (count <= 0 && kept?.note.isUnsaved === false) this.#notes.delete(key);
    if (this.#open.size > 0) return;
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Notes of calls that no element shows and that are not saved. */
  unfinished(): readonly Note[] {
    return [...this.#notes]
      .filter(([key]) => !this.#open.has(key))
      .map(([, {note}]) => note)
      .filter(({isUnsaved, subject}) => isUnsaved && subject.callId !== null);
  }

  /** Calls back when there may be other notes than before. Returns the undo. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  get #receipts(): readonly NoteReceipt[] {
    return [
      ...this.#saved,
      ...this.#environment.storedReceipts(this.#portal),
      ...(this.#line?.receipts ?? []),
    ];
  }

  #ownerOf({subject, place}: NamedSubject): NoteOwner {
    return {origin: subject.callId === null ? null : this.#origin, place};
  }

  #follow(snapshot: Snapshot): void {
    if (snapshot.status !== 'ready') return;
    this.#portal = snapshot.origin;
    this.#facts = factsOf(snapshot);
    const [before, facts] = [this.#origin, this.#facts];
    const next = facts === null ? null : originAfter(before, facts, this.#clock.now());
    const isSame = next?.start === before?.start;
    this.#origin = isSame || facts === null ? next : (this.#resumed(facts) ?? next);
    if (isSame && next !== before) this.#tellOrigin();
  }

  /** The call of a draft from before the page was loaded, or the call was left, if it is the present one. */
  #resumed(facts: CallFacts): CallOrigin | undefined {
    const now = this.#clock.now();
    const [latest] = [...this.#notes.values()]
      .filter(({note, key, owner}) => note.isUnsaved && key === keyOf(owner))
      .filter(({owner: {origin}, seenAt}) => origin && isResumed(origin, facts, seenAt, now))
      .sort((a, b) => b.seenAt - a.seenAt);
    return latest?.owner.origin ? originAfter(latest.owner.origin, facts, now) : undefined;
  }

  /** More is known of the call. */
  #tellOrigin(): void {
    const origin = this.#origin;
    if (origin === null) return;
    this.#each((kept) => {
      if (kept.owner.origin?.start === origin.start) kept.learnOrigin(origin);
    });
  }

  /** Whether a draft that was seen at a moment belongs where the owner is now. */
  #isOf({origin, place}: NoteOwner, owner: NoteOwner, seenAt: number): boolean {
    if (place !== owner.place) return false;
    if (origin === null || owner.origin === null) return origin === owner.origin;
    if (owner.origin.start !== this.#origin?.start || this.#facts === null) return false;
    return isResumed(origin, this.#facts, seenAt, this.#clock.now());
  }

  /** The other frames are known: each hears what the others have. */
  #meet(line: DraftLine): void {
    this.#line = line;
    line.listen({
      held: (held) => this.#changed(() => this.#hear(held)),
      dropped: (id, version) => this.#changed(() => this.#each(({note}) => note.dropCopy(id, version))),
      saved: (receipt) => this.#changed(() => this.#learn([receipt])),
    });
    for (const receipt of this.#saved) line.tellSaved(receipt);
    this.#changed(() => {
      this.#learn(line.receipts);
      this.#each((kept) => kept.introduce());
      for (const held of line.held) this.#hear(held);
    });
  }

  #hear({draft, isThere}: HeldDraft): void {
    const known = [...this.#notes.values()].filter(({note}) => note.id === draft.id);
    for (const {note} of known) note.followCopy(draft);
    // Of two copies in which different words were typed, one may be nobody's now.
    const isLost = !isThere && !known.some(({note}) => note.hasAllOf(draft));
    if (known.length > 0) {
      if (isLost) this.#takeIn(draft);
      return;
    }
    const seenAt = isThere ? this.#clock.now() : draft.seenAt;
    const [free] = [...this.#notes.values()].filter(
      ({key, note, owner}) =>
        this.#open.has(key) && note.isUntouched && this.#isOf(draft, owner, seenAt),
    );
    if (free !== undefined) {
      if (this.#origin && draft.origin) this.#origin = continued(this.#origin, draft.origin);
      free.note.adoptDraft(draft);
      this.#tellOrigin();
    }
    // While its frame is there it is not out of sight.
    else if (!isThere) this.#takeIn(draft);
    // Some of its words may have been saved before they came here.
    this.#learn(this.#receipts);
  }

  /** Takes in a draft that nobody has any more. */
  #takeIn(draft: KeptDraft): void {
    const kept = this.#add(`${keyOf(draft)}#${draft.copy}`, draft);
    kept.note.storeAgain();
    this.#learn(this.#receipts);
    // What is left of it may be here already.
    const {draft: left} = kept.note;
    const isHere = [...this.#notes.values()].some(
      (one) => one !== kept && left !== null && one.note.hasAllOf(left),
    );
    if (!isHere) return;
    kept.giveUp();
    this.#notes.delete(kept.key);
  }

  #add(key: string, draft: KeptDraft): StoredNote {
    const kept = new StoredNote(this.#home, key, {origin: draft.origin, place: draft.place}, draft);
    this.#notes.set(key, kept);
    return kept;
  }

  #tellSaved(receipt: NoteReceipt): void {
    this.#saved.push(receipt);
    this.#environment.storeReceipt(this.#portal, receipt);
    this.#line?.tellSaved(receipt);
    // Another copy may be on this page.
    this.#learn([receipt]);
  }

  #learn(receipts: readonly NoteReceipt[]): void {
    for (const receipt of receipts) this.#each(({note}) => note.applyReceipt(receipt));
  }

  #each(tell: (kept: StoredNote) => void): void {
    for (const kept of [...this.#notes.values()]) tell(kept);
  }

  #changed(change: () => void): void {
    change();
    this.#changes.emit();
  }

  /** While anything is shown: what another tab saves, and the end of this page. */
  #listen(): () => void {
    return this.#environment.observe((change) => {
      if (change === 'leaving') this.#each((kept) => kept.seen());
      else this.#changed(() => this.#learn(this.#environment.storedReceipts(this.#portal)));
    });
  }
}
