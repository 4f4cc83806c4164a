import {expect} from '@open-wc/testing';
import {dateFormat, numberFormat} from '../../../src/crm/format/intl.js';

const EUROS = {style: 'currency', currency: 'EUR'} as const;
const DOLLARS = {style: 'currency', currency: 'USD'} as const;
const SHORT = {dateStyle: 'short', timeZone: 'UTC'} as const;
const LONG = {dateStyle: 'long', timeZone: 'UTC'} as const;

describe('a format of numbers', () => {
  it('is made once for a language and a form', () => {
    expect(numberFormat('de', EUROS)).to.equal(numberFormat('de', {...EUROS}));
  });

  it('is another one in another language, or with another form', () => {
    const formats = [
      numberFormat('de', EUROS),
      numberFormat('en', EUROS),
      numberFormat('de', DOLLARS),
    ];
    expect(
      formats.map((format) => format.format(1234.5).replace(/[\u00a0\u202f]/g, ' ')),
    ).to.deep.equal(['1.234,50 €', '€1,234.50', '1.234,50 $']);
  });

  it('is refused for a currency that is none, each time', () => {
    const wrong = {style: 'currency', currency: 'POINTS'} as const;
    expect(() => numberFormat('de', wrong)).to.throw(RangeError);
    expect(() => numberFormat('de', wrong)).to.throw(RangeError);
  });
});

describe('a format of dates', () => {
  const day = Date.UTC(2024, 6, 30);

  it('is made once for a language and a form', () => {
    expect(dateFormat('de', SHORT)).to.equal(dateFormat('de', {...SHORT}));
  });

  it('is another one in another language, or with another form', () => {
    const formats = [dateFormat('de', SHORT), dateFormat('en', SHORT), dateFormat('de', LONG)];
    expect(formats.map((format) => format.format(day))).to.deep.equal([
      '30.07.24',
      '7/30/24',
      '30. Juli 2024',
    ]);
  });
});
