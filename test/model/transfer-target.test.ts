import {expect} from '@open-wc/testing';
import {isDialable} from '../../src/model/transfer-target.js';

describe('isDialable', () => {
  for (const number of ['+49 30 123456', '(030) 12 34', '106', '030/123', '*21#', ' 112 ']) {
    it(`takes "${number}" for a number`, () => {
      expect(isDialable(number)).to.equal(true);
    });
  }
  for (const text of ['', '  ', 'abc', 'Anna 2', '+', 'sip:anonymous', '<b>1</b>']) {
    it(`takes "${text}" for none`, () => {
      expect(isDialable(text)).to.equal(false);
    });
  }
});
