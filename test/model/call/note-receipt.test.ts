import {expect} from '@open-wc/testing';
import {readNoteReceipt, receiptOf, unsavedIn} from '../../../src/model/call/note-receipt.js';

function rest(saved: string, text: string, dispositions: readonly [string, string] = ['', '']) {
  const [before, disposition] = dispositions;
  const chosen = before === '' ? null : {value: before, label: before};
  const receipt = receiptOf('draft-1', {text: saved, disposition: chosen}, 999, 5);
  return unsavedIn({text, disposition}, receipt);
}

describe('what is not saved in the copy of a note', () => {
  const cases: readonly (readonly [name: string, saved: string, copy: string, rest: string])[] = [
    ['nothing of the same words', 'Wants two', 'Wants two', ''],
    ['nothing of the same words with blanks around them', 'Wants two', ' Wants two\n', ''],
    ['nothing of fewer words', 'Wants two, soon', 'Wants two', ''],
    ['what comes behind', 'Wants two', 'Wants two\nCall back', 'Call back'],
    ['all of what only begins alike', 'Wants to cancel', 'Wants an offer', 'Wants an offer'],
    ['what is other behind the same sentence', 'Wants two. Now', 'Wants two. Later', 'Later'],
    ['what is other behind the same line', 'Wants two\nNow', 'Wants two\nLater', 'Later'],
    ['all of what begins otherwise', 'Wants two', 'He wants two', 'He wants two'],
    ['all of what is changed within', 'Wants two', 'Want two', 'Want two'],
    [
      'all of a sentence whose word has become longer',
      'Call Klaus',
      'Call Klausen',
      'Call Klausen',
    ],
    ['all of a number that has become longer', 'Pays 1.5', 'Pays 1.75', 'Pays 1.75'],
    ['what comes behind in a script without blanks', '他想要两个', '他想要两个，周二', '，周二'],
    [
      'all of what begins alike in a script without blanks',
      '他想要两个',
      '他想要三个',
      '他想要三个',
    ],
    ['what is other behind a sentence without blanks', '要两个。周二', '要两个。周三', '周三'],
    ['all of what has no word in common', '', 'Wants two', 'Wants two'],
  ];
  for (const [name, saved, copy, expected] of cases) {
    it(`is ${name}`, () => {
      expect(rest(saved, copy)).to.deep.equal({text: expected, disposition: ''});
    });
  }

  it('is the result of the call only where it is another one', () => {
    expect(rest('', '', ['sold', 'sold'])).to.deep.equal({text: '', disposition: ''});
    expect(rest('A', 'A', ['sold', 'back'])).to.deep.equal({text: '', disposition: 'back'});
    expect(rest('A', 'A', ['sold', ''])).to.deep.equal({text: '', disposition: ''});
  });

  it('can be told of a long note, too', () => {
    const words = Array.from({length: 3000}, (_each, index) => `word${String(index)}`).join(' ');
    expect(rest(words, words).text).to.equal('');
    expect(rest(words, `${words} more`).text).to.equal('more');
  });
});

describe('the receipt of a note', () => {
  const receipt = receiptOf('draft-1', {text: 'Klaus Weber', disposition: null}, 999, 5.5);

  it('has none of its words', () => {
    expect(JSON.stringify(receipt)).not.to.match(/klaus|weber/i);
  });

  it('is read as it was written', () => {
    expect(readNoteReceipt(JSON.parse(JSON.stringify(receipt)))).to.deep.equal(receipt);
  });

  it('is none without the draft or the time', () => {
    for (const broken of [null, [], {at: 5}, {draftId: 'draft-1'}, {draftId: 'a b', at: 5}]) {
      expect(readNoteReceipt(broken)).to.equal(undefined);
    }
    expect(readNoteReceipt({draftId: 'x', at: 5, prints: 'no', commentId: '7'})).to.deep.equal({
      draftId: 'x',
      at: 5,
      commentId: null,
      disposition: '',
      prints: [],
    });
  });
});
