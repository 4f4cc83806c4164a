/** How long a note waits for its next attempt, by the reason of the failure. */
import {expect} from '@open-wc/testing';
import {waitAfter} from '../../../src/controller/notes/note-retry-policy.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';

const OFFLINE = new CallCardError('offline', '');
const LIMIT = new CallCardError('limit-reached', '');

describe('the wait before the next attempt to save a note', () => {
  it('doubles from two seconds up to a minute', () => {
    const delays = [0, 1, 2, 3, 4, 5, 50].map((attempt) => waitAfter(OFFLINE, attempt, 0.5)?.delay);
    expect(delays).to.deep.equal([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('differs by a quarter either way, so that frames do not come back together', () => {
    expect([0, 1].map((random) => waitAfter(OFFLINE, 0, random)?.delay)).to.deep.equal([
      1500, 2500,
    ]);
  });

  it('has no end while there is no network or a limit, and two for a fault of the servers', () => {
    expect(waitAfter(OFFLINE, 1000, 0.5)).to.deep.equal({reason: 'offline', delay: 60_000});
    expect(waitAfter(LIMIT, 1000, 0.5)).to.deep.equal({reason: 'limit', delay: 60_000});
    for (const code of ['timeout', 'bad-answer', 'unavailable'] as const) {
      const fault = new CallCardError(code, '');
      expect(waitAfter(fault, 1, 0.5)).to.deep.equal({reason: 'fault', delay: 4000});
      expect(waitAfter(fault, 2, 0.5)).to.equal(undefined);
    }
  });

  it('is none where another attempt would not help', () => {
    for (const code of ['not-allowed', 'not-found', 'refused', 'disconnected'] as const) {
      expect(waitAfter(new CallCardError(code, ''), 0, 0.5), code).to.equal(undefined);
    }
  });
});
