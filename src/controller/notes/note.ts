/**
 * One note about a call: what was typed, and what is known of its being saved. It is kept with every
 * letter, and gone only when its owner has confirmed that it has it.
 */
import {toCallCardError, type CallCardError} from '../../model/errors/call-card-error.js';
import {receiptOf, unsavedIn, type NoteReceipt} from '../../model/call/note-receipt.js';
import {
  isNoteOf,
  type CallNote,
  type NoteContent,
  type NoteDraft,
  type NoteSubject,
  type UnansweredNote,
} from '../../model/call/note-draft.js';
import {hasAllOfDraft, type DraftVersion} from '../../model/call/draft-version.js';
import {DraftCopy, EMPTY} from './draft-copy.js';
import type {NoteDestination, NoteKeeping} from './note-keeping.js';
import {isUnanswered, waitAfter} from './note-retry-policy.js';
import type {NoteState, SaveOutcome} from './note-state.js';

const NO_SUBJECT: NoteSubject = {callId: null, number: null, entity: null};

export class Note {
  readonly #keeping: NoteKeeping;
  readonly #listeners = new Set<() => void>();
  readonly #copy: DraftCopy;
  #subject: NoteSubject;
  #unanswered: UnansweredNote | null;
  #state: NoteState = {status: 'empty'};
  #isStored: boolean;
  #isBusy = false;
  /** Whether that frame has sent it, and waits for the answer. */
  #isSentElsewhere = false;
  /** When the draft was saved from a copy, or what was before the words that are left. */
  #savedElsewhere: number | undefined;
  #wake: (() => void) | undefined;

  /** @param stored - the draft that was kept, if any */
  constructor(keeping: NoteKeeping, stored: NoteDraft | null = null) {
    this.#keeping = keeping;
    this.#copy = new DraftCopy(keeping.newId, stored);
    this.#subject = stored?.subject ?? NO_SUBJECT;
    this.#unanswered = stored?.unanswered ?? null;
    this.#isStored = stored !== null;
    this.#state = this.#stateAtRest();
  }

  /** The same in every copy of the draft. */
  get id(): string {
    return this.#copy.id;
  }

  get content(): NoteContent {
    return this.#copy.content;
  }

  get subject(): NoteSubject {
    return this.#subject;
  }

  get state(): NoteState {
    return this.#state;
  }

  /** Whether the draft will be there after a reload. */
  get isStored(): boolean {
    return this.#isStored;
  }

  /** Whether something was typed that nobody has confirmed to have. */
  get isUnsaved(): boolean {
    return this.#state.status !== 'empty' && this.#state.status !== 'saved';
  }

  /** Whether a draft can take its place: nothing was typed here, and nothing was saved. */
  get isUntouched(): boolean {
    return !this.#copy.wasEdited && this.#state.status === 'empty';
  }

  /** Whether what is entered is another thing than what is being saved. */
  get isEditedSince(): boolean {
    return this.#unanswered !== null && !isNoteOf(this.#unanswered.note, this.content);
  }

  /** What is to be kept; nothing when nothing is entered. */
  get draft(): NoteDraft | null {
    const {id, version, content, isBlank} = this.#copy;
    if (isBlank) return null;
    // What another frame has sent it keeps itself.
    const unanswered = this.#isSentElsewhere ? null : this.#unanswered;
    return {id, version, content, subject: this.#subject, unanswered};
  }

  /** Whether nothing is lost with this copy of the draft. */
  hasAllOf(draft: NoteDraft): boolean {
    return this.draft !== null && hasAllOfDraft(this.draft, draft);
  }

  /** Calls back after every change. Returns the undo. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes what was typed. What is being saved meanwhile stays what it was. */
  edit(content: NoteContent, subject: NoteSubject): void {
    if (this.#copy.isBlank) this.#savedElsewhere = undefined;
    this.#copy.enter(content);
    this.#subject = subject;
    const isTakenBack = this.#copy.isBlank;
    // Taking the text back ends the waiting; what was sent can't be taken back.
    if (isTakenBack && this.#state.status !== 'saving') this.#unanswered = null;
    if (isTakenBack && !this.#isBusy) this.#beginAnew(EMPTY);
    if (this.#isBusy) {
      this.#keep();
      if (isTakenBack) this.#wake?.();
    } else this.#rest();
    this.#tell();
  }

  /** Becomes a draft that another load of the page or another frame has left. */
  adopt(draft: NoteDraft): void {
    this.#copy.adopt(draft);
    this.#subject = draft.subject;
    this.#unanswered = draft.unanswered;
    this.#savedElsewhere = undefined;
    this.#rest();
    this.#tell();
  }

  /**
   * Hears what is in a copy of the draft. What was typed there goes on here, so that no copy stays
   * behind; words that were typed here are never taken away.
   */
  follow(draft: NoteDraft): void {
    if (draft.id !== this.id || this.#copy.isBlank || this.#isBusy) return;
    if (this.#unanswered === null || this.#isSentElsewhere) {
      this.#unanswered = draft.unanswered;
      this.#isSentElsewhere = draft.unanswered !== null;
    }
    if (!this.#copy.follow(draft)) return;
    this.#subject = draft.subject;
    this.#rest();
    this.#tell();
  }

  /** A copy was taken back: with it goes what nobody has typed here. */
  drop(id: string, version: DraftVersion): void {
    if (this.#isBusy || this.#copy.isBlank || !this.#copy.isOnlyCopyOf(id, version)) return;
    this.#unanswered = null;
    this.#beginAnew(EMPTY);
    this.#rest();
    this.#tell();
  }

  /** Hears that a copy was saved: what is saved with it is not saved again. */
  learn(receipt: NoteReceipt): void {
    if (receipt.draftId !== this.id || this.#copy.isBlank) return;
    this.#unanswered = null;
    const rest = unsavedIn(this.content, receipt);
    const isCut = rest.text !== this.content.text;
    this.#beginAnew(rest);
    this.#savedElsewhere = isCut ? receipt.at : undefined;
    if (this.#isBusy) {
      this.#keep();
      if (this.#isBlankNow()) this.#wake?.();
    } else this.#rest();
    this.#tell();
  }

  /** Keeps the draft once more, with the present moment. */
  keep(): void {
    if (this.isUnsaved) this.#keep();
  }

  /**
   * Saves what is entered, and goes on trying where that may help; asking again tries at once. What
   * was sent without an answer is looked for before it is sent again.
   */
  async save(destination: NoteDestination): Promise<SaveOutcome | undefined> {
    if (this.#isBusy) {
      this.#wake?.();
      return undefined;
    }
    if (this.#copy.isBlank) return undefined;
    // The operator was told that nobody but a person can look.
    if (this.#state.status === 'uncertain' && !this.#state.canLook) this.#unanswered = null;
    this.#isBusy = true;
    const outcome = await this.#persist(destination);
    this.#isBusy = false;
    if (outcome.status === 'failed') {
      this.#set(this.#stateAfter(outcome.error));
      return outcome;
    }
    this.#rest();
    if (outcome.status === 'saved' && !this.isUnsaved) {
      this.#state = {status: 'saved', at: this.#keeping.clock.now()};
    }
    this.#tell();
    return outcome;
  }

  async #persist(destination: NoteDestination): Promise<SaveOutcome> {
    for (let attempt = 0; ; attempt += 1) {
      this.#set({status: 'saving'});
      const endTurn = await this.#keeping.takeTurn?.(this.id);
      try {
        // A copy may have been saved meanwhile.
        if (this.#copy.isBlank) return this.#withdraw();
        return {status: 'saved', note: await this.#attempt(destination)};
      } catch (thrown) {
        const error = toCallCardError(thrown);
        if (this.#copy.isBlank) return this.#withdraw();
        const wait = this.#canLook
          ? waitAfter(error, attempt, this.#keeping.clock.random())
          : undefined;
        const note = destination.compose(this.content);
        if (wait === undefined) return {status: 'failed', note, error};
        this.#set({status: 'waiting', reason: wait.reason});
        endTurn?.();
        await this.#pause(wait.delay);
        if (this.#isBlankNow()) return this.#withdraw();
      } finally {
        endTurn?.();
      }
    }
  }

  /** Resolves with what is saved now. */
  async #attempt(destination: NoteDestination): Promise<CallNote> {
    const id = this.id;
    const sent = this.#unanswered;
    if (sent !== null) {
      const found = await destination.find?.(
        sent,
        (commentId) => this.#keeping.isOthers?.(commentId, id) ?? false,
      );
      if (typeof found === 'number') return this.#confirm(id, sent.note, found);
    }
    const after = destination.mark === undefined ? null : await destination.mark();
    const note = destination.compose(this.content);
    // Before it is sent: the page may be gone before the answer.
    this.#unanswered = {note, after};
    this.#isSentElsewhere = false;
    this.#keep();
    try {
      return this.#confirm(id, note, await destination.send(note));
    } catch (thrown) {
      const isKnown = destination.find === undefined || !isUnanswered(toCallCardError(thrown));
      if (isKnown) this.#unanswered = null;
      this.#keep();
      throw thrown;
    }
  }

  #confirm(id: string, note: CallNote, answer: unknown): CallNote {
    const commentId = Number.isSafeInteger(answer) ? Number(answer) : null;
    const receipt = receiptOf(id, note, commentId, this.#keeping.clock.now());
    const {content} = this;
    // What was typed since is another note, and a copy's own words are.
    const others = this.#isSentElsewhere ? unsavedIn(content, receipt) : content;
    this.#unanswered = null;
    if (this.id === id) this.#beginAnew(isNoteOf(note, content) ? EMPTY : others);
    this.#keeping.tellSaved?.(receipt);
    return note;
  }

  // A method, because the compiler believes that the copy is still what it was before.
  #isBlankNow(): boolean {
    return this.#copy.isBlank;
  }

  #withdraw(): SaveOutcome {
    this.#unanswered = null;
    return {status: 'withdrawn'};
  }

  /** What is left, and what is entered from now on, is another note. */
  #beginAnew(rest: NoteContent): void {
    this.#copy.beginAnew(rest);
    this.#isSentElsewhere = false;
    this.#savedElsewhere = undefined;
  }

  async #pause(milliseconds: number): Promise<void> {
    const undo: (() => void)[] = [];
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      undo.push(this.#keeping.clock.after(milliseconds, resolve), this.#keeping.onOnline(resolve));
    });
    this.#wake = undefined;
    for (const stop of undo) stop();
  }

  #stateAfter(error: CallCardError): NoteState {
    return this.#unanswered === null
      ? {status: 'failed', error}
      : {status: 'uncertain', canLook: error.retryable && this.#canLook};
  }

  /** What can be said when nothing is under way. */
  #stateAtRest(): NoteState {
    const at = this.#savedElsewhere;
    if (this.#copy.isBlank) {
      return at === undefined ? {status: 'empty'} : {status: 'saved', at};
    }
    // Another frame waits for the answer, and tells of it.
    if (this.#unanswered === null || this.#isSentElsewhere) {
      return at === undefined ? {status: 'draft'} : {status: 'draft', restSince: at};
    }
    if (this.#state.status === 'uncertain') return this.#state;
    return {status: 'uncertain', canLook: this.#canLook};
  }

  /** Whether what was sent can be told from what was there before. */
  get #canLook(): boolean {
    return this.#unanswered?.after !== null;
  }

  #rest(): void {
    this.#keep();
    this.#state = this.#stateAtRest();
  }

  #set(state: NoteState): void {
    this.#state = state;
    this.#tell();
  }

  #keep(): void {
    this.#isStored = this.#keeping.store(this.draft);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
