import {expect} from '@open-wc/testing';
import {
  FIRST_VERSION,
  hasAllOfDraft,
  hasAllOfVersion,
  readDraftVersion,
  versionAfter,
  type DraftVersion,
} from '../../../src/model/call/draft-version.js';

describe('versionAfter', () => {
  it('counts the inputs of each load of the page', () => {
    const first = versionAfter(FIRST_VERSION, 'a');
    const second = versionAfter(versionAfter(first, 'a'), 'b');
    expect(first).to.deep.equal({a: 1});
    expect(second).to.deep.equal({a: 2, b: 1});
    expect(FIRST_VERSION).to.deep.equal({});
  });
});

describe('hasAllOfVersion', () => {
  const pairs: readonly (readonly [DraftVersion, DraftVersion, boolean])[] = [
    [{}, {}, true],
    [{a: 1}, {}, true],
    [{a: 1}, {a: 1}, true],
    [{a: 2}, {a: 1}, true],
    [{a: 1, b: 1}, {a: 1}, true],
    [{}, {a: 1}, false],
    [{a: 1}, {a: 2}, false],
    [{a: 2}, {a: 1, b: 1}, false],
    [{a: 2, b: 1}, {a: 1, b: 2}, false],
  ];
  for (const [version, other, has] of pairs) {
    it(`says ${has} of ${JSON.stringify(version)} after ${JSON.stringify(other)}`, () => {
      expect(hasAllOfVersion(version, other)).to.equal(has);
    });
  }
});

describe('hasAllOfDraft', () => {
  const draft = {id: 'draft', version: {a: 1}, content: {text: 'Hello', disposition: '2'}};
  const ahead = {...draft, version: {a: 2}};
  const cases: readonly (readonly [string, typeof draft, typeof draft, boolean])[] = [
    [
      'a copy that continues the other',
      ahead,
      {...draft, content: {text: '', disposition: ''}},
      true,
    ],
    ['the same input, whatever the versions', draft, ahead, true],
    ['another text', draft, {...ahead, content: {...draft.content, text: 'Hi'}}, false],
    ['another result', draft, {...ahead, content: {...draft.content, disposition: ''}}, false],
    ['another draft', ahead, {...draft, id: 'other'}, false],
  ];
  for (const [name, one, other, has] of cases) {
    it(`says ${has} of ${name}`, () => {
      expect(hasAllOfDraft(one, other)).to.equal(has);
    });
  }
});

describe('readDraftVersion', () => {
  it('reads what is a count, and leaves out the rest', () => {
    const version = {a: 3, b: 0, c: -1, d: 1.5, e: '2', f: null, '': 4};
    expect(readDraftVersion(version)).to.deep.equal({a: 3, b: 0});
  });

  it('keeps the last 32 loads', () => {
    const loads = Array.from({length: 40}, (_, index) => [`load-${index}`, index + 1] as const);
    expect(Object.entries(readDraftVersion(Object.fromEntries(loads)))).to.deep.equal(
      loads.slice(8),
    );
  });

  for (const value of [undefined, null, 'text', 5, [], [1]]) {
    it(`is the first one for ${JSON.stringify([value])}`, () => {
      expect(readDraftVersion(value)).to.deep.equal(FIRST_VERSION);
    });
  }
});
