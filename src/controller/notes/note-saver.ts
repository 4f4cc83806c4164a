/**
 * Saves a note by a retry loop. What was sent without an answer is looked for before it is sent again,
 * so that no note is saved twice.
 */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import {
  isNoteOf,
  type CallNote,
  type NoteContent,
  type UnansweredNote,
} from '../../model/call/note-draft.js';
import {receiptOf, unsavedIn} from '../../model/call/note-receipt.js';
import {EMPTY, type DraftCopy} from './draft-copy.js';
import type {NoteDestination, NoteKeeping} from './note-keeping.js';
import {isUnanswered, waitAfter} from './note-retry-policy.js';
import type {NoteState, SaveOutcome} from './note-state.js';

/** What a saver changes about its note. */
export interface NoteSaverOptions {
  readonly keeping: NoteKeeping;
  readonly copy: DraftCopy;
  readonly storeDraft: () => void;
  readonly setState: (state: NoteState) => void;
  /** The draft is saved but for this rest. */
  readonly beginAnew: (rest: NoteContent) => void;
}

export class NoteSaver {
  readonly #options: NoteSaverOptions;
  #unanswered: UnansweredNote | null;
  #isSentElsewhere = false;
  #endPause: (() => void) | undefined;

  /** @param unanswered - what an earlier load of the page had sent, if anything */
  constructor(options: NoteSaverOptions, unanswered: UnansweredNote | null) {
    this.#options = options;
    this.#unanswered = unanswered;
  }

  /** What was sent and not answered, by this frame or by another one with a copy of the draft. */
  get unanswered(): UnansweredNote | null {
    return this.#unanswered;
  }

  /** What this frame has sent and not got an answer for: it is kept with the draft. */
  get ownUnanswered(): UnansweredNote | null {
    return this.#isSentElsewhere ? null : this.#unanswered;
  }

  /** Whether the comment of what was sent can be told from those that were there before. */
  get canLook(): boolean {
    return this.#unanswered?.after !== null;
  }

  /** Forgets what was sent: it is answered, or does not matter any more. */
  clearUnanswered(): void {
    this.#unanswered = null;
  }

  /** Takes over what an earlier load of the page, or a frame that has gone, had sent. */
  adoptUnanswered(unanswered: UnansweredNote | null): void {
    this.#unanswered = unanswered;
  }

  /** Takes notice of what another frame has sent; that frame waits for the answer. */
  followUnanswered(unanswered: UnansweredNote | null): void {
    if (this.#unanswered !== null && !this.#isSentElsewhere) return;
    this.#unanswered = unanswered;
    this.#isSentElsewhere = unanswered !== null;
  }

  /** From now on the note is another one: what other frames have sent is none of its own. */
  resetSender(): void {
    this.#isSentElsewhere = false;
  }

  /** Makes the next attempt at once, if the saver waits for it. */
  skipPause(): void {
    this.#endPause?.();
  }

  /** Saves what is entered, and goes on trying where that may help. */
  async saveNote(destination: NoteDestination): Promise<SaveOutcome> {
    const {keeping, copy, setState} = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      setState({status: 'saving'});
      const endTurn = await keeping.takeTurn?.(copy.id);
      try {
        // A copy may have been saved meanwhile.
        if (this.#isBlank()) return this.#withdrawn();
        return {status: 'saved', note: await this.#attempt(destination)};
      } catch (thrown) {
        const error = toCallCardError(thrown);
        if (this.#isBlank()) return this.#withdrawn();
        const wait = this.canLook ? waitAfter(error, attempt, keeping.clock.random()) : undefined;
        if (wait === undefined) {
          return {status: 'failed', note: destination.compose(copy.content), error};
        }
        setState({status: 'waiting', reason: wait.reason});
        endTurn?.();
        await this.#pause(wait.delay);
        if (this.#isBlank()) return this.#withdrawn();
      } finally {
        endTurn?.();
      }
    }
  }

  /** Resolves with what is saved now. */
  async #attempt(destination: NoteDestination): Promise<CallNote> {
    const {copy, keeping, storeDraft} = this.#options;
    const {id} = copy;
    const sent = this.#unanswered;
    if (sent !== null) {
      const isOthers = (commentId: number): boolean => keeping.isOthers?.(commentId, id) ?? false;
      const found = await destination.find?.(sent, isOthers);
      if (typeof found === 'number') return this.#confirm(id, sent.note, found);
    }
    const after = destination.newestId === undefined ? null : await destination.newestId();
    const note = destination.compose(copy.content);
    // Before it is sent: the page may be gone before the answer.
    this.#unanswered = {note, after};
    this.#isSentElsewhere = false;
    storeDraft();
    try {
      return this.#confirm(id, note, await destination.send(note));
    } catch (thrown) {
      const isKnown = destination.find === undefined || !isUnanswered(toCallCardError(thrown));
      if (isKnown) this.#unanswered = null;
      storeDraft();
      throw thrown;
    }
  }

  #confirm(id: string, note: CallNote, answer: unknown): CallNote {
    const {copy, keeping, beginAnew} = this.#options;
    const commentId = Number.isSafeInteger(answer) ? Number(answer) : null;
    const receipt = receiptOf(id, note, commentId, keeping.clock.now());
    const {content} = copy;
    // What was typed since is another note, and a copy's own words are.
    const others = this.#isSentElsewhere ? unsavedIn(content, receipt) : content;
    this.#unanswered = null;
    if (copy.id === id) beginAnew(isNoteOf(note, content) ? EMPTY : others);
    keeping.shareReceipt?.(receipt);
    return note;
  }

  // A method, because the compiler believes that the copy is still what it was before.
  #isBlank(): boolean {
    return this.#options.copy.isBlank;
  }

  #withdrawn(): SaveOutcome {
    this.#unanswered = null;
    return {status: 'withdrawn'};
  }

  async #pause(milliseconds: number): Promise<void> {
    const {keeping} = this.#options;
    const undo: (() => void)[] = [];
    await new Promise<void>((resolve) => {
      this.#endPause = resolve;
      undo.push(keeping.clock.after(milliseconds, resolve), keeping.onOnline(resolve));
    });
    this.#endPause = undefined;
    for (const stop of undo) stop();
  }
}
