import {expect} from '@open-wc/testing';
import {readNoteDraft, type NoteDraft} from '../../src/model/note-draft.js';

const NOTE = {
  callId: 'externalCall.1',
  number: '+4930123456',
  entity: {typeId: 3, id: 17},
  text: 'Hello',
  disposition: {value: '2', label: 'Call back'},
};
const {text, disposition, ...SUBJECT} = NOTE;
const DRAFT: NoteDraft = {
  content: {text: `${text} `, disposition: disposition.value},
  subject: SUBJECT,
  unanswered: {note: NOTE, since: 5},
};

describe('a stored draft', () => {
  it('is read as it was written', () => {
    expect(readNoteDraft(JSON.stringify(DRAFT))).to.deep.equal(DRAFT);
  });

  const nothing = [null, '', '{', '[]', '5', 'null', '{}', '{"content":{"text":" "}}'];
  for (const stored of nothing) {
    it(`is none in ${stored}`, () => {
      expect(readNoteDraft(stored)).to.equal(null);
    });
  }

  it('keeps the text whatever else is broken', () => {
    const broken = {content: {text: 'Hello', disposition: {}}, subject: 7, unanswered: 'no'};
    expect(readNoteDraft(JSON.stringify(broken))).to.deep.equal({
      content: {text: 'Hello', disposition: ''},
      subject: {callId: null, number: null, entity: null},
      unanswered: null,
    });
  });
});
