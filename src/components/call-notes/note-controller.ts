/** The note that an element shows, and the unsaved notes of earlier calls. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {Note} from '../../controller/notes/note.js';
import type {NamedSubject} from './note-subject.js';
import {notesOf, type NoteRepository} from './note-repository.js';

export class NoteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #notes: NoteRepository | undefined;
  #key: string | undefined;
  #named: NamedSubject | undefined;
  #note: Note | undefined;
  #unsaved: readonly Note[] = [];
  #stopNotes: readonly (() => void)[] = [];
  #stopRepository: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** None while the portal is not connected. */
  get note(): Note | undefined {
    return this.#note;
  }

  /** The notes of earlier calls that are still not saved. */
  get unsaved(): readonly Note[] {
    return this.#unsaved.filter(({isUnsaved}) => isUnsaved);
  }

  /** Shows the note about a subject. Returns whether it is another note than before. */
  showNote(controller: CallCardController | undefined, named: NamedSubject | undefined): boolean {
    const notes = controller === undefined ? undefined : notesOf(controller);
    const key = named === undefined ? undefined : notes?.keyOf(named);
    if (notes === this.#notes && key === this.#key) return false;
    const [before, written] = notes === this.#notes ? [this.#named, this.#note] : [];
    this.#leaveNotes();
    if (notes === undefined || key === undefined || named === undefined) return true;
    this.#notes = notes;
    this.#key = key;
    this.#named = named;
    this.#note = notes.openNote(named);
    if (before && written && isLinkedNow(before, named)) moveDraft(written, this.#note, named);
    this.#findNotes();
    this.#stopRepository = notes.subscribe(() => {
      this.#findNotes();
      this.#host.requestUpdate();
    });
    return true;
  }

  hostDisconnected(): void {
    this.#leaveNotes();
  }

  /** Looks up the unsaved notes, and updates the host with every change of a note. */
  #findNotes(): void {
    for (const undo of this.#stopNotes) undo();
    this.#unsaved = this.#notes?.unsavedNotes() ?? [];
    const update = (): void => this.#host.requestUpdate();
    const all = this.#note === undefined ? this.#unsaved : [this.#note, ...this.#unsaved];
    this.#stopNotes = all.map((note) => note.subscribe(update));
  }

  #leaveNotes(): void {
    for (const undo of this.#stopNotes) undo();
    this.#stopRepository?.();
    if (this.#key !== undefined) this.#notes?.closeNote(this.#key);
    this.#stopRepository = undefined;
    this.#notes = undefined;
    this.#key = undefined;
    this.#named = undefined;
    this.#note = undefined;
    this.#unsaved = [];
    this.#stopNotes = [];
  }
}

/** Whether the page has named a record for a call that had none, for example a new lead. */
function isLinkedNow({subject: before}: NamedSubject, {subject: now}: NamedSubject): boolean {
  const isSameCall = now.callId === before.callId && now.number === before.number;
  return isSameCall && now.callId !== null && before.entity === null && now.entity !== null;
}

/** Moves the draft of a call to the note of its record: without a record it could not be saved. */
function moveDraft(from: Note, to: Note, {subject}: NamedSubject): void {
  if (from.state.status !== 'draft' || !to.isUntouched) return;
  to.edit(from.content, subject);
  from.edit({text: '', disposition: ''}, from.subject);
}
