import {expect} from '@open-wc/testing';
import examples from 'libphonenumber-js/mobile/examples';
import {getCountries, getExampleNumber, parsePhoneNumberFromString} from 'libphonenumber-js/max';
import {
  isDialable,
  parsePhones,
  phoneHref,
  portalNumber,
  samePhone,
} from '../../../src/model/call/phone.js';

/** What is dialled for a text: `x` before an extension, `|` between numbers. */
function dialledFor(text: string): string {
  const numbers = parsePhones(text).map(({dial, extension}) =>
    extension === null ? dial : `${dial} x${extension}`,
  );
  return numbers.join('|');
}

/** As people type them, in the languages of the portal. */
const TYPED: readonly (readonly [string, string])[] = [
  ['+49 30 1234567 ext. 12', '+49301234567 x12'],
  ['(212) 555-0147 x45', '2125550147 x45'],
  ['+7 495 123-45-67 доб. 305', '+74951234567 x305'],
  ['604 555 0147 local 212', '6045550147 x212'],
  ['+49 (0)30 123456', '+4930123456'],
  ['030 1234567 / 0171 7654321', '0301234567|01717654321'],
  ['030 1234567, 0171 7654321', '0301234567|01717654321'],
  ['030 1234567, 9:00-18:00', '0301234567'],
  ['030 1234567 (9-18)', '0301234567'],
  ['030 1234567 9-18 Uhr', '0301234567'],
  ['030/1234567', '0301234567'],
  ['030 / 123 456 / 0171 765 432', '030123456|0171765432'],
  ['040/123456/78', '040123456'],
  ['06221/415-0', '062214150'],
  ['+49 06221 415-0 Durchwahl 4629', '+4962214150 x4629'],
  ['030 1234567 0171 7654321', '0301234567|01717654321'],
  ['8 912 345 67 89 8 916 123 45 67', '89123456789|89161234567'],
  ['1-800-FLOWERS', '18003569377'],
  ['0800 REIFEN', '0800734336'],
  ['+1 800 GO FEDEX', '+18004633339'],
  ['0900-DRIVE', '090037483'],
  ['1-800-FLOWERS ext 12', '18003569377 x12'],
  ['(212) 555-CARS', '2125552277'],
  ['112 POLICE', '112'],
  ['112', '112'],
  ['*100#', '*100#'],
  ['доб. 305', '305'],
  ['Büro: 030 123456-78 (fragen Sie nach Mary)', '03012345678'],
  ['+4930123456;12', '+4930123456 x12'],
  ['+4930123456;ext=12', '+4930123456 x12'],
  ['tel:+4930123456;ext=12;user=phone', '+4930123456 x12'],
  ['sip:+4930123456@10.0.0.1:5060;user=phone', '+4930123456'],
  ['012-1-919-447-3100/x. 50', '01219194473100 x50'],
  ['0049 (0) 171 1234567', '+491711234567'],
  ['+39 (0)6 7980 0323 Est. 208', '+390679800323 x208'],
  ['+36 (06) 30 123 4567', '+36301234567'],
  ['+7 (8) 495 1234567', '+74951234567'],
  ['(030) 12345-67', '0301234567'],
  ['(+49) 30 123456', '+4930123456'],
  ['+４９ ３０ １２３４５６', '+4930123456'],
  ['٠٣٠ ١٢٣٤٥٦٧', '0301234567'],
  ['030 1234567 seit 01.02.2024', '0301234567'],
  ['+1 (212) 555-0147', '+12125550147'],
  ['2-34-56, 2-34-57', '23456|23457'],
  ['Tel.: 030 1234567\nFax: 030 1234568', '0301234567|0301234568'],
  ['030 1234567 oder 0171 7654321', '0301234567|01717654321'],
  ['+49 30 1234567 +49 171 7654321', '+49301234567|+491717654321'],
  ['030 1234567#12', '0301234567 x12'],
  ['02/43339045, kl. 1234', '0243339045 x1234'],
  ['+972 3 7333777 (0-24)', '+97237333777'],
  ['044 668 18 00', '0446681800'],
  ['030.123.45.67', '0301234567'],
  ['01 23 45 67 89', '0123456789'],
  ['+33 (0)1 23 45 67 89', '+33123456789'],
  ['\u202a+49 30 123456\u202c', '+4930123456'],
  ['Klaus', ''],
  ['', ''],
  ['+49 30 123456 ext', '+4930123456'],
  ['030 1234567 Mo-Fr 8-17', '0301234567'],
  ['8-800-555-35-35 с 9 до 18', '88005553535'],
  ['8 (495) 123-45-67 доб.12, 8 (916) 765-43-21', '84951234567 x12|89167654321'],
  ['123456789012345678901', ''],
  ['+49 171 1234567 (privat), +49 30 7654321 (Büro)', '+491711234567|+49307654321'],
  ['0171-1234567 bitte nur 18-20h', '01711234567'],
  ['030 1234567 - 0171 7654321', '0301234567|01717654321'],
  ['03-1234-5678 内線 12', '0312345678 x12'],
  ['506 447 3000 Poste 1234', '5064473000 x1234'],
  ['1 (800) FLOWERS', '18003569377'],
  ['030 123 456 (nach 18.30 Uhr)', '030123456'],
  ['00 33 1 60 62 11 11', '+33160621111'],
  ['+49 6221 / 4150', '+4962214150'],
  ['(0)1 60-62-11-11 x1234', '0160621111 x1234'],
];

describe('parsePhones', () => {
  for (const [typed, dialled] of TYPED) {
    it(`dials ${dialled || 'nothing'} for ${JSON.stringify(typed)}`, () => {
      expect(dialledFor(typed)).to.equal(dialled);
    });
  }

  it('says where each number stands, as it is written', () => {
    const typed = '\u202a+49 171 1234567\u202c (privat), (030) 7654321 доб. 4 (Büro)';
    const found = parsePhones(typed);
    expect(found.map(({text}) => text)).to.deep.equal(['+49 171 1234567', '(030) 7654321 доб. 4']);
    for (const {text, start} of found) expect(typed.slice(start)).to.match(startOf(text));
  });

  it('reads no more than a field has, so that a hostile text costs nothing', () => {
    expect(dialledFor(`${'a'.repeat(400)} 030 1234567`)).to.equal('0301234567');
    expect(dialledFor(`${'a'.repeat(500)} 030 1234567`)).to.equal('');
  });
});

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Codes of countries in which a zero behind the code is dialled. */
const KEEP_ZERO = ['39', '225', '229', '241', '242', '378'];

/** Google's examples of each country, in the forms in which its library writes them: data of others. */
describe('the numbers of every country', () => {
  const countries = getCountries().flatMap((country) => {
    const example = getExampleNumber(country, examples);
    return example === undefined ? [] : [{country, example}];
  });

  it('are there', () => {
    expect(countries.length).to.be.greaterThan(230);
  });

  it('are dialled as they are, in international form', () => {
    for (const extension of ['', '12', '4629']) {
      for (const {country, example} of countries) {
        const text = extension === '' ? example.number : `${example.number} ext. ${extension}`;
        const number = parsePhoneNumberFromString(text, country);
        const dialled = extension === '' ? example.number : `${example.number} x${extension}`;
        const written = number?.formatInternational() ?? '';
        expect(dialledFor(written), country).to.equal(dialled);
        expect(dialledFor(number?.getURI() ?? ''), country).to.equal(dialled);
        expect(dialledFor(`Tel. ${written} (9-18)`), country).to.equal(dialled);
        expect(dialledFor(`${written}, ${written}`), country).to.equal(`${dialled}|${dialled}`);
      }
    }
  });

  it('are dialled digit by digit in national form', () => {
    for (const {country, example} of countries) {
      const written = example.formatNational();
      expect(dialledFor(written), country).to.equal(written.replace(/\D/g, ''));
    }
  });

  it('lose the trunk zero in brackets, where the library takes it for one, too', () => {
    let tried = 0;
    for (const {country, example} of countries) {
      const {countryCallingCode: code, nationalNumber} = example;
      const read = parsePhoneNumberFromString(`+${code}0${nationalNumber}`);
      // Its data name a trunk prefix for some countries whose numbers have kept their zero since.
      if (read?.number !== example.number || KEEP_ZERO.includes(code)) continue;
      expect(dialledFor(`+${code} (0)${nationalNumber}`), country).to.equal(example.number);
      tried += 1;
    }
    expect(tried).to.be.greaterThan(100);
  });

  it('are the same in both forms', () => {
    for (const {country, example} of countries) {
      // Short; written with a 15 for mobiles in Argentina alone; behind an 8 of two meanings.
      if (example.nationalNumber.length < 7 || ['AR', 'TM'].includes(country)) continue;
      expect(samePhone(example.formatNational(), example.number), country).to.equal(true);
    }
  });
});

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

describe('what a number is dialled with', () => {
  for (const [typed, href, portal] of [
    ['+49 30 1234567 ext. 12', 'tel:+49301234567;ext=12', '+49301234567;12'],
    ['030 123456', 'tel:030123456', '030123456'],
    ['*100#', 'tel:*100%23', '*100#'],
  ] as const) {
    it(`has an address and a form for the portal: ${typed}`, () => {
      const [phone] = parsePhones(typed);
      expect(phone && phoneHref(phone)).to.equal(href);
      expect(phone && portalNumber(phone)).to.equal(portal);
    });
  }
});

const TABLE: readonly (readonly [string, string, boolean])[] = [
  ['+49 30 123456', '+4930123456', true],
  ['+49 (30) 12-34-56', '004930123456', true],
  ['030 123456', '+4930123456', true],
  ['8 912 345-67-89', '+79123456789', true],
  ['+4930123456 ext. 12', '+4930123456', true],
  ['+4930123456;12', '+4930123456', true],
  ['+49 30 1234567 доб. 5', '+49301234567', true],
  ['+49 30 1234567 ext. 12', '+49301234567', true],
  ['(212) 555-0147 x45', '+12125550147', true],
  ['+49 (0)30 123456', '+4930123456', true],
  ['+49 030 123456', '+4930123456', true],
  ['030 1234567 / 0171 7654321', '+491717654321', true],
  ['030 1234567, 9:00-18:00', '+49301234567', true],
  ['1-800-FLOWERS', '+18003569377', true],
  ['8 029 491-19-11', '+375294911911', true],
  ['12', '12', true],
  ['+4930123456', '+4930123457', false],
  ['+4930123456', '+4330123456', false],
  ['+493012345678', '+3012345678', false],
  ['030 1234567 ext. 12', '+4930123456712', false],
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
