/**
 * The background worker's entry: the controller without any element and without Lit. It connects as
 * soon as it is loaded, because a portal unregisters a worker that is slow. The hub and the records are
 * fetched when they are needed, and so is what runs a card: most pages of a portal never have one. Where
 * there is no page, as on a server that renders one, importing it does nothing.
 */
import {CallCardController} from '../controller/call-card-controller.js';
import type {Lead} from '../controller/actions/engine.js';
import {startController, hubInBrowser, presentController} from '../controller/page-controller.js';
import {fromFrame} from '../portal/frame/frame-portal.js';

if (typeof window !== 'undefined') workerController();

export interface WorkerOptions {
  /**
   * Begins the telephony engine. Called when this frame begins to lead: exactly one frame of the app
   * does at any time, in whichever portal tab. What it returns, or its promise resolves with, is called
   * when the frame leads no more.
   */
  readonly lead?: (controller: CallCardController) => ReturnType<Lead>;
}

/** The worker's controller, connecting or connected. */
export function startWorker({lead}: WorkerOptions = {}): CallCardController {
  const controller = workerController();
  if (lead !== undefined) controller.lead(() => lead(controller));
  return controller;
}

function workerController(): CallCardController {
  return presentController() ?? startController(connectWorker());
}

function connectWorker(): CallCardController {
  const portal = fromFrame();
  // The first of all: the rest is made while the portal answers. What went wrong `start` hears, too.
  portal.connect().catch(() => undefined);
  return new CallCardController(portal, hubInBrowser());
}
