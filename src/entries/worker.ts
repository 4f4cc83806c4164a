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

/** Whether this page's worker loads records for the tabs. */
let prefetches: WorkerOptions['prefetch'] = true;

if (typeof window !== 'undefined') workerController();

export interface WorkerOptions {
  /**
   * Begins the telephony engine. Called when this frame begins to lead: exactly one frame of the app
   * does at any time, in whichever portal tab. What it returns, or its promise resolves with, is called
   * when the frame leads no more.
   */
  readonly lead?: (controller: CallCardController) => ReturnType<Lead>;
  /**
   * Whether the worker loads the records of a call as soon as the portal tells of its card, for the tabs
   * that show them. They are kept in memory until the card closes. With `true`, which is the default,
   * also their histories, once a page of the app has shown one; with `histories` these from the first
   * call on, with `records` never.
   */
  readonly prefetch?: boolean | 'records' | 'histories';
}

/** The worker's controller, connecting or connected. */
export function startWorker({lead, prefetch}: WorkerOptions = {}): CallCardController {
  const controller = workerController();
  prefetches = prefetch ?? prefetches;
  if (lead !== undefined) controller.lead(() => lead(controller));
  return controller;
}

function workerController(): CallCardController {
  const present = presentController();
  if (present !== undefined) return present;
  const controller = startController(connectWorker());
  prefetchRecords(controller);
  return controller;
}

/** Fetches what prefetches records with the first card: most pages never have one. */
function prefetchRecords(controller: CallCardController): void {
  const unlisten = controller.on('initialized', () => {
    unlisten();
    if (!prefetches) return;
    import('../startup/record-prefetcher.js').then(
      ({RecordPrefetcher}) => new RecordPrefetcher(controller, prefetches),
      // The tabs ask the portal themselves then.
      () => undefined,
    );
  });
}

function connectWorker(): CallCardController {
  const portal = fromFrame();
  // The first of all: the rest is made while the portal answers. What went wrong `start` hears, too.
  portal.connect().catch(() => undefined);
  return new CallCardController(portal, hubInBrowser());
}
