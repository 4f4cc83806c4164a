/**
 * What is done with a page in one round: cards of calls are opened in new profiles of the browser, with
 * each time that a portal may take for its answers.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {changes} from './changes.mjs';
import {Stage} from './stage.mjs';

/** The third and the fourth: since the second a browser keeps what it has compiled, too. */
const WARM_OPENINGS = 2;
/** How long the worker is told of a call before the card's tab is opened. */
const EARLY_MS = 700;
/** The traffic of an opening is over when there was none for so long. */
const QUIET_MS = 400;

/**
 * @typedef {'cold' | 'second' | 'warm' | 'tab' | 'no storage' | 'told' | 'told early'} Kind
 * `cold`: in a new profile; `second` and `warm`: in the same tab, then; `tab`: the first one in a new
 * tab of the portal; `no storage`: warm, where frames of other sites may store nothing; `told`: warm,
 * beside a worker that is told of the call when the tab is opened, or `EARLY_MS` before
 * @typedef {import('./stage.mjs').CardTimes & {kind: Kind, answer: number, bytes: number, requests: number}} Opening
 * `answer`: how long the portal takes for an answer, in milliseconds
 *
 * @typedef {object} Round what is measured of one page, and with what
 * @property {import('./candidates.mjs').Candidate} candidate
 * @property {import('./profiles.mjs').Profiles} profiles
 * @property {import('./stage-server.mjs').StageServer} server
 * @property {number} rate of the browser's brake
 * @property {readonly number[]} answers the answer times
 * @property {Opening[]} openings
 * @property {import('./changes.mjs').Change[]} changes
 */

/**
 * @type {readonly {name: string, every: number, play: (round: Round) => Promise<void>}[]}
 * `every`: in each round, or in each third one only
 */
export const SCENES = [
  {name: 'cards', every: 1, play: playCards},
  {name: 'no-storage', every: 3, play: playWithoutStorage},
  {name: 'worker', every: 1, play: playWorker},
  {name: 'events', every: 3, play: playEvents},
];

/**
 * A new profile for each answer time; in the last one also what comes after the first card.
 * @param {Round} round
 */
async function playCards(round) {
  const last = round.answers.at(-1);
  for (const answer of round.answers) {
    await inProfile(round, async (stage) => {
      await card(round, stage, 'cold', answer);
      if (answer !== last) return;
      await card(round, stage, 'second', answer);
      for (const each of round.answers) {
        for (let count = 0; count < WARM_OPENINGS; count += 1)
          await card(round, stage, 'warm', each);
      }
      for (const each of round.answers) {
        await stage.reopen();
        await card(round, stage, 'tab', each);
      }
    });
  }
}

/** @param {Round} round */
async function playWithoutStorage(round) {
  await inProfile(
    round,
    async (stage) => {
      await warmUp(round, stage);
      for (const answer of round.answers) await card(round, stage, 'no storage', answer);
    },
    false,
  );
}

/** @param {Round} round */
async function playWorker(round) {
  const {worker} = round.candidate;
  if (worker === undefined) return;
  await inProfile(round, async (stage) => {
    await stage.openIn(worker, 'PAGE_BACKGROUND_WORKER');
    await warmUp(round, stage);
    for (const answer of round.answers) {
      await card(round, stage, 'told', answer);
      await card(round, stage, 'told early', answer, {tabAfter: EARLY_MS});
    }
  });
}

/** @param {Round} round */
async function playEvents(round) {
  await inProfile(round, async (stage) => {
    await stage.openCard(round.candidate);
    round.changes.push(...(await changes(stage)));
  });
}

/**
 * @param {Round} round
 * @param {(stage: Stage) => Promise<void>} play
 * @param {boolean} [stores] whether the app's frames have storage
 */
async function inProfile({profiles, server, rate}, play, stores = true) {
  const stage = await Stage.open(profiles, server, rate, stores);
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

/**
 * The two cards after which an opening is a warm one.
 * @param {Round} round
 * @param {Stage} stage
 */
async function warmUp(round, stage) {
  const [answer = 0] = round.answers;
  for (let opened = 0; opened < 2; opened += 1) await openCard(round, stage, answer, {});
}

/**
 * Opens a card, closes it, and notes what was measured.
 * @param {Round} round
 * @param {Stage} stage
 * @param {Kind} kind
 * @param {number} answer
 * @param {import('./stage.mjs').CardOptions} [options]
 */
async function card(round, stage, kind, answer, options = {}) {
  const opening = await openCard(round, stage, answer, options);
  // A browser that does not deny or grant what it should measures something else.
  if (opening.stores !== (kind !== 'no storage')) {
    throw new Error(`${kind}: the frame ${opening.stores ? 'has' : 'has no'} storage`);
  }
  round.openings.push({...opening, kind, answer});
}

/**
 * @param {Round} round
 * @param {Stage} stage
 * @param {number} answer
 * @param {import('./stage.mjs').CardOptions} options
 */
async function openCard({server, candidate}, stage, answer, options) {
  server.network.answerMs = answer;
  server.resetTraffic();
  const times = await stage.openCard(candidate, options);
  await quiet(server);
  const {bytes, requests} = server.traffic;
  await stage.closeCard();
  return {...times, bytes, requests};
}

/** @param {import('./stage-server.mjs').StageServer} server */
async function quiet({traffic}) {
  let before;
  do {
    before = traffic.requests;
    await pause(QUIET_MS);
  } while (traffic.requests !== before);
}
