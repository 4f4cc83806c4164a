/**
 * One note about a call: what was typed, and what is known of its being saved. It is kept with every
 * letter, and gone only when its owner has confirmed that it has it.
 */
import {toCallCardError, type CallCardError} from '../../model/call-card-error.js';
import {
  isBlankContent,
  isNoteOf,
  type CallNote,
  type NoteContent,
  type NoteDraft,
  type NoteSubject,
  type UnansweredNote,
} from '../../model/note-draft.js';
import type {Clock} from '../clock.js';
import {isUnanswered, waitAfter, type WaitReason} from './note-patience.js';

export type NoteState =
  | {readonly status: 'empty'}
  | {readonly status: 'draft'}
  | {readonly status: 'saving'}
  /** Not saved, and tried again without being asked. */
  | {readonly status: 'waiting'; readonly reason: WaitReason}
  /** `at`: milliseconds since the epoch. Nothing was typed since. */
  | {readonly status: 'saved'; readonly at: number}
  | {readonly status: 'failed'; readonly error: CallCardError}
  /**
   * It was sent and not answered: it may be saved. `canLook`: whether saving it again looks first;
   * otherwise only the operator can.
   */
  | {readonly status: 'uncertain'; readonly canLook: boolean};

/** How saving ended; nothing when the operator took the text back. */
export type SaveOutcome =
  | {readonly status: 'saved'; readonly note: CallNote}
  | {readonly status: 'failed'; readonly note: CallNote; readonly error: CallCardError}
  | {readonly status: 'withdrawn'};

/** Where a note is saved. */
export interface NoteDestination {
  compose(content: NoteContent): CallNote;
  /** Rejects when the note is not saved, or when nobody knows. */
  send(note: CallNote): Promise<unknown>;
  /** Whether a note that was sent is there; absent where this can't be found out. */
  readonly find?: ((unanswered: UnansweredNote) => Promise<boolean>) | undefined;
}

/** What a note needs of the page that it is on. */
export interface NoteKeeping {
  readonly clock: Clock;
  /** Keeps the draft, or forgets it. Returns whether it will be there after a reload. */
  store(draft: NoteDraft | null): boolean;
  /** Calls back when the network is back; returns the undo. */
  onOnline(listener: () => void): () => void;
}

const EMPTY = {text: '', disposition: ''};
const NO_SUBJECT: NoteSubject = {callId: null, number: null, entity: null};

export class Note {
  readonly #keeping: NoteKeeping;
  readonly #listeners = new Set<() => void>();
  #content: NoteContent;
  #subject: NoteSubject;
  #unanswered: UnansweredNote | null;
  #state: NoteState = {status: 'empty'};
  #isStored: boolean;
  #isBusy = false;
  #wake: (() => void) | undefined;

  /** @param stored - the draft that was kept, if any */
  constructor(keeping: NoteKeeping, stored: NoteDraft | null = null) {
    this.#keeping = keeping;
    this.#content = stored?.content ?? EMPTY;
    this.#subject = stored?.subject ?? NO_SUBJECT;
    this.#unanswered = stored?.unanswered ?? null;
    this.#isStored = stored !== null;
    this.#state = this.#stateAtRest();
  }

  get content(): NoteContent {
    return this.#content;
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

  /** Whether what is entered is another thing than what is being saved. */
  get isEditedSince(): boolean {
    return this.#unanswered !== null && !isNoteOf(this.#unanswered.note, this.#content);
  }

  /** Calls back after every change. Returns the undo. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes what was typed. What is being saved meanwhile stays what it was. */
  edit(content: NoteContent, subject: NoteSubject): void {
    this.#content = content;
    this.#subject = subject;
    // Taking the text back ends the waiting; what was sent can't be taken back.
    if (isBlankContent(content) && this.#state.status !== 'saving') this.#unanswered = null;
    if (this.#isBusy) {
      this.#keep();
      if (isBlankContent(content)) this.#wake?.();
    } else this.#rest();
    this.#tell();
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
    if (isBlankContent(this.#content)) return undefined;
    // The operator was told that nobody but a person can look.
    if (this.#state.status === 'uncertain' && !this.#state.canLook) this.#unanswered = null;
    this.#isBusy = true;
    const outcome = await this.#persist(destination);
    this.#isBusy = false;
    if (outcome.status === 'failed') this.#set(this.#stateAfter(outcome.error));
    else this.#rest();
    if (outcome.status === 'saved' && !this.isUnsaved) {
      this.#set({status: 'saved', at: this.#keeping.clock.now()});
    }
    this.#tell();
    return outcome;
  }

  async #persist(destination: NoteDestination): Promise<SaveOutcome> {
    for (let attempt = 0; ; attempt += 1) {
      this.#set({status: 'saving'});
      try {
        return {status: 'saved', note: await this.#attempt(destination)};
      } catch (thrown) {
        const error = toCallCardError(thrown);
        if (isBlankContent(this.#content)) return this.#withdraw();
        const wait = waitAfter(error, attempt, Math.random());
        const note = destination.compose(this.#content);
        if (wait === undefined) return {status: 'failed', note, error};
        this.#set({status: 'waiting', reason: wait.reason});
        await this.#pause(wait.delay);
        if (isBlankContent(this.#content)) return this.#withdraw();
      }
    }
  }

  /** Resolves with what is saved now. */
  async #attempt(destination: NoteDestination): Promise<CallNote> {
    const sent = this.#unanswered;
    if (sent !== null && (await destination.find?.(sent)) === true) return this.#confirm(sent.note);
    const note = destination.compose(this.#content);
    // Before it is sent: the page may be gone before the answer.
    this.#unanswered = {note, since: this.#keeping.clock.now()};
    this.#keep();
    try {
      await destination.send(note);
    } catch (thrown) {
      const isKnown = destination.find === undefined || !isUnanswered(toCallCardError(thrown));
      if (isKnown) this.#unanswered = null;
      this.#keep();
      throw thrown;
    }
    return this.#confirm(note);
  }

  #confirm(note: CallNote): CallNote {
    this.#unanswered = null;
    if (isNoteOf(note, this.#content)) this.#content = EMPTY;
    return note;
  }

  #withdraw(): SaveOutcome {
    this.#unanswered = null;
    return {status: 'withdrawn'};
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
      : {status: 'uncertain', canLook: error.retryable};
  }

  /** What can be said when nothing is under way. */
  #stateAtRest(): NoteState {
    if (isBlankContent(this.#content)) return {status: 'empty'};
    if (this.#unanswered === null) return {status: 'draft'};
    return this.#state.status === 'uncertain' ? this.#state : {status: 'uncertain', canLook: true};
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
    const [content, subject, unanswered] = [this.#content, this.#subject, this.#unanswered];
    const draft = isBlankContent(content) ? null : {content, subject, unanswered};
    this.#isStored = this.#keeping.store(draft);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
