/** How much a page holds after a day of calls in one frame, as a campaign brings them. */
import {setTimeout as pause} from 'node:timers/promises';
import {UNTIL_EVENTS_MS} from './changes.mjs';
import {Stage} from './stage.mjs';

export const CALLS = Number(process.env['BENCH_CALLS'] ?? 200);

/** A page that does not show the next client by then has missed the event. */
const MISSED_AFTER_MS = 3000;

/**
 * @param {import('./profiles.mjs').Profiles} profiles
 * @param {import('./stage-server.mjs').StageServer} server
 * @param {import('./candidates.mjs').Candidate} candidate
 * @returns {Promise<{before: number, after: number}>} bytes
 */
export async function heapAfter(profiles, server, candidate) {
  const stage = await Stage.open(profiles, server, 1);
  try {
    await stage.openCard(candidate, {campaign: true});
    await pause(UNTIL_EVENTS_MS);
    const before = await heapOf(stage);
    let missed = 0;
    for (let call = 1; call <= CALLS; call += 1) {
      await stage.runInFrame('probe.expectRecord()');
      await stage.run(`stage.next(${call})`);
      const isShown = await Promise.race([
        stage.runInFrame('probe.changed').then(() => true),
        pause(MISSED_AFTER_MS, false, {ref: false}),
      ]);
      if (!isShown) missed += 1;
    }
    // A page that has not shown all of them holds less for it.
    if (missed > 0) console.error(`rivals: ${candidate.name} missed ${missed} of ${CALLS} calls`);
    return {before, after: await heapOf(stage)};
  } finally {
    await stage.close();
  }
}

/** @param {Stage} stage */
async function heapOf(stage) {
  // The second finds what the first has let go.
  for (let time = 0; time < 2; time += 1) await stage.tellFrame('HeapProfiler.collectGarbage');
  const {usedSize} = await stage.tellFrame('Runtime.getHeapUsage');
  return usedSize;
}
