/** Whether the browser and the network really are as slow as they are said to be. */
import {LATENCY_MS, MEGABITS_PER_SECOND} from './network.mjs';
import {SLOWER, Stage} from './stage.mjs';
import {median} from '../median.mjs';

const BYTES = 500_000;
const TIMES = 3;

/** What can't be compressed takes as long as it should. */
const EXPECTED_MS = LATENCY_MS + (BYTES * 8) / (MEGABITS_PER_SECOND * 1000);

/**
 * @param {import('./profiles.mjs').Profiles} profiles
 * @param {import('./stage-server.mjs').StageServer} server
 * @returns {Promise<import('../bench.mjs').Figure[]>}
 */
export async function conditions(profiles, server) {
  const body = new Uint8Array(BYTES).map(() => Math.random() * 256);
  server.put('/apps/download', {type: 'application/octet-stream', body});
  const slow = await busy(profiles, server, SLOWER);
  const usual = await busy(profiles, server, 1);
  return [
    {what: 'a download of 500 kB in the app’s frame', value: slow.download, unit: 'ms'},
    {what: 'the same, calculated', value: EXPECTED_MS, unit: 'ms'},
    {
      what: `the app’s frame with its processor slowed ${SLOWER} times`,
      value: slow.work / usual.work,
      unit: '×',
    },
  ];
}

/**
 * @param {import('./profiles.mjs').Profiles} profiles
 * @param {import('./stage-server.mjs').StageServer} server
 * @param {number} slower
 * @returns {Promise<{download: number, work: number}>} milliseconds
 */
async function busy(profiles, server, slower) {
  const stage = await Stage.open(profiles, server, {slower});
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
