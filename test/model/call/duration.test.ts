import {expect} from '@open-wc/testing';
import {formatDuration} from '../../../src/model/call/duration.js';

describe('formatDuration', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '00:00'],
    [999, '00:00'],
    [1000, '00:01'],
    [61_000, '01:01'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [36_065_000, '10:01:05'],
  ];
  for (const [milliseconds, figures] of cases) {
    it(`${milliseconds} ms: ${figures}`, () => {
      expect(formatDuration(milliseconds)).to.equal(figures);
    });
  }
});
