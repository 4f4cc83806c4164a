/**
 * One note about a call: its draft, and the state of saving it. The draft is stored with every letter,
 * and removed only when the destination has confirmed to have the note.
 */
import type {CallCardError} from '../../model/errors/call-card-error.js';
import {unsavedIn, type NoteReceipt} from '../../model/call/note-receipt.js';
import {
  isNoteOf,
  type NoteContent,
  type NoteDraft,
  type NoteSubject,
} from '../../model/call/note-draft.js';
import {hasAllOfDraft, type DraftVersion} from '../../model/call/draft-version.js';
import {Emitter} from '../../model/emitter.js';
import {DraftCopy, EMPTY} from './draft-copy.js';
import type {NoteDestination, NoteKeeping} from './note-keeping.js';
import {NoteSaver} from './note-saver.js';
import type {NoteState, SaveOutcome} from './note-state.js';

const NO_SUBJECT: NoteSubject = {callId: null, number: null, entity: null};

export class Note {
  readonly #keeping: NoteKeeping;
  readonly #changes = new Emitter<void>();
  readonly #copy: DraftCopy;
  readonly #saver: NoteSaver;
  #subject: NoteSubject;
  #state: NoteState = {status: 'empty'};
  #isStored: boolean;
  #isSaving = false;
  /** When a copy of the draft, or what was before the rest that is left, was saved elsewhere. */
  #savedElsewhere: number | undefined;

  /** @param stored - the draft of an earlier load of the page, if any */
  constructor(keeping: NoteKeeping, stored: NoteDraft | null = null) {
    this.#keeping = keeping;
    this.#copy = new DraftCopy(keeping.newId, stored);
    this.#subject = stored?.subject ?? NO_SUBJECT;
    this.#saver = new NoteSaver(
      {
        keeping,
        copy: this.#copy,
        storeDraft: () => this.#storeDraft(),
        setState: (state) => this.#setState(state),
        beginAnew: (rest) => this.#beginAnew(rest),
      },
      stored?.unanswered ?? null,
    );
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

  /** Whether something was typed that is not confirmed to be saved. */
  get isUnsaved(): boolean {
    return this.#state.status !== 'empty' && this.#state.status !== 'saved';
  }

  /** Whether a draft can take the place of this note: nothing was typed here, and nothing saved. */
  get isUntouched(): boolean {
    return !this.#copy.wasEdited && this.#state.status === 'empty';
  }

  /** Whether the content was changed after it was sent. */
  get isEditedSince(): boolean {
    const {unanswered} = this.#saver;
    return unanswered !== null && !isNoteOf(unanswered.note, this.content);
  }

  /** The draft as it is stored; `null` while nothing is entered. */
  get draft(): NoteDraft | null {
    const {id, version, content, isBlank} = this.#copy;
    if (isBlank) return null;
    return {id, version, content, subject: this.#subject, unanswered: this.#saver.ownUnanswered};
  }

  /** Whether this note has all words of that copy of the draft. */
  hasAllOf(draft: NoteDraft): boolean {
    return this.draft !== null && hasAllOfDraft(this.draft, draft);
  }

  /** Calls the listener after every change. Returns the undo. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Sets the content that the operator entered. A save that is under way saves what it has sent. */
  edit(content: NoteContent, subject: NoteSubject): void {
    if (this.#copy.isBlank) this.#savedElsewhere = undefined;
    this.#copy.setContent(content);
    this.#subject = subject;
    const isTakenBack = this.#copy.isBlank;
    // Taking the text back ends the waiting; what was sent can't be taken back.
    if (isTakenBack && this.#state.status !== 'saving') this.#saver.clearUnanswered();
    if (isTakenBack && !this.#isSaving) this.#beginAnew(EMPTY);
    this.#settleDraft();
  }

  /** Becomes a draft that an earlier load of the page, or a frame that has gone, has left. */
  adoptDraft(draft: NoteDraft): void {
    this.#copy.adoptDraft(draft);
    this.#subject = draft.subject;
    this.#saver.adoptUnanswered(draft.unanswered);
    this.#savedElsewhere = undefined;
    this.#settleDraft();
  }

  /**
   * Takes over what was typed into a copy of the draft, so that no copy stays behind. Words that were
   * typed into this one are never removed.
   */
  followCopy(draft: NoteDraft): void {
    if (draft.id !== this.id || this.#copy.isBlank || this.#isSaving) return;
    this.#saver.followUnanswered(draft.unanswered);
    if (!this.#copy.followCopy(draft)) return;
    this.#subject = draft.subject;
    this.#settleDraft();
  }

  /** Removes the content with that of a copy, unless something was typed into this one. */
  dropCopy(id: string, version: DraftVersion): void {
    if (this.#isSaving || this.#copy.isBlank || !this.#copy.isOnlyCopyOf(id, version)) return;
    this.#saver.clearUnanswered();
    this.#beginAnew(EMPTY);
    this.#settleDraft();
  }

  /** Removes what was saved with a copy: it is not saved again. */
  applyReceipt(receipt: NoteReceipt): void {
    if (receipt.draftId !== this.id || this.#copy.isBlank) return;
    this.#saver.clearUnanswered();
    const rest = unsavedIn(this.content, receipt);
    const isCut = rest.text !== this.content.text;
    this.#beginAnew(rest);
    this.#savedElsewhere = isCut ? receipt.at : undefined;
    this.#settleDraft();
  }

  /** Stores the draft once more, with the present time. */
  storeAgain(): void {
    if (this.isUnsaved) this.#storeDraft();
  }

  /**
   * Saves the content, and tries again where that may help; a second call makes the next attempt at
   * once. Never rejects. Resolves with `undefined` where nothing is entered or a save is under way.
   */
  async save(destination: NoteDestination): Promise<SaveOutcome | undefined> {
    if (this.#isSaving) {
      this.#saver.skipPause();
      return undefined;
    }
    if (this.#copy.isBlank) return undefined;
    // The operator was told to look in the record, and has decided.
    if (this.#state.status === 'uncertain' && !this.#state.canLook) this.#saver.clearUnanswered();
    this.#isSaving = true;
    const outcome = await this.#saver.saveNote(destination);
    this.#isSaving = false;
    if (outcome.status === 'failed') {
      this.#setState(this.#stateAfter(outcome.error));
      return outcome;
    }
    this.#rest();
    if (outcome.status === 'saved' && !this.isUnsaved) {
      this.#state = {status: 'saved', at: this.#keeping.clock.now()};
    }
    this.#changes.emit();
    return outcome;
  }

  /** Stores a changed draft. A save that is under way sets the state itself, and ends with the text. */
  #settleDraft(): void {
    if (!this.#isSaving) this.#rest();
    else {
      this.#storeDraft();
      if (this.#copy.isBlank) this.#saver.skipPause();
    }
    this.#changes.emit();
  }

  /** What is left, and what is entered from now on, is another note. */
  #beginAnew(rest: NoteContent): void {
    this.#copy.beginAnew(rest);
    this.#saver.resetSender();
    this.#savedElsewhere = undefined;
  }

  #stateAfter(error: CallCardError): NoteState {
    const {unanswered, canLook} = this.#saver;
    return unanswered === null
      ? {status: 'failed', error}
      : {status: 'uncertain', canLook: error.retryable && canLook};
  }

  /** The state while no save is under way. */
  #stateAtRest(): NoteState {
    const at = this.#savedElsewhere;
    if (this.#copy.isBlank) {
      return at === undefined ? {status: 'empty'} : {status: 'saved', at};
    }
    // What another frame has sent is that frame's to tell of.
    if (this.#saver.ownUnanswered === null) {
      return at === undefined ? {status: 'draft'} : {status: 'draft', restSince: at};
    }
    if (this.#state.status === 'uncertain') return this.#state;
    return {status: 'uncertain', canLook: this.#saver.canLook};
  }

  #rest(): void {
    this.#storeDraft();
    this.#state = this.#stateAtRest();
  }

  #setState(state: NoteState): void {
    this.#state = state;
    this.#changes.emit();
  }

  #storeDraft(): void {
    this.#isStored = this.#keeping.store(this.draft);
  }
}
