/** How soon a page shows what an event of the portal changes. */
import {setTimeout as pause} from 'node:timers/promises';

/** In each profile. */
const CHANGES = 40;
/** b24jssdk drops events that come sooner after their binding. */
export const UNTIL_EVENTS_MS = 1000;
const FRAME_MS = 1000 / 60;

/**
 * @typedef {{delay: number, frames: number}} Change
 * `delay`: from the portal's event to the painted change; `frames`: 1 when the first frame after the
 * event's arrival shows it
 */

/**
 * @param {import('./stage.mjs').Stage} stage with a card
 * @returns {Promise<Change[]>}
 */
export async function changes(stage) {
  await pause(UNTIL_EVENTS_MS);
  const known = [];
  for (let index = 0; index < CHANGES; index += 1) {
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
