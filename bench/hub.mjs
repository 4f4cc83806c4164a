/** Measures the hub: messages for a change, messages of an idle hub, and the latency of a change. */
import {median} from './median.mjs';
import {percentile} from './percentile.mjs';

const FRAMES = [5, 10, 20];
const COMMANDS = 200;
const IDLE_MS = 5000;

/** @typedef {{times: number[], messages: number[], idle: number, takeover: number}} Measured */

/** @type {import('./bench.mjs').Benchmark} */
export const hub = {
  name: 'hub',
  async measure({origin, browser}) {
    const page = await browser.newPage();
    /** @type {import('./bench.mjs').Figure[]} */
    const figures = [];
    try {
      await page.goto(`${origin}/bench/hub.html`);
      await page.waitForFunction('"measure" in globalThis');
      for (const frames of FRAMES) {
        /** @type {Measured} */
        const {times, messages, idle, takeover} = await page.evaluate(
          `measure(${frames}, true, ${COMMANDS}, ${IDLE_MS})`,
        );
        const of = `of ${frames} frames`;
        figures.push(
          {
            what: `messages for a command and its change, ${of}`,
            value: median(messages),
            unit: '',
            most: frames,
          },
          {
            what: `from a tab's command to all ${frames} frames, median`,
            value: median(times),
            unit: 'ms',
          },
          {
            what: `from a tab's command to all ${frames} frames, 99th percentile`,
            value: percentile(times, 0.99),
            unit: 'ms',
          },
          {
            what: `messages of an idle hub in ${IDLE_MS / 1000} s, ${of}, with locks`,
            value: idle,
            unit: '',
            most: 0,
          },
          {
            what: `until another leads when the leader closes, ${of}`,
            value: takeover,
            unit: 'ms',
            most: 2000,
          },
        );
      }
      /** @type {Measured} */
      const {idle} = await page.evaluate(`measure(20, false, 1, ${IDLE_MS})`);
      figures.push({
        what: `heartbeats of 20 frames without locks, each second`,
        value: idle / (IDLE_MS / 1000),
        unit: '',
      });
      return figures;
    } finally {
      await page.close();
    }
  },
};
