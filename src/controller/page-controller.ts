/** The page's one controller: where it is found, and how it is begun. */
import type {CallCardController} from './call-card-controller.js';
import type {OpenHub} from './hub-desk.js';
import type {LeanController} from './lean-controller.js';

/**
 * The page's own slot for the controller: a second copy of the kit on the page (another bundle, or
 * the same file under another address) finds the first one's controller there.
 */
const SLOT: unique symbol = Symbol.for('call-card-kit.controller');

interface PageWithController {
  [SLOT]?: CallCardController | undefined;
}

/** The controller that the page has already. */
export function presentController(): CallCardController | undefined {
  return (globalThis as PageWithController)[SLOT];
}

/** Lets a new controller connect. The first one of the page is the one that its elements share. */
export function begin(lean: LeanController): CallCardController {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- The two classes differ in their constructors only.
  const controller: CallCardController = lean;
  (globalThis as PageWithController)[SLOT] ??= controller;
  // `start` never rejects: how it went is in the snapshot.
  void controller.start();
  // A page that comes out of the back-forward cache has slept through whatever happened.
  globalThis.addEventListener('pageshow', ({persisted}) => {
    if (persisted) void controller.resume();
  });
  return controller;
}

/**
 * Fetched beside the portal's first answer, since what the other frames know is shown with it, and
 * after whatever the page fetches in the same moment: a record can be shown without it.
 */
export function hubInBrowser(): OpenHub {
  const part = Promise.resolve().then(() => import('./hub/browser-hub.js'));
  // Whoever opens the hub hears of it; until then it is nobody's.
  part.catch(() => undefined);
  return async (seat) => (await part).openBrowserHub(seat);
}
