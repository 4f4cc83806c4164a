import {expect} from '@open-wc/testing';
import {Note} from '../../../src/controller/notes/note.js';
import type {NoteDestination, NoteKeeping} from '../../../src/controller/notes/note-keeping.js';
import {isUnanswered, waitAfter} from '../../../src/controller/notes/note-retry-policy.js';
import {CallCardError, type CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';
import type {CallNote, NoteDraft, UnansweredNote} from '../../../src/model/call/note-draft.js';
import {receiptOf, type NoteReceipt} from '../../../src/model/call/note-receipt.js';
import {Deferred} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';

const SUBJECT = {callId: 'externalCall.1', number: null, entity: {typeId: 3, id: 17}};
const LONG = 100_000;

/** A place to save in whose answers the test gives. What is sent gets the ids 1, 2, 3 … */
class Timeline implements NoteDestination {
  readonly sent: string[] = [];
  readonly looked: UnansweredNote[] = [];
  send: (note: CallNote) => Promise<unknown> = (note) => this.take(note);
  newestId: () => Promise<number | null> = () => Promise.resolve(this.sent.length);
  find: NoteDestination['find'] = (unanswered, isOthers) => {
    this.looked.push(unanswered);
    const index = this.sent.findIndex((text, at) => {
      const isNewer = unanswered.after !== null && at + 1 > unanswered.after;
      return isNewer && !isOthers(at + 1) && text === unanswered.note.text;
    });
    return Promise.resolve(index < 0 ? null : index + 1);
  };

  take({text}: CallNote): Promise<number> {
    this.sent.push(text);
    return Promise.resolve(this.sent.length);
  }

  compose(content: {text: string; disposition: string}): CallNote {
    return {...SUBJECT, text: content.text.trim(), disposition: null};
  }

  /** Fails the next attempts with these codes, one after the other, then takes notes again. */
  fail(codes: readonly CallCardErrorCode[], arrives = false): void {
    const left = [...codes];
    this.send = async (note) => {
      const code = left.shift();
      const id = code === undefined || arrives ? await this.take(note) : null;
      if (code !== undefined) throw new CallCardError(code, '');
      return id;
    };
  }
}

describe('a note', () => {
  let time: ManualTime;
  let timeline: Timeline;
  let stored: NoteDraft | null;
  let online: Set<() => void>;
  let canStore: boolean;
  let receipts: NoteReceipt[];
  let more: Partial<NoteKeeping>;
  let ids: number;

  beforeEach(() => {
    time = new ManualTime();
    timeline = new Timeline();
    stored = null;
    online = new Set();
    canStore = true;
    receipts = [];
    more = {};
    ids = 0;
  });

  const make = (kept: NoteDraft | null = null): Note =>
    new Note(
      {
        clock: time,
        newId: () => `draft-${String((ids += 1))}`,
        shareReceipt: (receipt) => receipts.push(receipt),
        ...more,
        store: (draft) => {
          if (canStore) stored = draft;
          return canStore;
        },
        onOnline: (listener) => {
          online.add(listener);
          return () => online.delete(listener);
        },
      },
      kept,
    );
  /** Until the next attempts have been made. */
  const waitLong = async (): Promise<void> => {
    await settled();
    await time.pass(LONG);
  };
  const typed = (text: string, note = make()): Note => {
    note.edit({text, disposition: ''}, SUBJECT);
    return note;
  };

  it('is stored with every letter, and no more when it is empty', () => {
    const note = typed('Hel');
    expect(stored).to.have.nested.property('content.text', 'Hel');
    typed('Hello', note);
    expect(stored).to.deep.include({content: {text: 'Hello', disposition: ''}, subject: SUBJECT});
    expect(note.state.status).to.equal('draft');
    typed(' ', note);
    expect(stored).to.equal(null);
    expect(note.state.status).to.equal('empty');
  });

  it('knows that it is only in memory', () => {
    canStore = false;
    const note = typed('Hello');
    expect(note.isStored).to.equal(false);
    expect(note.content.text).to.equal('Hello');
  });

  it('is empty when its owner has confirmed it, not before', async () => {
    const answer = new Deferred<undefined>();
    timeline.send = () => answer.promise;
    const note = typed(' Hello ');
    const saving = note.save(timeline);
    expect(note.state.status).to.equal('saving');
    await settled();
    expect(note.content.text).to.equal(' Hello ');
    expect(stored, 'the page may go before the answer').to.have.nested.property(
      'unanswered.note.text',
      'Hello',
    );
    answer.resolve(undefined);
    expect(await saving).to.have.nested.property('note.text', 'Hello');
    expect(note.state).to.deep.equal({status: 'saved', at: time.now()});
    expect(note.content.text).to.equal('');
    expect(stored).to.equal(null);
  });

  it('keeps as a draft what was typed while it was being saved', async () => {
    const answer = new Deferred<undefined>();
    timeline.send = () => answer.promise;
    const note = typed('Hello');
    const saving = note.save(timeline);
    await settled();
    expect(note.isEditedSince).to.equal(false);
    typed('Hello again', note);
    expect(note.isEditedSince).to.equal(true);
    answer.resolve(undefined);
    await saving;
    expect(note.state.status).to.equal('draft');
    expect(stored).to.deep.include({
      content: {text: 'Hello again', disposition: ''},
      unanswered: null,
    });
  });

  it('is sent once however often saving is asked for', async () => {
    const note = typed('Hello');
    await Promise.all([note.save(timeline), note.save(timeline)]);
    await note.save(timeline);
    expect(timeline.sent).to.deep.equal(['Hello']);
  });

  it('waits for as long as the server says', () => {
    const told = {code: '', description: '', status: 429, retryAfterMs: 90_000};
    const limit = new CallCardError('limit-reached', 'Later.', {portal: told});
    expect(waitAfter(limit, 0, 0)).to.deep.equal({reason: 'limit', delay: 90_000});
    expect(waitAfter(limit, 0, 1)?.delay).to.be.closeTo(99_000, 1);
    const soon = new CallCardError('limit-reached', '', {portal: {...told, retryAfterMs: 10}});
    expect(waitAfter(soon, 0, 0.5)?.delay).to.equal(2000);
  });

  it('takes a limit for an answer of the portal, save for a gateway’s page', () => {
    const limitWith = (code: string, httpStatus: number): CallCardError =>
      new CallCardError('limit-reached', '', {portal: {code, description: '', status: httpStatus}});
    expect(isUnanswered(limitWith('QUERY_LIMIT_EXCEEDED', 503))).to.equal(false);
    expect(isUnanswered(limitWith('', 429))).to.equal(false);
    expect(isUnanswered(limitWith('', 503))).to.equal(true);
  });

  it('waits out the limit, for as long as it takes', async () => {
    timeline.fail(new Array<CallCardErrorCode>(12).fill('limit-reached'));
    const note = typed('Hello');
    const saving = note.save(timeline);
    await settled();
    expect(note.state).to.deep.equal({status: 'waiting', reason: 'limit'});
    await time.pass(12 * LONG);
    expect(await saving).to.have.property('status', 'saved');
    expect(timeline.looked, 'a refusal is an answer').to.deep.equal([]);
    expect(timeline.sent).to.deep.equal(['Hello']);
  });

  it('is tried again when the network is back', async () => {
    timeline.fail(['offline']);
    const note = typed('Hello');
    const saving = note.save(timeline);
    await settled();
    expect(note.state).to.deep.equal({status: 'waiting', reason: 'offline'});
    for (const tell of [...online]) tell();
    await saving;
    expect(timeline.sent).to.deep.equal(['Hello']);
    expect(online.size + time.pending, 'nothing is left behind').to.equal(0);
  });

  it('is tried again at once when it is asked for', async () => {
    timeline.fail(['offline']);
    const note = typed('Hello');
    const saving = note.save(timeline);
    await settled();
    await note.save(timeline);
    await saving;
    expect(note.state.status).to.equal('saved');
  });

  it('is not sent twice when only the answer was lost', async () => {
    timeline.fail(['offline'], true);
    const note = typed('Hello');
    const saving = note.save(timeline);
    await waitLong();
    expect(await saving).to.have.property('status', 'saved');
    expect(timeline.looked).to.have.length(1);
    expect(timeline.sent).to.deep.equal(['Hello']);
  });

  it('takes what was found for saved, and what was added meanwhile for a draft', async () => {
    timeline.fail(['timeout'], true);
    const note = typed('Hello');
    const saving = note.save(timeline);
    await settled();
    typed('Hello again', note);
    await waitLong();
    expect(await saving).to.have.nested.property('note.text', 'Hello');
    expect(timeline.sent).to.deep.equal(['Hello']);
    expect(note.state.status).to.equal('draft');
  });

  for (const [servers, code] of [
    ['answer nonsense', 'bad-answer'],
    ['are out of order', 'unavailable'],
  ] as const) {
    it(`asks for a person when servers ${servers} again and again`, async () => {
      timeline.fail([code, code, code]);
      const note = typed('Hello');
      const saving = note.save(timeline);
      await waitLong();
      expect(await saving).to.have.nested.property('error.code', code);
      expect(note.state).to.deep.equal({status: 'uncertain', canLook: true});
      await note.save(timeline);
      expect(timeline.sent).to.deep.equal(['Hello']);
      expect(timeline.looked).to.have.length(3);
    });
  }

  it('says so when nobody can look, and then does what the operator decides', async () => {
    timeline.fail(['timeout']);
    timeline.find = () => Promise.reject(new CallCardError('not-allowed', ''));
    const note = typed('Hello');
    const saving = note.save(timeline);
    await waitLong();
    await saving;
    expect(note.state).to.deep.equal({status: 'uncertain', canLook: false});
    typed('Hello!', note);
    expect(note.state, 'editing changes nothing about it').to.have.property('canLook', false);
    await note.save(timeline);
    expect(timeline.sent).to.deep.equal(['Hello!']);
  });

  for (const code of ['not-allowed', 'not-found', 'missing-scope', 'refused'] as const) {
    it(`stays as it is when it is refused with ${code}`, async () => {
      timeline.fail([code]);
      const note = typed('Hello');
      expect(await note.save(timeline)).to.have.nested.property('error.code', code);
      expect(note.state).to.have.nested.property('error.code', code);
      expect(stored).to.deep.include({
        content: {text: 'Hello', disposition: ''},
        unanswered: null,
      });
      expect(time.pending).to.equal(0);
      typed('Hello!', note);
      expect(note.state.status).to.equal('draft');
    });
  }

  it('is uncertain after a reload in the middle of saving, and is looked for first', async () => {
    timeline.send = (note) => {
      void timeline.take(note);
      return new Promise(() => undefined);
    };
    void typed('Hello').save(timeline);
    await settled();
    const again = make(stored);
    expect(again.state).to.deep.equal({status: 'uncertain', canLook: true});
    expect(await again.save(timeline)).to.have.property('status', 'saved');
    expect(timeline.sent).to.deep.equal(['Hello']);
  });

  it('is given up when its text is taken back while it waits', async () => {
    timeline.fail(['limit-reached']);
    const note = typed('Hello');
    const saving = note.save(timeline);
    await settled();
    typed('', note);
    expect(await saving).to.deep.equal({status: 'withdrawn'});
    expect(note.state.status).to.equal('empty');
    expect(timeline.sent).to.deep.equal([]);
  });

  it('does not look where nobody can: the page’s own function says how it ended', async () => {
    timeline.find = undefined;
    timeline.fail(['offline']);
    const note = typed('Hello');
    const saving = note.save(timeline);
    await waitLong();
    expect(await saving).to.have.property('status', 'saved');
    expect(timeline.sent).to.deep.equal(['Hello']);
  });

  it('is not another note that has the same words', async () => {
    const first = typed('Nobody there');
    await first.save(timeline);
    timeline.fail(['unavailable']);
    typed('Nobody there', first);
    const saving = first.save(timeline);
    await waitLong();
    expect(await saving).to.have.property('status', 'saved');
    expect(timeline.sent).to.deep.equal(['Nobody there', 'Nobody there']);
    expect(receipts.map(({commentId}) => commentId)).to.deep.equal([1, 2]);
  });

  it('is not the one that another note became meanwhile', async () => {
    // Another frame saves the same words, and tells of it, while this one gets no answer.
    more = {isOthers: (id) => id === 1};
    timeline.send = () => {
      timeline.sent.push('Nobody there');
      timeline.send = (note) => timeline.take(note);
      return Promise.reject(new CallCardError('unavailable', ''));
    };
    const note = typed('Nobody there');
    const saving = note.save(timeline);
    await waitLong();
    await saving;
    expect(timeline.sent).to.deep.equal(['Nobody there', 'Nobody there']);
  });

  it('asks for a person where it can’t be told what was there before', async () => {
    timeline.newestId = () => Promise.resolve(null);
    timeline.fail(['unavailable'], true);
    const note = typed('Hello');
    expect(await note.save(timeline)).to.have.nested.property('error.code', 'unavailable');
    expect(note.state).to.deep.equal({status: 'uncertain', canLook: false});
    expect(time.pending + timeline.looked.length, 'nothing is tried').to.equal(0);
    expect(make(stored).state).to.deep.equal({status: 'uncertain', canLook: false});
  });

  it('was not sent when it could not be asked what is there', async () => {
    timeline.newestId = () => Promise.reject(new CallCardError('unavailable', ''));
    const note = typed('Hello');
    const saving = note.save(timeline);
    await waitLong();
    expect(await saving).to.have.nested.property('error.code', 'unavailable');
    expect(note.state).to.have.property('status', 'failed');
    expect(timeline.sent).to.deep.equal([]);
  });

  describe('with a copy', () => {
    /** A copy that knows what was stored, as in a duplicated tab. */
    const copyOf = (note: Note): Note => make(note.draft);
    const receiptFor = (note: Note, text: string): NoteReceipt =>
      receiptOf(note.id, {text, disposition: null}, 999, 5);
    const hear = (note: Note, other: Note): void => {
      if (other.draft !== null) note.followCopy(other.draft);
    };

    it('is saved with it, and not again', async () => {
      const note = typed('Hello');
      const copy = copyOf(note);
      await note.save(timeline);
      copy.applyReceipt(receipts[0] ?? receiptFor(note, ''));
      expect(copy.state).to.deep.equal({status: 'saved', at: time.now()});
      expect(copy.content.text).to.equal('');
      await copy.save(timeline);
      expect(timeline.sent).to.deep.equal(['Hello']);
      typed('More', copy);
      expect(copy.state).to.deep.equal({status: 'draft'});
    });

    it('keeps what is not saved with it, and says since when', () => {
      const note = typed('Hello');
      const copy = copyOf(note);
      typed('Hello. You', copy);
      copy.applyReceipt(receiptFor(note, 'Hello. There'));
      expect(copy.content.text).to.equal('You');
      expect(copy.state).to.deep.equal({status: 'draft', restSince: 5});
      copy.applyReceipt(receiptFor(note, 'You'));
      expect(copy.content.text, 'it is another note now').to.equal('You');
    });

    it('keeps all of what only begins alike, and says nothing of another', () => {
      const note = typed('Hello');
      const copy = copyOf(note);
      typed('Hello you', copy);
      copy.applyReceipt(receiptFor(note, 'Hello there'));
      expect(copy.content.text).to.equal('Hello you');
      expect(copy.state).to.deep.equal({status: 'draft'});
    });

    it('goes on with what is typed there, also where that is taken back', () => {
      const note = typed('Hello wrold');
      const copy = copyOf(note);
      typed('Hello world', note);
      hear(copy, note);
      expect(copy.content.text).to.equal('Hello world');
      typed('', note);
      copy.dropCopy(copy.id, copy.draft?.version ?? {});
      expect(copy.state.status).to.equal('empty');
    });

    it('never loses what was typed here', () => {
      const note = typed('Hello');
      const copy = copyOf(note);
      typed('Hello you', copy);
      typed('Hello there', note);
      hear(copy, note);
      hear(note, copy);
      expect([note.content.text, copy.content.text]).to.deep.equal(['Hello there', 'Hello you']);
      const reloaded = copyOf(copy);
      typed('Hello there!', note);
      hear(reloaded, note);
      reloaded.dropCopy(note.id, note.draft?.version ?? {});
      expect(reloaded.content.text).to.equal('Hello you');
    });

    it('does not go back to what others have heard of before', () => {
      const note = typed('H');
      const before = note.draft;
      const copy = copyOf(note);
      typed('He', note);
      hear(copy, note);
      if (before !== null) copy.followCopy(before);
      expect(copy.content.text).to.equal('He');
    });

    it('looks first when that one was sent without an answer', async () => {
      timeline.send = (note) => {
        void timeline.take(note);
        return new Promise(() => undefined);
      };
      const note = typed('Hello');
      const copy = copyOf(note);
      void note.save(timeline);
      await settled();
      hear(copy, note);
      expect(copy.state, 'the other one still waits').to.have.property('status', 'draft');
      expect(await copy.save(timeline)).to.have.property('status', 'saved');
      expect(timeline.sent).to.deep.equal(['Hello']);
      expect(timeline.looked).to.have.length(1);
    });

    it('waits for its turn, and sends nothing when the other was saved meanwhile', async () => {
      const turn = new Deferred<() => void>();
      let ended = 0;
      more = {takeTurn: () => turn.promise};
      const note = typed('Hello');
      const saving = note.save(timeline);
      await settled();
      note.applyReceipt(receiptFor(note, 'Hello'));
      turn.resolve(() => (ended += 1));
      expect(await saving).to.deep.equal({status: 'withdrawn'});
      expect(note.state).to.deep.equal({status: 'saved', at: 5});
      expect(timeline.sent).to.deep.equal([]);
      expect(ended).to.be.greaterThan(0);
    });

    it('takes the place of what is empty, and of nothing else', () => {
      const note = typed('Hello');
      const free = make();
      expect(free.isUntouched).to.equal(true);
      if (note.draft !== null) free.adoptDraft(note.draft);
      expect(free.draft).to.deep.equal(note.draft);
      expect(free.isUntouched).to.equal(false);
    });
  });
});
