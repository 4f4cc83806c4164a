/** The note that an element shows, and the unfinished ones below it. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {Note} from '../../controller/notes/note.js';
import {notesOf, type PageNotes} from './page-notes.js';

export class ShownNotes implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #notes: PageNotes | undefined;
  #key: string | undefined;
  #note: Note | undefined;
  #unfinished: readonly Note[] = [];
  #unsubscribe: readonly (() => void)[] = [];

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

  /** Shows the note under a key. Returns whether it is another one than before. */
  show(controller: CallCardController | undefined, key: string | undefined): boolean {
    const notes = controller === undefined ? undefined : notesOf(controller);
    if (notes === this.#notes && key === this.#key) return false;
    this.#leave();
    if (notes === undefined || key === undefined) return true;
    this.#notes = notes;
    this.#key = key;
    this.#note = notes.open(key);
    this.#unfinished = notes.unfinished();
    const update = (): void => this.#host.requestUpdate();
    this.#unsubscribe = [this.#note, ...this.#unfinished].map((note) => note.subscribe(update));
    return true;
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    for (const undo of this.#unsubscribe) undo();
    if (this.#key !== undefined) this.#notes?.close(this.#key);
    this.#notes = undefined;
    this.#key = undefined;
    this.#note = undefined;
    this.#unfinished = [];
    this.#unsubscribe = [];
  }
}
