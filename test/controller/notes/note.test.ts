import {expect} from '@open-wc/testing';
import {Note, type NoteDestination} from '../../../src/controller/notes/note.js';
import {isUnanswered, waitAfter} from '../../../src/controller/notes/note-patience.js';
import {CallCardError, type CallCardErrorCode} from '../../../src/model/call-card-error.js';
import type {CallNote, NoteDraft, UnansweredNote} from '../../../src/model/note-draft.js';
import {Deferred} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';

const SUBJECT = {callId: 'externalCall.1', number: null, entity: {typeId: 3, id: 17}};
const LONG = 100_000;

/** A place to save in whose answers the test gives. */
class Timeline implements NoteDestination {
  readonly sent: string[] = [];
  readonly looked: UnansweredNote[] = [];
  send: (note: CallNote) => Promise<unknown> = (note) => this.take(note);
  find: ((unanswered: UnansweredNote) => Promise<boolean>) | undefined = (unanswered) => {
    this.looked.push(unanswered);
    return Promise.resolve(this.sent.includes(unanswered.note.text));
  };

  take({text}: CallNote): Promise<void> {
    this.sent.push(text);
    return Promise.resolve();
  }

  compose(content: {text: string; disposition: string}): CallNote {
    return {...SUBJECT, text: content.text.trim(), disposition: null};
  }

  /** Fails the next attempts with these codes, one after the other, then takes notes again. */
  fail(codes: readonly CallCardErrorCode[], arrives = false): void {
    const left = [...codes];
    this.send = async (note) => {
      const code = left.shift();
      if (code === undefined || arrives) await this.take(note);
      if (code !== undefined) throw new CallCardError(code, '');
    };
  }
}

describe('a note', () => {
  let time: ManualTime;
  let timeline: Timeline;
  let stored: NoteDraft | null;
  let online: Set<() => void>;
  let canStore: boolean;

  beforeEach(() => {
    time = new ManualTime();
    timeline = new Timeline();
    stored = null;
    online = new Set();
    canStore = true;
  });

  const make = (kept: NoteDraft | null = null): Note =>
    new Note(
      {
        clock: time,
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
});
