import {expect} from '@open-wc/testing';
import {samePhone} from '../../src/model/phone.js';

const TABLE: readonly (readonly [string, string, boolean])[] = [
  ['+49 30 123456', '+4930123456', true],
  ['+49 (30) 12-34-56', '004930123456', true],
  ['030 123456', '+4930123456', true],
  ['8 912 345-67-89', '+79123456789', true],
  ['+4930123456 ext. 12', '+4930123456', true],
  ['+4930123456;12', '+4930123456', true],
  ['+49 30 1234567 доб. 5', '+49301234567', true],
  ['12', '12', true],
  ['+4930123456', '+4930123457', false],
  ['+4930123456', '+4330123456', false],
  ['123456', '+4930123456', false],
  ['12', '+4930123412', false],
  ['', '', false],
  ['hidden', 'unknown', false],
  ['', '+4930123456', false],
];

describe('samePhone', () => {
  for (const [a, b, same] of TABLE) {
    it(`${same ? 'takes' : 'does not take'} ${a || 'nothing'} for ${b || 'nothing'}`, () => {
      expect(samePhone(a, b)).to.equal(same);
      expect(samePhone(b, a)).to.equal(same);
    });
  }
});
