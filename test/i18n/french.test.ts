import {expect} from '@open-wc/testing';
import {fr} from '../../src/i18n/languages/fr.js';

describe('French', () => {
  it('never begins a line with a mark, nor ends one with an opening quote', () => {
    const parted = Object.values(fr).filter((text) => / [:;!?»]|« /.test(text));
    expect(parted).to.deep.equal([]);
  });
});
