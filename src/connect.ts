/** Chooses the portal's adapter and makes the page's one controller. */
import {CallCardController} from './controller/call-card-controller.js';
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
  const page = globalThis as PageWithController;
  return (page[SLOT] ??= startController(fromFrame()));
}

/** A controller over another adapter, connecting already. */
export function connect(portal: Portal): CallCardController {
  return startController(portal);
}

function startController(portal: Portal): CallCardController {
  const controller = new CallCardController(portal);
  // `start` never rejects: how it went is in the snapshot.
  void controller.start();
  return controller;
}
