import {expect} from '@open-wc/testing';
import {nationalNumber} from '../../../src/components/call-summary/national-number.js';

describe('nationalNumber', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['+4930123456', '030 123456', 'DE'],
    ['+49 (30) 123-456', '030 123456', 'DE'],
    ['+49 (0)30 123456 ext. 12', '030 123456 ext. 12', 'DE'],
    ['0049 30 123456', '030 123456', 'DE'],
    ['+79161234567', '8 (916) 123-45-67', 'RU'],
    ['+77012345678', '8 (701) 234 5678', 'KZ'],
    ['+12125550123', '(212) 555-0123', 'US'],
    ['+5511961234567', '(11) 96123-4567', 'BR'],
    ['+870773111632', '+870 773 111 632', undefined],
  ];
  for (const [number, written, country] of cases) {
    it(`writes ${number} as ${written}`, async () => {
      expect(await nationalNumber(number)).to.deep.equal({number: written, country});
    });
  }

  it('leaves what it can’t tell', async () => {
    for (const number of [
      '030123456',
      '+4',
      '+4930123456789012345',
      '101',
      '+999123',
      '+0123456',
      'Berlin',
    ]) {
      expect(await nationalNumber(number), number).to.equal(undefined);
    }
  });
});
