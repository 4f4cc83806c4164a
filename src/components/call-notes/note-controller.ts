/** The note that an element shows, and the unfinished ones below it. */
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
  #unfinished: readonly Note[] = [];
  #unsubscribe: readonly (() => void)[] = [];
  #undo: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** None while it is not known what it would be about. */
  get note(): Note | undefined {
    return this.#note;
  }

  /** The notes of earlier calls that still wait for somebody. */
  get unfinished(): readonly Note[] {
    return this.#unfinished.filter(({isUnsaved}) => isUnsaved);
  }

  /** Shows the note about a subject. Returns whether it is another one than before. */
  show(controller: CallCardController | undefined, named: NamedSubject | undefined): boolean {
    const notes = controller === undefined ? undefined : notesOf(controller);
    const key = named === undefined ? undefined : notes?.keyOf(named);
    if (notes === this.#notes && key === this.#key) return false;
    const [before, written] = notes === this.#notes ? [this.#named, this.#note] : [];
    this.#leave();
    if (notes === undefined || key === undefined || named === undefined) return true;
    this.#notes = notes;
    this.#key = key;
    this.#named = named;
    this.#note = notes.open(named);
    if (before && written && isLinkedNow(before, named)) moveDraft(written, this.#note, named);
    this.#find();
    this.#undo = notes.subscribe(() => {
      this.#find();
      this.#host.requestUpdate();
    });
    return true;
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Looks which notes there are, and follows them. */
  #find(): void {
    for (const undo of this.#unsubscribe) undo();
    this.#unfinished = this.#notes?.unfinished() ?? [];
    const update = (): void => this.#host.requestUpdate();
    const all = this.#note === undefined ? this.#unfinished : [this.#note, ...this.#unfinished];
    this.#unsubscribe = all.map((note) => note.subscribe(update));
  }

  #leave(): void {
    for (const undo of this.#unsubscribe) undo();
    this.#undo?.();
    if (this.#key !== undefined) this.#notes?.close(this.#key);
    this.#undo = undefined;
    this.#notes = undefined;
    this.#key = undefined;
    this.#named = undefined;
    this.#note = undefined;
    this.#unfinished = [];
    this.#unsubscribe = [];
  }
}

/** The page has named a record for the call that had none, as after it has made a lead. */
function isLinkedNow({subject: before}: NamedSubject, {subject: now}: NamedSubject): boolean {
  const isSameCall = now.callId === before.callId && now.number === before.number;
  return isSameCall && now.callId !== null && before.entity === null && now.entity !== null;
}

/** What was written of the call goes to its record: without one it could not be saved. */
function moveDraft(from: Note, to: Note, {subject}: NamedSubject): void {
  if (from.state.status !== 'draft' || !to.isUntouched) return;
  to.edit(from.content, subject);
  from.edit({text: '', disposition: ''}, from.subject);
}
