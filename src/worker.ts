/**
 * The background worker's entry: the controller without any element and without Lit. It connects as
 * soon as it is loaded, because a portal unregisters a worker that is slow.
 */
import {pageController} from './connect.js';
import type {CallCardController} from './controller/call-card-controller.js';

pageController();

/** The worker's controller, connecting or connected. */
export function startWorker(): CallCardController {
  return pageController();
}
