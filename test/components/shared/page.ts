/** Helpers for tests of elements: controllers over a portal in memory, and the page's own one. */
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import {FakePortal, fakeSession} from '../../support/fake-portal.js';
import {controllerOver} from '../../support/controller-over.js';

const SLOT = Symbol.for('call-card-kit.controller');

export interface Connected {
  readonly portal: FakePortal;
  readonly controller: CallCardController;
}

/** A controller that is not connecting yet. */
export function unconnected(placement = 'PAGE_BACKGROUND_WORKER', options?: unknown): Connected {
  const portal = new FakePortal(fakeSession(placement, options));
  return {portal, controller: controllerOver(portal, {timeLimit: 50})};
}

/** A connected controller; by default the background worker's, which has every card command. */
export async function connected(placement?: string, options?: unknown): Promise<Connected> {
  const made = unconnected(placement, options);
  await made.controller.start();
  return made;
}

/** Puts a controller into the page's slot, or empties it. Returns the undo. */
export function setPageController(controller: CallCardController | undefined): () => void {
  const page = globalThis as {[SLOT]?: CallCardController | undefined};
  const before = page[SLOT];
  page[SLOT] = controller;
  return () => {
    page[SLOT] = before;
  };
}

/** The page's controller, if anything has made one. */
export function presentPageController(): unknown {
  return (globalThis as {[SLOT]?: unknown})[SLOT];
}
