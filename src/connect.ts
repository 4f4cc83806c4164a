/** Chooses the portal's adapter and makes the page's one controller. */
import {
  CallCardController,
  type CallCardControllerOptions,
} from './controller/call-card-controller.js';
import type {OpenHub} from './controller/hub-desk.js';
import {fromFrame} from './portal/frame/frame-link.js';
import type {Portal} from './portal/portal.js';

/**
 * The page's own slot for the controller: a second copy of the kit on the page (another bundle, or
 * the same file under another address) finds the first one's controller there.
 */
const SLOT: unique symbol = Symbol.for('call-card-kit.controller');

interface PageWithController {
  [SLOT]?: CallCardController | undefined;
}

/**
 * The controller that all elements of the page share, made at the first call and connecting from
 * then on. A portal knows one frame, so one page has one connection.
 */
export function pageController(): CallCardController {
  return (globalThis as PageWithController)[SLOT] ?? connect(fromFrame());
}

/**
 * A controller over another adapter, connecting already. The first one of the page is the one that
 * its elements share, so call this before `call-card-kit/define` is imported.
 */
export function connect(
  portal: Portal,
  options: CallCardControllerOptions = {},
): CallCardController {
  const controller = new CallCardController(portal, {openHub: hubInBrowser(), ...options});
  (globalThis as PageWithController)[SLOT] ??= controller;
  // `start` never rejects: how it went is in the snapshot.
  void controller.start();
  // A page that comes out of the back-forward cache has slept through whatever happened.
  globalThis.addEventListener('pageshow', ({persisted}) => {
    if (persisted) void controller.resume();
  });
  return controller;
}

/** Fetched at once, beside the portal's first answer: what the other frames know is shown with it. */
function hubInBrowser(): OpenHub {
  const part = import('./controller/hub/browser-hub.js');
  // Whoever opens the hub hears of it; until then it is nobody's.
  part.catch(() => undefined);
  return async (name, host) => (await part).openBrowserHub(name, host);
}
