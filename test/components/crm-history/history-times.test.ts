import {expect} from '@open-wc/testing';
import {momentText, wholeMomentText} from '../../../src/components/crm-history/history-times.js';
import {LANGUAGE_CODES, portalLocale} from '../../../src/model/call/language.js';

/** Noon of 2 March in Los Angeles, half past one of 3 March in Kolkata, nine o'clock in Auckland. */
const NOW = Date.UTC(2026, 2, 2, 20, 0);

const MOMENTS = [
  Date.UTC(2026, 2, 3, 17, 0),
  Date.UTC(2026, 2, 2, 19, 0),
  Date.UTC(2026, 2, 2, 8, 30),
  Date.UTC(2026, 2, 1, 23, 0),
  Date.UTC(2026, 1, 28, 23, 59),
  Date.UTC(2026, 0, 1, 0, 30),
];

function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

function said(at: number, timeZone: string | null, locale = 'en-GB'): string {
  return plain(momentText(at, NOW, {locale, timeZone}));
}

describe('momentText', () => {
  for (const [timeZone, expected] of [
    [
      'UTC',
      [
        'tomorrow 17:00',
        'today 19:00',
        'today 08:30',
        'yesterday 23:00',
        '28 Feb 23:59',
        '1 Jan 00:30',
      ],
    ],
    [
      'America/Los_Angeles',
      [
        'tomorrow 09:00',
        'today 11:00',
        'today 00:30',
        'yesterday 15:00',
        '28 Feb 15:59',
        '31 Dec 2025',
      ],
    ],
    [
      'Asia/Kolkata',
      [
        'today 22:30',
        'today 00:30',
        'yesterday 14:00',
        'yesterday 04:30',
        '1 Mar 05:29',
        '1 Jan 06:00',
      ],
    ],
    [
      'Pacific/Auckland',
      [
        'tomorrow 06:00',
        'today 08:00',
        'yesterday 21:30',
        'yesterday 12:00',
        '1 Mar 12:59',
        '1 Jan 13:30',
      ],
    ],
  ] as const) {
    it(`says in ${timeZone} what is today, yesterday, in this year and before`, () => {
      expect(MOMENTS.map((at) => said(at, timeZone))).to.deep.equal(expected);
    });
  }

  it('counts days of the calendar, also where a day has 23 hours', () => {
    const now = Date.UTC(2026, 2, 29, 21, 30);
    const reader = {locale: 'en-GB', timeZone: 'Europe/Berlin'};
    expect(momentText(Date.UTC(2026, 2, 28, 23, 30), now, reader)).to.equal('today 00:30');
    expect(momentText(Date.UTC(2026, 2, 28, 22, 30), now, reader)).to.equal('yesterday 23:30');
  });

  for (const [locale, today, thisYear] of [
    ['de', 'heute 19:00', '28. Feb. 23:59'],
    ['ru', 'сегодня 19:00', '28 февр. 23:59'],
    ['ja-JP', '今日 19:00', '2月28日 23:59'],
  ] as const) {
    it(`says it in ${locale}`, () => {
      expect(said(MOMENTS[1] ?? 0, 'UTC', locale)).to.equal(today);
      expect(said(MOMENTS[4] ?? 0, 'UTC', locale)).to.equal(thisYear);
    });
  }

  it('has Latin digits and the year of the portal in every language', () => {
    for (const code of LANGUAGE_CODES) {
      const written = said(Date.UTC(2024, 2, 15), 'UTC', portalLocale(code));
      expect(written, code)
        .to.contain('2024')
        .and.to.match(/(^|\D)15(\D|$)/);
    }
  });

  it('takes the time zone of the browser where it does not know that of the portal', () => {
    const own = said(MOMENTS[4] ?? 0, null);
    expect(said(MOMENTS[4] ?? 0, 'Mars/Olympus')).to.equal(own);
  });
});

describe('wholeMomentText', () => {
  it('has the day of the week, the year and the time', () => {
    const words = wholeMomentText(MOMENTS[4] ?? 0, {locale: 'en-GB', timeZone: 'Asia/Kolkata'});
    expect(words).to.match(/^Sunday,? 1 March 2026 at 05:29$/);
  });
});
