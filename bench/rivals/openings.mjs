/** One tab with one page: opened with an empty cache, opened again, and notified of the call. */
import {setTimeout as pause} from 'node:timers/promises';
import {Stage} from './stage.mjs';

/** After the second, since when a browser has kept what it compiled, too. */
const WARM_OPENINGS = 2;
/** b24jssdk drops events that come sooner after their binding. */
export const UNTIL_EVENTS_MS = 1000;
/** Until the traffic of an opening is over. */
const QUIET_MS = 400;
const FRAME_MS = 1000 / 60;

/**
 * @typedef {{cold: Opening, second: Opening, warm: readonly Opening[], events: readonly Change[]}} Openings
 * @typedef {{paint: number, record: number, bytes: number, requests: number}} Opening
 * @typedef {{delay: number, frames: number}} Change
 * `delay`: from the portal's event to the painted change; `frames`: 1 when the first frame after the
 * event's arrival shows it
 */

/**
 * @param {import('./profiles.mjs').Profiles} profiles
 * @param {import('./stage-server.mjs').StageServer} server
 * @param {import('./candidates.mjs').Candidate} candidate
 * @param {{rate: number, events: number}} options the brake's rate, and how many events
 * @returns {Promise<Openings>}
 */
export async function openings(profiles, server, candidate, {rate, events}) {
  const stage = await Stage.open(profiles, server, rate);
  try {
    const cold = await opening(stage, server, candidate);
    const again = async () => {
      await stage.closeCard();
      return opening(stage, server, candidate);
    };
    const second = await again();
    const warm = [];
    while (warm.length < WARM_OPENINGS) warm.push(await again());
    await pause(UNTIL_EVENTS_MS);
    return {cold, second, warm, events: await changes(stage, events)};
  } finally {
    await stage.close();
  }
}

/**
 * @param {Stage} stage
 * @param {import('./stage-server.mjs').StageServer} server
 * @param {import('./candidates.mjs').Candidate} candidate
 * @returns {Promise<Opening>}
 */
async function opening(stage, server, candidate) {
  server.resetTraffic();
  const times = await stage.openCard(candidate);
  await pause(QUIET_MS);
  const {bytes, requests} = server.traffic;
  return {...times, bytes, requests};
}

/**
 * @param {Stage} stage
 * @param {number} count
 */
async function changes(stage, count) {
  /** @type {Change[]} */
  const known = [];
  for (let index = 0; index < count; index += 1) {
    await stage.runInFrame('probe.expectChange()');
    // At any moment between two frames.
    await pause(Math.random() * FRAME_MS);
    const progress = index % 2 === 0 ? 'connecting' : 'connected';
    const said = await stage.run(`stage.progress('${progress}')`);
    /** @type {{shown: number, frames: number}} */
    const {shown, frames} = await stage.runInFrame('probe.changed');
    known.push({delay: shown - said, frames});
  }
  return known;
}
