/** One frame of an app whose locks are denied: says how often its engine began, and how late its timers are. */
import {BROWSER} from '../../src/hub/browser-hub.js';
import {Hub} from '../../src/hub/hub.js';

const TICK_MS = 250;

/** What a test reads. */
const seen = {leads: false, began: 0, stopped: 0, others: 0, lateTicks: 0, tickedAt: Date.now()};
Object.assign(globalThis, {seen});

const hub: Hub = new Hub(
  'hidden pages',
  {...BROWSER, locks: null},
  {
    describe: () => ({
      role: 'worker',
      callId: null,
      client: null,
      commands: [],
      rank: 'engine',
      handles: [],
    }),
    runHere: () => Promise.resolve(),
    act: () => undefined,
    changed: () => look(),
    fault: () => undefined,
  },
);
void hub.open();
tick();

function look(): void {
  const {leads, state} = hub;
  seen.others = state.status === 'joined' ? state.frames.length : 0;
  if (leads === seen.leads) return;
  seen.leads = leads;
  seen[leads ? 'began' : 'stopped'] += 1;
}

function tick(): void {
  setTimeout(() => {
    if (Date.now() - seen.tickedAt > 2 * TICK_MS) seen.lateTicks += 1;
    seen.tickedAt = Date.now();
    tick();
  }, TICK_MS);
}
