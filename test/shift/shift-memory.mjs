/**
 * What a whole shift leaves in memory: after ten calls, after a thousand, and after as many again. Own,
 * because leak finders like memlab drive a page and compare whole heaps.
 */
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {importForNode} from '../../scripts/lib/test/bundle-for-node.mjs';
import {collectionsIn} from './collections.mjs';

/** After so many calls it is measured. By the second time the adapter keeps all it ever keeps. */
const marks = /** @type {const} */ ([10, 1000, 2000]);
/** How much of the heap may differ from one time to the next, in bytes. */
const growths = /** @type {const} */ ([1024 * 1024, 256 * 1024]);
/** What one collection may hold after any number of calls: the callbacks of late answers. */
const mostEntries = 300;

const placements = /** @type {const} */ (['PAGE_BACKGROUND_WORKER', 'CALL_CARD']);

/** @typedef {{remains: object, heap: number, collections: Map<string, number>}} Measure */

/** Runs both shifts and prints what they leave; resolves with whether it is bounded. */
export async function measureShifts() {
  const {Shift} = await importForNode('test/shift/shift.ts');
  // The first shift makes the engine compile everything; only then the numbers compare.
  for (const placement of placements) await follow(Shift, placement);
  let ok = true;
  for (const placement of placements) {
    const {measures, timers} = await follow(Shift, placement);
    const isBounded = timers === 0 && growths.every((most, i) => staysWithin(measures, i, most));
    ok &&= isBounded;
    console.log(`\n${isBounded ? '✓' : '✗'} a shift in ${placement}`);
    for (const {remains, heap} of measures) {
      console.log(`  heap ${Math.round(heap / 1024)} KB, ${JSON.stringify(remains)}`);
    }
    for (const line of describeCollections(measures.map(({collections}) => collections))) {
      console.log(`  ${line}`);
    }
  }
  return ok;
}

/**
 * @param {Measure[]} measures
 * @param {number} index
 * @param {number} most
 */
function staysWithin(measures, index, most) {
  const [before, after] = [measures[index], measures[index + 1]];
  if (!before || !after) return false;
  const sizes = [...after.collections.values()];
  return after.heap - before.heap < most && sizes.every((size) => size <= mostEntries);
}

/** @param {Map<string, number>[]} collections */
function describeCollections(collections) {
  const paths = [...new Set(collections.flatMap((sizes) => [...sizes.keys()]))];
  const changing = paths
    .map((path) => ({path, sizes: collections.map((sizes) => sizes.get(path) ?? 0)}))
    .filter(({sizes}) => new Set(sizes).size > 1);
  return [
    `${paths.length} lists, maps and sets in the controller, of another size now and then:`,
    ...changing.map(({path, sizes}) => `  ${path}: ${sizes.join(', ')}`),
  ];
}

/**
 * @param {new (placement: string) => any} Shift
 * @param {string} placement
 */
async function follow(Shift, placement) {
  const shift = new Shift(placement);
  await shift.start();
  /** @type {Measure[]} */
  const measures = [];
  for (const calls of marks) {
    await shift.until(calls);
    const remains = await shift.measure();
    const collections = collectionsIn(shift.controller, [shift.host]);
    measures.push({remains, collections, heap: heapUsed()});
  }
  return {measures, timers: shift.end()};
}

function heapUsed() {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  // What the first round has freed may hold more that the second one frees.
  for (let round = 0; round < 4; round += 1) collectGarbage();
  return process.memoryUsage().heapUsed;
}
