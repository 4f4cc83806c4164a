/** What a note tells of itself, and how it behaves while it is saved and beside its copies. */
import {expect} from '@open-wc/testing';
import {Note} from '../../../src/controller/notes/note.js';
import type {NoteDestination, NoteKeeping} from '../../../src/controller/notes/note-keeping.js';
import type {
  CallNote,
  NoteDraft,
  NoteSubject,
  UnansweredNote,
} from '../../../src/model/call/note-draft.js';
import {receiptOf} from '../../../src/model/call/note-receipt.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {Deferred} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';

const SUBJECT: NoteSubject = {callId: 'call', number: null, entity: {typeId: 3, id: 17}};
const OTHER: NoteSubject = {...SUBJECT, callId: 'another'};

function draft(text: string, more: Partial<NoteDraft> = {}): NoteDraft {
  const content = {text, disposition: ''};
  return {id: 'd', version: {l: 1}, content, subject: SUBJECT, unanswered: null, ...more};
}

function sent(text: string, after: number | null = 0): UnansweredNote {
  return {note: {...SUBJECT, text, disposition: null}, after};
}

describe('a note', () => {
  let time: ManualTime;
  let stores: (NoteDraft | null)[];
  let keeping: NoteKeeping;
  let answer: () => Promise<unknown>;
  let sentTexts: string[];
  let looked: number;
  let destination: NoteDestination;

  beforeEach(() => {
    time = new ManualTime();
    stores = [];
    sentTexts = [];
    looked = 0;
    answer = () => Promise.resolve(7);
    let ids = 0;
    keeping = {
      clock: time,
      newId: () => `id${(ids += 1)}`,
      store: (kept) => {
        stores.push(kept);
        return true;
      },
      onOnline: () => () => undefined,
    };
    destination = {
      compose: ({text}): CallNote => ({...SUBJECT, text: text.trim(), disposition: null}),
      newestId: () => Promise.resolve(0),
      send: ({text}) => {
        sentTexts.push(text);
        return answer();
      },
      find: () => {
        looked += 1;
        return Promise.resolve(null);
      },
    };
  });

  const make = (stored: NoteDraft | null = null): Note => new Note(keeping, stored);
  const type = (note: Note, text: string, subject = SUBJECT): void =>
    note.edit({text, disposition: ''}, subject);

  it('is about what it was stored with, and what it was edited for', () => {
    expect(make().subject).to.deep.equal({callId: null, number: null, entity: null});
    expect(make(draft('Hello')).subject).to.equal(SUBJECT);
    const note = make();
    type(note, 'Hello', OTHER);
    expect(note.subject).to.equal(OTHER);
    note.adoptDraft(draft('Bye'));
    expect(note.subject).to.equal(SUBJECT);
    note.followCopy(draft('Bye now', {version: {l: 2}, subject: OTHER}));
    expect(note.subject).to.equal(OTHER);
  });

  it('knows whether it is stored, and whether anything of it is not saved', async () => {
    expect([make().isStored, make(draft('Hello')).isStored]).to.deep.equal([false, true]);
    const note = make();
    expect([note.isUnsaved, note.isUntouched]).to.deep.equal([false, true]);
    type(note, 'Hello');
    expect([note.isUnsaved, note.isUntouched, note.isStored]).to.deep.equal([true, false, true]);
    expect(note.isEditedSince).to.equal(false);
    await note.save(destination);
    expect(note.state.status).to.equal('saved');
    expect([note.isUnsaved, note.isUntouched, note.isEditedSince]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('tells whoever listens of each change, until that one stops', () => {
    const note = make();
    const seen: string[] = [];
    const stop = note.subscribe(() => seen.push(note.content.text));
    type(note, 'H');
    type(note, 'He');
    stop();
    type(note, 'Hel');
    expect(seen).to.deep.equal(['H', 'He']);
  });

  it('is stored once more when it is asked for, unless there is nothing to lose', () => {
    const note = make();
    note.storeAgain();
    expect(stores).to.deep.equal([]);
    type(note, 'Hello');
    stores.length = 0;
    note.storeAgain();
    expect(stores.map((kept) => kept?.content.text)).to.deep.equal(['Hello']);
  });

  it('knows which copies it has all words of', () => {
    const note = make(draft('Hello'));
    expect(note.hasAllOf(draft('Hello'))).to.equal(true);
    expect(note.hasAllOf(draft('Hello you', {version: {l: 2}}))).to.equal(false);
    expect(make().hasAllOf(draft('Hello'))).to.equal(false);
  });

  it('is saved nowhere when nothing is entered', async () => {
    expect(await make().save(destination)).to.equal(undefined);
    expect(sentTexts).to.deep.equal([]);
  });

  it('needs no one to share its receipt with, no search and no turn', async () => {
    destination = {compose: destination.compose, send: destination.send};
    const note = make();
    type(note, 'Hello');
    expect(await note.save(destination)).to.have.property('status', 'saved');
  });

  it('does not search for an answer that is lost where nobody can', async () => {
    destination = {compose: destination.compose, send: destination.send};
    answer = () => Promise.reject(new CallCardError('unavailable', ''));
    const note = make();
    type(note, 'Hello');
    const saving = note.save(destination);
    await settled();
    await time.pass(100_000);
    expect(await saving).to.have.property('status', 'failed');
    expect(note.state.status, 'the page’s own function says that it is not saved').to.equal(
      'failed',
    );
  });

  describe('that is being saved', () => {
    let note: Note;
    let pending: Deferred<unknown>;
    let saving: Promise<unknown>;
    beforeEach(async () => {
      pending = new Deferred();
      answer = () => pending.promise;
      note = make();
      type(note, 'Hello');
      saving = note.save(destination);
      await settled();
    });

    it('stays to be saved when the text is taken back, and is empty then', async () => {
      type(note, '');
      expect(note.state.status).to.equal('saving');
      expect(note.draft).to.equal(null);
      pending.resolve(7);
      expect(await saving).to.have.nested.property('note.text', 'Hello');
      expect(note.state.status).to.equal('saved');
    });

    it('is withdrawn when the text is taken back and the answer is lost', async () => {
      type(note, '');
      pending.reject(new CallCardError('unavailable', ''));
      expect(await saving).to.deep.equal({status: 'withdrawn'});
      expect([note.state.status, sentTexts]).to.deep.equal(['empty', ['Hello']]);
    });

    it('does not follow copies, nor is it dropped with one', async () => {
      const {id} = note;
      const version = note.draft?.version ?? {};
      note.followCopy(draft('Hello you', {id, version: {...version, m: 1}}));
      note.dropCopy(id, {...version, m: 1});
      expect(note.content.text).to.equal('Hello');
      pending.resolve(7);
      await saving;
      expect(note.state.status).to.equal('saved');
    });

    it('is withdrawn when a copy is saved while it waits for its next attempt', async () => {
      pending.reject(new CallCardError('unavailable', ''));
      await settled();
      expect(note.state.status).to.equal('waiting');
      note.applyReceipt(receiptOf(note.id, {text: 'Hello', disposition: null}, 9, 5));
      expect(await saving).to.deep.equal({status: 'withdrawn'});
      expect(note.state).to.deep.equal({status: 'saved', at: 5});
      expect([sentTexts, looked]).to.deep.equal([['Hello'], 0]);
    });

    it('is another note when its draft was replaced meanwhile: that is not saved with it', async () => {
      note.applyReceipt(receiptOf(note.id, {text: 'Hello', disposition: null}, 9, 5));
      type(note, 'Something else');
      pending.resolve(7);
      await saving;
      expect(note.content.text).to.equal('Something else');
      expect(note.state.status).to.equal('draft');
    });
  });

  describe('beside a copy', () => {
    it('follows no other draft, and none while it is empty', () => {
      const note = make(draft('Hello'));
      note.followCopy(draft('Hello you', {id: 'another', version: {l: 2}}));
      expect(note.content.text).to.equal('Hello');
      const empty = make();
      empty.followCopy(draft('Hello', {id: empty.id}));
      expect(empty.state.status).to.equal('empty');
    });

    it('stores what it follows, and tells of nothing that is not new', () => {
      const note = make(draft('Hello'));
      let changes = 0;
      note.subscribe(() => (changes += 1));
      note.followCopy(draft('Hello you', {version: {l: 2}}));
      expect([changes, stores.at(-1)?.content.text]).to.deep.equal([1, 'Hello you']);
      note.followCopy(draft('Hello you', {version: {l: 2}}));
      note.followCopy(draft('Hello', {version: {l: 1}}));
      expect(changes).to.equal(1);
    });

    it('is not dropped with another draft, and tells of nothing when it is empty', () => {
      const note = make(draft('Hello'));
      note.dropCopy('another', {l: 9});
      expect(note.content.text).to.equal('Hello');
      const empty = make();
      let changes = 0;
      empty.subscribe(() => (changes += 1));
      empty.dropCopy(empty.id, {l: 9});
      empty.applyReceipt(receiptOf(empty.id, {text: 'Hello', disposition: null}, 9, 5));
      expect(changes).to.equal(0);
    });

    it('looks for what a frame that has gone had sent', async () => {
      const note = make();
      note.adoptDraft(draft('Hello', {unanswered: sent('Hello')}));
      expect(note.state).to.deep.equal({status: 'uncertain', canLook: true});
      destination = {...destination, find: () => Promise.resolve(3)};
      expect(await note.save(destination)).to.have.nested.property('note.text', 'Hello');
      expect(sentTexts).to.deep.equal([]);
    });

    it('keeps what it has sent itself, whatever a copy has sent', () => {
      const note = make(draft('Hello', {unanswered: sent('Hello')}));
      note.followCopy(draft('Hello', {unanswered: null}));
      expect(note.state.status).to.equal('uncertain');
      note.followCopy(draft('Hello', {unanswered: sent('Hello', null)}));
      expect(note.draft?.unanswered).to.deep.equal(sent('Hello'));
    });

    it('knows what the copy has sent until that has its answer, and does not store it as its own', () => {
      const note = make(draft('Hello'));
      note.followCopy(draft('Hello', {unanswered: sent('Hello')}));
      expect([note.state.status, note.draft?.unanswered]).to.deep.equal(['draft', null]);
      type(note, 'Hello you');
      expect(note.isEditedSince).to.equal(true);
      note.followCopy(draft('Hello', {unanswered: null}));
      expect(note.isEditedSince).to.equal(false);
      type(note, 'Hello you!');
      expect(note.state.status).to.equal('draft');
    });

    it('sends as its own what is entered after a copy was saved', async () => {
      const note = make(draft('Hello'));
      note.followCopy(draft('Hello', {unanswered: sent('Hello')}));
      note.applyReceipt(receiptOf('d', {text: 'Hello', disposition: null}, 9, 5));
      type(note, 'Next');
      answer = () => new Promise(() => undefined);
      void note.save(destination);
      await settled();
      expect(note.draft?.unanswered?.note.text).to.equal('Next');
    });

    it('forgets what was sent when its text is taken back while nothing is under way', () => {
      const note = make(draft('Hello', {unanswered: sent('Hello')}));
      type(note, '');
      type(note, 'Next');
      expect(note.state).to.deep.equal({status: 'draft'});
    });

    it('says no more that the part before was saved when its text is taken back', () => {
      const note = make(draft('Hello. You'));
      note.applyReceipt(receiptOf('d', {text: 'Hello.', disposition: null}, 9, 5));
      expect(note.state).to.deep.equal({status: 'draft', restSince: 5});
      type(note, 'You there');
      expect(note.state, 'it is that rest').to.deep.equal({status: 'draft', restSince: 5});
      type(note, '');
      type(note, 'Next');
      expect(note.state).to.deep.equal({status: 'draft'});
    });
  });
});
