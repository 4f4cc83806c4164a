/** Answers that are stored between pages, in a limited space. */
import {expect} from '@open-wc/testing';
import {readKeptAnswers, writeKeptAnswers} from '../../../src/model/crm/crm-metadata.js';

const ANSWERS = new Map([
  ['oldest', {at: 10, result: 'a'}],
  ['newest', {at: 30, result: {b: [1]}}],
  ['middle', {at: 20, result: null}],
]);
const entry = (key: string): string => `${JSON.stringify(key)}:${JSON.stringify(ANSWERS.get(key))}`;
const WHOLE = `{${['newest', 'middle', 'oldest'].map(entry).join()}}`;

describe('writeKeptAnswers', () => {
  it('writes the newest first, and what is read again is the same', () => {
    const text = writeKeptAnswers(ANSWERS, 1000);
    expect(text).to.equal(WHOLE);
    expect(new Map(readKeptAnswers(text, 0, 100))).to.deep.equal(ANSWERS);
  });

  it('never writes more than fits, whatever fits', () => {
    for (let length = 2; length <= WHOLE.length + 1; length += 1) {
      expect(writeKeptAnswers(ANSWERS, length).length).to.be.at.most(length);
    }
    expect(writeKeptAnswers(ANSWERS, WHOLE.length + 1)).to.equal(WHOLE);
  });

  it('leaves out the oldest first', () => {
    const text = writeKeptAnswers(ANSWERS, WHOLE.length - 1);
    expect(text).to.equal(`{${entry('newest')},${entry('middle')}}`);
  });

  it('keeps an older one that fits where a newer one does not', () => {
    const length = `{${entry('oldest')}}`.length + 1;
    const large = new Map([...ANSWERS, ['large', {at: 40, result: 'x'.repeat(200)}]]);
    large.delete('newest');
    large.delete('middle');
    expect(writeKeptAnswers(large, length)).to.equal(`{${entry('oldest')}}`);
  });

  it('writes an object without entries where nothing fits', () => {
    expect(writeKeptAnswers(ANSWERS, 2)).to.equal('{}');
    expect(writeKeptAnswers(new Map(), 1000)).to.equal('{}');
  });
});

describe('readKeptAnswers', () => {
  const keys = (since: number, now: number): readonly string[] =>
    [...readKeptAnswers(WHOLE, since, now).keys()].sort();

  it('leaves out answers that are too old, or from the future', () => {
    expect(keys(9, 30)).to.deep.equal(['middle', 'newest', 'oldest']);
    expect(keys(10, 30)).to.deep.equal(['middle', 'newest']);
    expect(keys(9, 29)).to.deep.equal(['middle', 'oldest']);
  });

  for (const text of [null, '', '{', '[]', '5', '{"a":1}', '{"a":{"at":"20"}}', '{"a":[]}']) {
    it(`finds none in ${text}`, () => {
      expect(readKeptAnswers(text, 0, 100).size).to.equal(0);
    });
  }
});
