/** The kit's page beside the same page by hand, on b24jssdk, and in Vue on b24jssdk. */
import {makeCandidates} from './rivals/candidates.mjs';
import {conditions} from './rivals/conditions.mjs';
import {goalFigures} from './rivals/goals.mjs';
import {CALLS, heapAfter} from './rivals/heap.mjs';
import {rowFigures} from './rivals/rows.mjs';
import {SCENES} from './rivals/scenes.mjs';
import {StageServer} from './rivals/stage-server.mjs';
import {putStage} from './rivals/stage.mjs';

/** Fewer for a first look; the figures of the documents come from all of them. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
/** How long a portal takes for an answer, in milliseconds: a quick one, and a usual one. */
const ANSWERS = [30, 250];
const HEAP = 'heap';
const PARTS = [...SCENES.map(({name}) => name), HEAP];

/**
 * @typedef {import('./rivals/rows.mjs').Measured} Measured
 * @typedef {{profiles: import('./rivals/profiles.mjs').Profiles, server: StageServer, rate: number}} Means
 */

/** @type {import('./bench.mjs').Benchmark} */
export const rivals = {
  name: 'rivals',
  async measure({profiles, options}) {
    const answers = options.answers?.split(',').map(Number) ?? ANSWERS;
    const parts = options.parts?.split(',') ?? PARTS;
    if (!parts.every((part) => PARTS.includes(part))) throw new Error(`--parts: of ${PARTS}`);
    const server = await StageServer.start();
    try {
      await putStage(server);
      const candidates = await makeCandidates();
      for (const {files} of candidates) {
        for (const [path, body] of files) server.put(path, {type: typeOf(path), body});
      }
      const {rate, figures} = await conditions(profiles, server);
      const means = {profiles, server, rate};
      const pages = await playRounds(means, candidates, parts, answers);
      if (parts.includes(HEAP)) await playCampaigns(means, candidates, pages);
      return [...figures, ...rowFigures(pages, answers), ...goalFigures(pages, answers)];
    } finally {
      await server.stop();
    }
  },
};

/**
 * In turns, so that a busy moment of the machine meets all of them.
 * @param {Means} means
 * @param {readonly import('./rivals/candidates.mjs').Candidate[]} candidates
 * @param {readonly string[]} parts
 * @param {readonly number[]} answers
 * @returns {Promise<readonly Measured[]>} in the order of the candidates
 */
async function playRounds(means, candidates, parts, answers) {
  const pages = candidates.map(({name, title}) => {
    /** @type {Measured} */
    const page = {name, title, openings: [], changes: [], heap: undefined};
    return page;
  });
  const scenes = SCENES.filter(({name}) => parts.includes(name));
  for (let round = 0; round < ROUNDS && scenes.length > 0; round += 1) {
    console.error(`rivals: round ${round + 1} of ${ROUNDS}`);
    for (const {play} of scenes.filter(({every}) => round % every === 0)) {
      for (let turn = 0; turn < candidates.length; turn += 1) {
        const index = (round + turn) % candidates.length;
        const [candidate, page] = [candidates[index], pages[index]];
        if (candidate && page) await play({...means, answers, candidate, ...page});
      }
    }
  }
  return pages;
}

/**
 * Not a matter of time: without the slow network, and side by side.
 * @param {Means} means
 * @param {readonly import('./rivals/candidates.mjs').Candidate[]} candidates
 * @param {readonly Measured[]} pages
 */
async function playCampaigns({profiles, server}, candidates, pages) {
  console.error(`rivals: ${CALLS} calls`);
  server.network.isSlow = false;
  await Promise.all(
    candidates.map(async (candidate, index) => {
      const heap = await heapAfter(profiles, server, candidate);
      const page = pages[index];
      if (page) page.heap = heap;
    }),
  );
}

/** @param {string} path */
function typeOf(path) {
  return path.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
}
