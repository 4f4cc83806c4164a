/** An app in whose frames an operator writes about one call. */
import {NoteRepository} from '../../src/components/call-notes/note-repository.js';
import type {NoteEnvironment} from '../../src/components/call-notes/note-environment.js';
import type {Note} from '../../src/controller/notes/note.js';
import type {NoteDestination} from '../../src/controller/notes/note-keeping.js';
import type {Snapshot} from '../../src/controller/snapshot.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {CallNote, KeptDraft} from '../../src/model/call/note-draft.js';
import type {NoteReceipt} from '../../src/model/call/note-receipt.js';
import {FakeHubWorld, TAB, type FakeHubFrame} from './fake-hub-world.js';

const SUBJECT = {callId: 'externalCall.1', number: '+4930123456', entity: {typeId: 3, id: 17}};
const NAMED = {subject: SUBJECT, place: ''};

/** The portal's reaction to a comment. `kept` and `lost`: it is saved or not, without an answer. */
export type CommentAnswer = 'ok' | 'kept' | 'lost';

export class NotesWorld {
  readonly hub = new FakeHubWorld();
  /** The comments in the timeline. The first one has the id 1. */
  readonly comments: string[] = [];
  readonly #snapshot: Snapshot;
  /** The storage that all tabs share. */
  readonly #receipts: NoteReceipt[] = [];

  /** @param snapshot - that of a tab with the call */
  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** The worker, which is open all the time and writes no note. */
  async begin(): Promise<void> {
    await this.hub.open({callId: 'externalCall.1'});
  }

  /** @param tab - the content of the tab's storage; `undefined` if storage is denied */
  async open(tab: Tab | null = null): Promise<WritingFrame> {
    const frame = await this.hub.open(TAB);
    const controller = {
      subscribe: (listener: (snapshot: Snapshot) => void) => {
        listener(this.#snapshot);
        return () => undefined;
      },
      whenDrafts: () => Promise.resolve(frame.hub.drafts),
    };
    const notes = new NoteRepository(controller, this.hub.time, this.#storage(tab));
    const opened = {frame, notes, tab, note: notes.openNote(NAMED)};
    await this.hub.settle();
    return opened;
  }

  /** Adds words to the text. */
  write({note}: WritingFrame, words: string): void {
    const {text, disposition} = note.content;
    note.edit({text: `${text} ${words}`.trimStart(), disposition}, SUBJECT);
  }

  /** Saves a note; the portal's first answer is the given one, and then it works. */
  async save(note: Note, answer: CommentAnswer = 'ok'): Promise<void> {
    const saving = note.save(this.#timeline(answer));
    const isDone = whetherSettled(saving);
    // As often as anything waits: for a turn, or to try again.
    for (let turn = 0; turn < 1000 && !isDone(); turn += 1) {
      await this.hub.settle();
      if (!isDone()) await this.hub.time.pass(200);
    }
    await saving;
  }

  #storage(tab: Tab | null): NoteEnvironment {
    const receipts = this.#receipts;
    return {
      storeDraft: (key, draft) => {
        if (draft === null) tab?.delete(key);
        else tab?.set(key, draft);
        return tab !== null;
      },
      storedDrafts: () => new Map(tab ?? []),
      storeReceipt: (_portal, receipt) => tab && receipts.push(receipt),
      storedReceipts: () => (tab === null ? [] : receipts),
      onOnline: () => () => undefined,
      observe: () => () => undefined,
    };
  }

  #timeline(answer: CommentAnswer): NoteDestination {
    let next = answer;
    return {
      compose: ({text}): CallNote => ({...SUBJECT, text: text.trim(), disposition: null}),
      newestId: () => Promise.resolve(this.comments.length),
      send: ({text}) => {
        const now = next;
        next = 'ok';
        if (now !== 'lost') this.comments.push(text);
        if (now === 'ok') return Promise.resolve(this.comments.length);
        return Promise.reject(new CallCardError('unavailable', ''));
      },
      find: ({note, after}, isOthers) => {
        const index = this.comments.findIndex(
          (text, at) => text === note.text && at + 1 > (after ?? Infinity) && !isOthers(at + 1),
        );
        return Promise.resolve(index < 0 ? null : index + 1);
      },
    };
  }
}

/** The session storage of a tab. */
export type Tab = Map<string, KeptDraft>;

export interface WritingFrame {
  readonly tab: Tab | null;
  readonly frame: FakeHubFrame;
  readonly notes: NoteRepository;
  readonly note: Note;
}

function whetherSettled(promise: Promise<unknown>): () => boolean {
  let isSettled = false;
  void promise.finally(() => (isSettled = true));
  return () => isSettled;
}
