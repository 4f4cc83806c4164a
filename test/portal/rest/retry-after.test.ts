import {expect} from '@open-wc/testing';
import {retryAfterOf} from '../../../src/portal/rest/retry-after.js';

const NOW = Date.UTC(2026, 2, 10, 9);

describe('retryAfterOf', () => {
  const values: readonly (readonly [string | null, number | undefined])[] = [
    ['5', 5000],
    [' 120 ', 120_000],
    ['Tue, 10 Mar 2026 09:00:30 GMT', 30_000],
    ['Tue, 10 Mar 2026 08:59:59 GMT', undefined],
    ['0', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [value, wait] of values) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const headers = new Headers(value === null ? {} : {'Retry-After': value});
      expect(retryAfterOf(headers, NOW)).to.equal(wait);
    });
  }
});
