/** Whether the browser and the network really are as slow as they are said to be. */
import {LATENCY_MS, MEGABITS_PER_SECOND} from './network.mjs';
import {Stage} from './stage.mjs';
import {median} from '../median.mjs';

/** How much slower than the machine's the processor is to be. */
const SLOWER = 4;
const BYTES = 500_000;
const TIMES = 5;
/** How often the brake is set anew, and how near to what is wanted is enough. */
const TRIES = 4;
const NEAR = 0.05;

/** What can't be compressed takes as long as it should. */
const EXPECTED_MS = LATENCY_MS + (BYTES * 8) / (MEGABITS_PER_SECOND * 1000);

/**
 * Finds how the browser's brake has to be set for a processor that is four times slower: set to four
 * it takes more, by how much depends on the machine.
 * @param {import('./profiles.mjs').Profiles} profiles
 * @param {import('./stage-server.mjs').StageServer} server
 * @returns {Promise<{rate: number, figures: import('../bench.mjs').Figure[]}>}
 */
export async function conditions(profiles, server) {
  const body = new Uint8Array(BYTES).map(() => Math.random() * 256);
  server.put('/apps/download', {type: 'application/octet-stream', body});
  const usual = (await busy(profiles, server, 1)).work;
  let rate = SLOWER;
  let slow = await busy(profiles, server, rate);
  for (let tries = 1; tries < TRIES; tries += 1) {
    const isOff = slow.work / usual / SLOWER;
    if (Math.abs(isOff - 1) <= NEAR) break;
    rate /= isOff;
    slow = await busy(profiles, server, rate);
  }
  const figures = [
    {what: 'a download of 500 kB in the app’s frame', value: slow.download, unit: 'ms'},
    {what: 'the same, calculated', value: EXPECTED_MS, unit: 'ms'},
    {
      what: `the app’s frame with the processor’s brake at ${rate.toFixed(2)}`,
      value: slow.work / usual,
      unit: '×',
    },
  ];
  return {rate, figures};
}

/**
 * @param {import('./profiles.mjs').Profiles} profiles
 * @param {import('./stage-server.mjs').StageServer} server
 * @param {number} rate
 * @returns {Promise<{download: number, work: number}>} milliseconds
 */
async function busy(profiles, server, rate) {
  const stage = await Stage.open(profiles, server, rate);
  const downloads = [];
  const works = [];
  for (let time = 0; time < TIMES; time += 1) {
    downloads.push(
      await stage.runInFrame(`(async () => {
      const from = performance.now();
      await (await fetch('/apps/download', {cache: 'no-store'})).arrayBuffer();
      return performance.now() - from;
    })()`),
    );
    works.push(
      await stage.runInFrame(`(() => {
      const from = performance.now();
      for (let i = 0, x = 1; i < 2e7; i += 1) x = (x * 31 + i) % 1000003;
      return performance.now() - from;
    })()`),
    );
  }
  await stage.close();
  return {download: median(downloads.map(Number)), work: median(works.map(Number))};
}
