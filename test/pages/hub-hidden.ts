/** One frame of an app whose locks are denied: says how often its engine began, and how late its timers are. */
import {BROWSER} from '../../src/hub/browser-hub.js';
import {Hub} from '../../src/hub/hub.js';

const TICK_MS = 250;

/** What the test is told with each change and each tick, by a function that its browser gives the page. */
const seen = {leads: false, began: 0, stopped: 0, others: 0, lateTicks: 0, isHidden: false};
let tickedAt = Date.now();

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
document.addEventListener('visibilitychange', tell);
tick();

function look(): void {
  const {leads, state} = hub;
  seen.others = state.status === 'joined' ? state.frames.length : 0;
  if (leads !== seen.leads) seen[leads ? 'began' : 'stopped'] += 1;
  seen.leads = leads;
  tell();
}

function tick(): void {
  setTimeout(() => {
    if (Date.now() - tickedAt > 2 * TICK_MS) seen.lateTicks += 1;
    tickedAt = Date.now();
    tell();
    tick();
  }, TICK_MS);
}

function tell(): void {
  seen.isHidden = document.hidden;
  const toTest: unknown = Reflect.get(globalThis, 'tellTest');
  if (typeof toTest === 'function') Reflect.apply(toTest, undefined, [JSON.stringify(seen)]);
}
