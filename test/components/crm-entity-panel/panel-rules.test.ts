import {expect} from '@open-wc/testing';
import {emailHref, isLong} from '../../../src/components/crm-entity-panel/panel-rules.js';
import {readableOn} from '../../../src/components/shared/record/readable-color.js';

describe('the rules of the panel', () => {
  for (const [address, href] of [
    ['a.b+c@example.com', 'mailto:a.b%2Bc@example.com'],
    ['a@example.com?bcc=b@example.com', null],
    ['a@example.com?subject=x', 'mailto:a@example.com%3Fsubject%3Dx'],
    ['nobody', null],
    ['a b@example.com', null],
  ] as const) {
    it(`writes to ${address} as ${String(href)}`, () => {
      expect(emailHref(address)).to.equal(href);
    });
  }

  it('calls a text long by its characters or by its lines', () => {
    expect(isLong('x'.repeat(240))).to.equal(false);
    expect(isLong('x'.repeat(241))).to.equal(true);
    expect(isLong('1\n2\n3\n4\n5')).to.equal(false);
    expect(isLong('1\n2\n3\n4\n5\n6')).to.equal(true);
  });

  for (const [background, color] of [
    ['#39a8ef', '#333333'],
    ['#7bd500', '#333333'],
    ['#ffa900', '#333333'],
    ['#ffffff', '#333333'],
    ['#0154c8', '#ffffff'],
    ['#000000', '#ffffff'],
    ['#ff5752', '#000000'],
  ] as const) {
    it(`writes on ${background} in ${color}`, () => {
      expect(readableOn(background)).to.equal(color);
    });
  }
});
