import {expect} from '@open-wc/testing';
import {en} from '../../src/i18n/en.js';
import {text} from '../../src/i18n/text.js';
import {speakEnglish} from '../support/english.js';

describe('text', () => {
  it('says a key in plain words where no language could be loaded', () => {
    expect(text('action.hang-up')).to.equal('hang up');
  });

  describe('with its words', () => {
    before(speakEnglish);

    it('gives the text of a key', () => {
      expect(text('ui-state.connected')).to.equal('Talking');
    });

    it('fills in what is given', () => {
      expect(text('refusal', {what: 'Hold', why: '{what}'})).to.equal('Hold: {what}');
    });

    it('says something for every key', () => {
      for (const section of Object.values(en)) {
        for (const [key, value] of Object.entries(section)) {
          expect(value.trim(), key).to.not.equal('');
        }
      }
    });
  });
});
