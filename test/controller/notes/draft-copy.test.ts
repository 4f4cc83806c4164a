/** One copy of a draft among others: whose words it has, and which it may lose. */
import {expect} from '@open-wc/testing';
import {DraftCopy} from '../../../src/controller/notes/draft-copy.js';
import type {DraftVersion} from '../../../src/model/call/draft-version.js';
import type {NoteContent, NoteDraft} from '../../../src/model/call/note-draft.js';

const SUBJECT = {callId: 'call', number: null, entity: null};

function content(text: string, disposition = ''): NoteContent {
  return {text, disposition};
}

function draft(text: string, version: DraftVersion = {}, more: Partial<NoteDraft> = {}): NoteDraft {
  return {id: 'd', version, content: content(text), subject: SUBJECT, unanswered: null, ...more};
}

describe('a copy of a draft', () => {
  let ids: number;
  const make = (stored: NoteDraft | null = null): DraftCopy => {
    ids = 0;
    return new DraftCopy(() => `id${(ids += 1)}`, stored);
  };

  it('is new and empty where nothing is stored', () => {
    const copy = make();
    expect(copy.id).to.equal('id2');
    expect([copy.content, copy.version]).to.deep.equal([content(''), {}]);
    expect([copy.isBlank, copy.wasEdited]).to.deep.equal([true, false]);
  });

  it('is what is stored, which has an id in later versions of the kit', () => {
    const copy = make(draft('Hello', {l: 2}));
    expect([copy.id, copy.content, copy.version]).to.deep.equal(['d', content('Hello'), {l: 2}]);
    expect([copy.isBlank, copy.wasEdited]).to.deep.equal([false, false]);
    expect(make(draft('Hello', {}, {id: ''})).id).to.equal('id2');
  });

  it('counts what is entered into it', () => {
    const copy = make(draft('Hello', {l: 2}));
    copy.setContent(content('Hello you'));
    copy.setContent(content('Hello you!', 'sold'));
    expect(copy.content).to.deep.equal(content('Hello you!', 'sold'));
    expect(copy.version).to.deep.equal({l: 2, id1: 2});
    expect(copy.wasEdited).to.equal(true);
  });

  it('becomes a copy of another draft, with nothing of its own', () => {
    const copy = make();
    copy.setContent(content('Mine'));
    copy.adoptDraft(draft('Hello', {l: 1}));
    expect([copy.id, copy.content, copy.version]).to.deep.equal(['d', content('Hello'), {l: 1}]);
    expect(copy.isOnlyCopyOf('d', {l: 1})).to.equal(true);
  });

  describe('that follows another copy', () => {
    it('takes over what continues it, and says whether that is anything new', () => {
      const copy = make(draft('Hello', {l: 1}));
      expect(copy.followCopy(draft('Hello you', {l: 2}))).to.equal(true);
      expect([copy.content, copy.version]).to.deep.equal([content('Hello you'), {l: 2}]);
      expect(copy.followCopy(draft('Hello you', {l: 3}))).to.equal(false);
      const chosen = {...draft('', {l: 4}), content: content('Hello you', 'sold')};
      expect(copy.followCopy(chosen)).to.equal(true);
      expect(copy.content.disposition).to.equal('sold');
    });

    it('does not go back', () => {
      const copy = make(draft('Hello you', {l: 2}));
      expect(copy.followCopy(draft('Hello', {l: 1}))).to.equal(false);
      expect(copy.content).to.deep.equal(content('Hello you'));
    });

    it('keeps what was entered here, unless the other one begins with it', () => {
      const copy = make(draft('', {l: 1}));
      copy.setContent(content('Hello'));
      const {version} = copy;
      expect(copy.followCopy(draft('Bye', {...version, m: 1}))).to.equal(false);
      expect(copy.followCopy(draft('Say Hello', {...version, m: 2}))).to.equal(false);
      expect(copy.followCopy(draft('Hello you', {...version, m: 3}))).to.equal(true);
      expect(copy.content).to.deep.equal(content('Hello you'));
    });

    it('keeps what was chosen here, unless the other one has it, too', () => {
      const copy = make();
      copy.setContent(content('', 'sold'));
      const {version} = copy;
      const other = (disposition: string, count: number): NoteDraft =>
        draft('', {...version, m: count}, {content: content('Hello', disposition)});
      expect(copy.followCopy(other('', 1))).to.equal(false);
      expect(copy.followCopy(other('lost', 2))).to.equal(false);
      expect(copy.followCopy(other('sold', 3))).to.equal(true);
      expect(copy.content).to.deep.equal(content('Hello', 'sold'));
    });
  });

  it('is only a copy where the other one has all of it, and nothing was entered here', () => {
    const copy = make(draft('Hello', {l: 2}));
    expect(copy.isOnlyCopyOf('d', {l: 2})).to.equal(true);
    expect(copy.isOnlyCopyOf('d', {l: 3})).to.equal(true);
    expect(copy.isOnlyCopyOf('d', {l: 1})).to.equal(false);
    expect(copy.isOnlyCopyOf('another', {l: 2})).to.equal(false);
    copy.setContent(content('Hello you'));
    expect(copy.isOnlyCopyOf('d', copy.version)).to.equal(false);
  });

  describe('of which a part is saved', () => {
    it('begins anew with the rest, under an id that is the same in each copy', () => {
      const copy = make(draft('Hello. You', {l: 2}));
      copy.setContent(content('Hello. You!'));
      copy.beginAnew(content('You!'));
      expect([copy.id, copy.content]).to.deep.equal(['dr', content('You!')]);
      expect(copy.version).to.deep.equal({l: 2, id1: 1});
      expect(copy.wasEdited).to.equal(false);
      expect(copy.isOnlyCopyOf('dr', copy.version), 'the rest was entered here').to.equal(false);
    });

    it('has nothing of its own in a rest that was entered elsewhere', () => {
      const copy = make(draft('Hello. You', {l: 2}));
      copy.beginAnew(content('You'));
      expect(copy.isOnlyCopyOf('dr', {l: 2})).to.equal(true);
    });

    it('begins anew as another draft where nothing is left', () => {
      const copy = make(draft('Hello', {l: 2}));
      copy.setContent(content('Hello'));
      copy.beginAnew(content(''));
      expect([copy.id, copy.version, copy.content]).to.deep.equal(['id2', {}, content('')]);
    });

    it('has an id that other frames accept, however often that happens', () => {
      const copy = make(draft('Hello', {l: 2}, {id: 'i'.repeat(79)}));
      copy.beginAnew(content('a'));
      expect(copy.id).to.equal(`${'i'.repeat(79)}r`);
      expect(copy.version).to.deep.equal({l: 2});
      copy.beginAnew(content('b'));
      expect([copy.id, copy.version]).to.deep.equal(['id2', {}]);
    });
  });
});
