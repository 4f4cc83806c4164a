/** The hub without locks in tabs that Chromium hides, with the throttling that it has for them. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {serve} from '../../scripts/lib/server/serve.mjs';
import {openChromium} from './chromium-tabs.mjs';

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof openChromium>>['open']>>} Tab */

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
    await until(first, 'seen.leads');
    const second = await browser.open(page);
    await until(first, 'document.hidden && seen.others === 1');
    await until(first, 'seen.lateTicks >= 3', 'its timers should run once a second');
    // A leader that is replaced after a silence is replaced eight times by now.
    await until(first, 'Date.now() - seen.tickedAt > 10_000', 'they should run once a minute');
    assert.deepEqual(await engineOf(first), {leads: true, began: 1, stopped: 0});
    assert.deepEqual(await engineOf(second), {leads: false, began: 0, stopped: 0});
    assert.equal(await second.evaluate('seen.others'), 1);
    first.crash();
    await until(second, 'seen.leads');
    assert.deepEqual(await engineOf(second), {leads: true, began: 1, stopped: 0});
  });
});

/** @param {Tab} tab */
function engineOf(tab) {
  return tab.evaluate(`({leads: seen.leads, began: seen.began, stopped: seen.stopped})`);
}

/**
 * @param {Tab} tab
 * @param {string} condition
 */
async function until(tab, condition, words = condition) {
  const limit = Date.now() + 60_000;
  while ((await tab.evaluate(`globalThis.seen !== undefined && (${condition})`)) !== true) {
    if (Date.now() > limit) assert.fail(`${words}: ${await tab.evaluate('JSON.stringify(seen)')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
