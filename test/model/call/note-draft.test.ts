import {expect} from '@open-wc/testing';
import {readStoredDraft, type KeptDraft} from '../../../src/model/call/note-draft.js';

const NOTE = {
  callId: 'externalCall.1',
  number: '+4930123456',
  entity: {typeId: 3, id: 17},
  text: 'Hello',
  disposition: {value: '2', label: 'Call back'},
};
const {text, disposition, ...SUBJECT} = NOTE;
const DRAFT: KeptDraft = {
  id: 'draft-1',
  copy: 'copy-1',
  version: {load: 3},
  content: {text: `${text} `, disposition: disposition.value},
  subject: SUBJECT,
  unanswered: {note: NOTE, after: 998},
  origin: {
    callId: 'externalCall.1',
    number: '+4930123456',
    entity: {typeId: 3, id: 17},
    activityId: 5,
    cards: [{frameId: 'worker', since: 7}],
    start: 8,
    phase: 'talking',
  },
  place: '/2:25',
  seenAt: 9,
};

describe('a stored draft', () => {
  it('is read as it was written', () => {
    expect(readStoredDraft(JSON.stringify(DRAFT))).to.deep.equal(DRAFT);
  });

  const nothing = [null, '', '{', '[]', '5', 'null', '{}', '{"content":{"text":" "}}'];
  for (const stored of nothing) {
    it(`is none in ${stored}`, () => {
      expect(readStoredDraft(stored)).to.equal(null);
    });
  }

  it('keeps the text whatever else is broken', () => {
    const broken = {content: {text: 'Hello', disposition: {}}, subject: 7, unanswered: 'no'};
    expect(readStoredDraft(JSON.stringify(broken))).to.deep.equal({
      id: '',
      copy: '',
      version: {},
      content: {text: 'Hello', disposition: ''},
      subject: {callId: null, number: null, entity: null},
      unanswered: null,
      origin: null,
      place: '',
      seenAt: 0,
    });
  });

  it('of an earlier version is of a call that is over, and was sent nobody knows before what', () => {
    const {content, subject} = DRAFT;
    const read = readStoredDraft(
      JSON.stringify({content, subject, unanswered: {note: NOTE, since: 5}}),
    );
    expect(read).to.deep.include({content, subject, unanswered: {note: NOTE, after: null}});
    expect(read?.origin).to.deep.include({callId: SUBJECT.callId, start: 0, phase: 'over'});
  });
});
