/** How much longer a record with 300 user fields takes to be on screen than one with 30. */
import {median} from './median.mjs';

const FEW = 30;
const MANY = 300;
const WARM_UP = 3;
/** In turns, so that a busy moment of the machine meets both. */
const ROUNDS = 5;
const RUNS = 5;

/** @type {import('./bench.mjs').Benchmark} */
export const recordFields = {
  name: 'record-fields',
  async measure({origin, browser}) {
    const page = await browser.newPage();
    try {
      await page.goto(`${origin}/bench/record-fields.html`);
      await page.waitForFunction('"measure" in globalThis');
      /** @type {(fields: number, runs: number) => Promise<number[]>} */
      const times = (fields, runs) => page.evaluate(`measure(${fields}, ${runs})`);
      /** @type {Map<number, number[]>} */
      const all = new Map([FEW, MANY].map((fields) => [fields, []]));
      for (const fields of all.keys()) await times(fields, WARM_UP);
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [fields, known] of all) known.push(...(await times(fields, RUNS)));
      }
      const [few = 0, many = 0] = [...all.values()].map(median);
      return [
        {what: `record with ${FEW} user fields on screen`, value: few, unit: 'ms'},
        {what: `record with ${MANY} user fields on screen`, value: many, unit: 'ms'},
        {what: `${MANY} fields in comparison with ${FEW}`, value: many / few, unit: '×', most: 2},
      ];
    } finally {
      await page.close();
    }
  },
};
