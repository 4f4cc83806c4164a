import {expect} from '@open-wc/testing';
import {en} from '../../src/i18n/languages/en.js';
import {sentences, text, timeOfDay} from '../../src/i18n/text.js';
import {speak, speakEnglish} from '../support/english.js';

describe('text', () => {
  it('says a key in plain words where no language could be loaded', () => {
    expect(text('action.hang-up')).to.equal('hang up');
  });

  describe('with its words', () => {
    before(speakEnglish);

    it('gives the text of a key', () => {
      expect(text('ui-state.connected')).to.equal('Connected');
    });

    it('fills in what is given', () => {
      expect(text('refusal', {what: 'Hold', why: '{what}'})).to.equal('Hold: {what}');
    });

    it('tells the time as the language does, whatever the portal’s is', async () => {
      const afternoon = new Date(2026, 1, 24, 14, 5, 9).getTime();
      // Between the time and "PM" is a space of some kind.
      const said = (style: 'short' | 'medium'): string =>
        timeOfDay(afternoon, style).replace(/\s/g, ' ');
      expect(said('short')).to.equal('2:05 PM');
      expect(said('medium')).to.equal('2:05:09 PM');
      await speak('de');
      expect(said('short')).to.equal('14:05');
      await speak('ar');
      expect(said('short')).to.equal('2:05 م');
      await speak('en');
    });

    it('puts a space between two sentences, but none after a stop that is wide', () => {
      expect(sentences('Not saved.', 'Try again.')).to.equal('Not saved. Try again.');
      expect(sentences('未保存。', '请重试。')).to.equal('未保存。请重试。');
    });

    it('says something for every key', () => {
      for (const [key, value] of Object.entries(en)) {
        expect(value.trim(), key).to.not.equal('');
      }
    });
  });
});
