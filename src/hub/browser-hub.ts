/** The hub in this browser, as a part of the kit that is fetched on its own. */
import {Hub} from './hub.js';
import type {HubHost} from './hub-host.js';
import {SYSTEM_CLOCK} from '../model/clock.js';
import {newId} from '../model/new-id.js';
import {openChannel, openSiblings} from './hub-channel.js';
import type {HubEnvironment, HubLocks, PageChange} from './hub-environment.js';
import {enterPage, neighboursOf} from './page-neighbours.js';

export const BROWSER: HubEnvironment = {
  clock: SYSTEM_CLOCK,
  newId,
  open: (name, hear) => openChannel(name, hear) ?? openSiblings(hear),
  get locks() {
    return browserLocks();
  },
  get isInSlider() {
    return window.parent !== window.top;
  },
  enterPage: (frameId) => enterPage(frameId),
  neighbours: () => neighboursOf(),
  observePage,
};

/** This frame's end of the hub of that name; not open yet. */
export function browserHub(name: string, host: HubHost): Hub {
  return new Hub(name, BROWSER, host);
}

function browserLocks(): HubLocks | null {
  try {
    // Not there without https, and in a frame whose storage is denied reading it may throw.
    return (navigator as Partial<Navigator>).locks ?? null;
  } catch {
    return null;
  }
}

function observePage(hear: (change: PageChange) => void): () => void {
  const ending = new AbortController();
  const {signal} = ending;
  addEventListener('pagehide', ({persisted}) => hear(persisted ? 'asleep' : 'over'), {signal});
  addEventListener('pageshow', ({persisted}) => persisted && hear('awake'), {signal});
  document.addEventListener('freeze', () => hear('asleep'), {signal});
  document.addEventListener('resume', () => hear('awake'), {signal});
  return () => ending.abort();
}
