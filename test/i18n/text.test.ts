import {expect} from '@open-wc/testing';
import {en} from '../../src/i18n/en.js';
import {text} from '../../src/i18n/text.js';

describe('text', () => {
  it('gives the text of a key', () => {
    expect(text('ui-state.connected')).to.equal('Talking');
  });

  it('says something for every key', () => {
    for (const [key, value] of Object.entries(en)) expect(value.trim(), key).to.not.equal('');
  });
});
