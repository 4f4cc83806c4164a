/** The hub without locks in tabs that Chromium hides, with the throttling that it has for them. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {after, before, describe, it} from 'node:test';
import {serve} from '../../scripts/lib/server/serve.mjs';
import {openChromium} from './hidden-tabs.mjs';

/** @typedef {import('./hidden-tabs.mjs').Tab} Tab */

/** Within which each step must come about, in milliseconds. */
const LIMIT_MS = 60_000;
/** A leader that is replaced after a silence is replaced eight times by then. */
const SILENCE_MS = 10_000;

describe('the leader in a tab that is hidden', () => {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  /** @type {Awaited<ReturnType<typeof openChromium>>} */
  let browser;
  before(async () => {
    server = await serve(0, {watch: false});
    browser = await openChromium();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  it('goes on, and is followed by another only when it is gone', async () => {
    const page = `${server.address}/test/pages/hub-hidden.html`;
    const first = await browser.open(page);
    await whenSeen(first, 'it leads', ({leads}) => leads === true);
    const second = await browser.open(page);
    await whenSeen(
      first,
      'it is hidden, and joined',
      ({isHidden, others}) => isHidden === true && others === 1,
    );
    await whenSeen(first, 'its timers run once a second', ({lateTicks}) => Number(lateTicks) >= 3);
    await whenSilent(first, 'its timers run once a minute');
    assert.deepEqual(engineOf(first), {leads: true, began: 1, stopped: 0});
    assert.deepEqual(engineOf(second), {leads: false, began: 0, stopped: 0});
    assert.equal(second.seen['others'], 1);
    first.crash();
    await whenSeen(second, 'it leads after the first', ({leads}) => leads === true);
    assert.deepEqual(engineOf(second), {leads: true, began: 1, stopped: 0});
  });
});

/** @param {Tab} tab */
function engineOf({seen: {leads, began, stopped}}) {
  return {leads, began, stopped};
}

/**
 * @param {Tab} tab
 * @param {string} words of the condition
 * @param {(seen: Tab['seen']) => boolean} condition
 */
async function whenSeen(tab, words, condition) {
  const signal = AbortSignal.timeout(LIMIT_MS);
  while (!condition(tab.seen)) {
    await once(tab, 'told', {signal}).catch(() =>
      assert.fail(`Not seen: ${words}. ${JSON.stringify(tab.seen)}`),
    );
  }
}

/**
 * Resolves when the page has told nothing for ten seconds.
 * @param {Tab} tab
 * @param {string} words
 */
async function whenSilent(tab, words) {
  const limit = AbortSignal.timeout(LIMIT_MS);
  const isTold = () =>
    once(tab, 'told', {signal: AbortSignal.timeout(SILENCE_MS)}).then(
      () => true,
      () => false,
    );
  while (await isTold()) if (limit.aborted) assert.fail(`Not seen: ${words}.`);
}
