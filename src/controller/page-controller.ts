/** The page's one controller: where it is found, and how it is begun. */
import type {CallCardController, CallCardControllerOptions} from './call-card-controller.js';

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
export function startController(controller: CallCardController): CallCardController {
  (globalThis as PageWithController)[SLOT] ??= controller;
  // `start` never rejects: how it went is in the snapshot.
  void controller.start();
  // A page that comes out of the back-forward cache has slept through whatever happened.
  if (typeof window !== 'undefined') {
    window.addEventListener('pageshow', ({persisted}) => {
      if (persisted) void controller.resume();
    });
  }
  return controller;
}

/**
 * The hub of the app's frames, fetched when the portal has answered: where there are others they have
 * brought its file already, and a frame that is alone does not wait for it.
 *
 * @param quiet - resolves when a frame that is alone has nothing more urgent to do
 */
export function hubInBrowser(
  quiet?: () => Promise<void>,
): Pick<CallCardControllerOptions, 'openHub' | 'isAlone'> {
  const alone = isAlone();
  return {
    isAlone: () => alone,
    openHub: async (name, host) => {
      if (await alone) await quiet?.();
      return (await import('../hub/browser-hub.js')).browserHub(name, host);
    },
  };
}

/** Whether no other page of the app has a lock. Where the browser does not tell, one may have. */
async function isAlone(): Promise<boolean> {
  try {
    return (await navigator.locks.query()).held?.length === 0;
  } catch {
    // No locks without https; and Firefox keeps them from frames of other sites.
    return false;
  }
}
