/** The kit's page beside the same page by hand, on b24jssdk, and in Vue on b24jssdk. */
import {median} from './median.mjs';
import {percentile} from './percentile.mjs';
import {makeCandidates} from './rivals/candidates.mjs';
import {conditions} from './rivals/conditions.mjs';
import {heapAfter} from './rivals/heap.mjs';
import {openings} from './rivals/openings.mjs';
import {StageServer} from './rivals/stage-server.mjs';
import {putStage} from './rivals/stage.mjs';

/** Fewer for a first look; the figures of the documents come from all of them. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const EVENTS = 40;
const CALLS = Number(process.env['BENCH_CALLS'] ?? 1000);

/** @typedef {{openings: import('./rivals/openings.mjs').Openings[], heap: {before: number, after: number}}} Measured */

/**
 * The rows of the table.
 * @type {readonly {what: string, unit: string, of: (measured: Measured) => number}[]}
 */
const ROWS = [
  {what: 'loaded, cold', unit: 'kB', of: each(({cold}) => cold.bytes / 1000)},
  {
    what: 'loaded, warm',
    unit: 'kB',
    of: each(({warm}) => median(warm.map(({bytes}) => bytes)) / 1000),
  },
  {what: 'requests, cold', unit: '', of: each(({cold}) => cold.requests)},
  {
    what: 'requests, warm',
    unit: '',
    of: each(({warm}) => median(warm.map(({requests}) => requests))),
  },
  {what: 'first paint, cold', unit: 'ms', of: each(({cold}) => cold.paint)},
  {
    what: 'first paint, warm',
    unit: 'ms',
    of: each(({warm}) => median(warm.map(({paint}) => paint))),
  },
  {what: 'record on screen, cold', unit: 'ms', of: each(({cold}) => cold.record)},
  {
    what: 'record on screen, second opening',
    unit: 'ms',
    of: each(({second}) => second.record),
  },
  {
    what: 'record on screen, warm',
    unit: 'ms',
    of: each(({warm}) => median(warm.map(({record}) => record))),
  },
  {
    what: 'event to screen, median',
    unit: 'ms',
    of: (all) => median(changesOf(all).map(({delay}) => delay)),
  },
  {
    what: 'event to screen, 99 %',
    unit: 'ms',
    of: (all) =>
      percentile(
        changesOf(all).map(({delay}) => delay),
        0.99,
      ),
  },
  {
    what: 'event to screen, 99 %',
    unit: 'frames',
    of: (all) =>
      percentile(
        changesOf(all).map(({frames}) => frames),
        0.99,
      ),
  },
  {what: 'heap, first call', unit: 'MB', of: ({heap}) => heap.before / 1e6},
  {what: `heap, ${CALLS} calls later`, unit: 'MB', of: ({heap}) => heap.after / 1e6},
];

/**
 * What was promised: the kit's figure in comparison with another page's.
 * @type {readonly {row: string, unit: string, than: string, most: number}[]}
 */
const PROMISES = [
  {row: 'record on screen, cold', unit: 'ms', than: 'by-hand', most: 1.15},
  {row: 'record on screen, warm', unit: 'ms', than: 'by-hand', most: 1.15},
  ...['b24jssdk', 'vue'].flatMap((than) => [
    {row: 'record on screen, cold', unit: 'ms', than, most: 1},
    {row: 'record on screen, warm', unit: 'ms', than, most: 1},
  ]),
  {row: 'loaded, cold', unit: 'kB', than: 'b24jssdk', most: 1 / 3},
];

/** @type {import('./bench.mjs').Benchmark} */
export const rivals = {
  name: 'rivals',
  async measure({profiles}) {
    const server = await StageServer.start();
    try {
      await putStage(server);
      const candidates = await makeCandidates();
      for (const {files} of candidates) {
        for (const [path, body] of files) server.put(path, {type: typeOf(path), body});
      }
      const {rate, figures} = await conditions(profiles, server);
      const measured = await measureAll(profiles, server, candidates, rate);
      return [...figures, ...figuresOf(candidates, measured)];
    } finally {
      await server.stop();
    }
  },
};

/**
 * In turns, so that a busy moment of the machine meets all of them.
 * @param {import('./rivals/profiles.mjs').Profiles} profiles
 * @param {StageServer} server
 * @param {readonly import('./rivals/candidates.mjs').Candidate[]} candidates
 * @param {number} rate
 * @returns {Promise<Map<string, Measured>>} by the candidates' names
 */
async function measureAll(profiles, server, candidates, rate) {
  /** @type {Map<string, Measured>} */
  const all = new Map(
    candidates.map(({name}) => [name, {openings: [], heap: {before: 0, after: 0}}]),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    console.error(`rivals: round ${round + 1} of ${ROUNDS}`);
    const turn = round % candidates.length;
    for (const candidate of [...candidates.slice(turn), ...candidates.slice(0, turn)]) {
      const found = await openings(profiles, server, candidate, {rate, events: EVENTS});
      all.get(candidate.name)?.openings.push(found);
    }
  }
  console.error(`rivals: ${CALLS} calls`);
  // Not a matter of time: without the slow network, and side by side.
  server.network.isSlow = false;
  await Promise.all(
    candidates.map(async (candidate) => {
      const known = all.get(candidate.name);
      if (known) known.heap = await heapAfter(profiles, server, candidate, CALLS);
    }),
  );
  return all;
}

/**
 * @param {readonly import('./rivals/candidates.mjs').Candidate[]} candidates
 * @param {ReadonlyMap<string, Measured>} measured
 * @returns {import('./bench.mjs').Figure[]}
 */
function figuresOf(candidates, measured) {
  const cells = ROWS.flatMap(({what, unit, of}) =>
    candidates.flatMap(({name, title}) => {
      const known = measured.get(name);
      return known ? [{what, unit, name, column: title, value: of(known)}] : [];
    }),
  );
  /** @type {(row: string, unit: string, name: string) => number} */
  const valueOf = (row, unit, name) =>
    cells.find((cell) => cell.what === row && cell.unit === unit && cell.name === name)?.value ??
    Number.NaN;
  const promised = PROMISES.map(({row, unit, than, most}) => ({
    what: `${row}, in comparison with ${than}`,
    value: valueOf(row, unit, 'kit') / valueOf(row, unit, than),
    unit: '×',
    most,
  }));
  const frames = {
    what: 'an event is on screen in the frame after it (99 %)',
    value: valueOf('event to screen, 99 %', 'frames', 'kit'),
    unit: 'frames',
    most: 1,
  };
  return [...cells, ...promised, frames];
}

/** @param {Measured} measured */
function changesOf(measured) {
  return measured.openings.flatMap(({events}) => events);
}

/**
 * @param {(found: import('./rivals/openings.mjs').Openings) => number} of
 * @returns {(measured: Measured) => number} the median over the rounds
 */
function each(of) {
  return ({openings: found}) => median(found.map(of));
}

/** @param {string} path */
function typeOf(path) {
  return path.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
}
