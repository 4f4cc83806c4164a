/**
 * The background worker's entry: the controller without any element and without Lit. It connects as
 * soon as it is loaded, because a portal unregisters a worker that is slow.
 */
import {pageController} from './connect.js';
import type {Lead} from './controller/action-board.js';
import type {CallCardController} from './controller/call-card-controller.js';

pageController();

export interface WorkerOptions {
  /**
   * Begins the telephony engine. Called when this frame begins to lead: exactly one frame of the app
   * does at any time, in whichever portal tab. What it returns is called when the frame leads no more.
   */
  readonly lead?: (controller: CallCardController) => ReturnType<Lead>;
}

/** The worker's controller, connecting or connected. */
export function startWorker({lead}: WorkerOptions = {}): CallCardController {
  const controller = pageController();
  if (lead !== undefined) controller.lead(() => lead(controller));
  return controller;
}
