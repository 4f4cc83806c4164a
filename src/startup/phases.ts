/**
 * The phases of a page's start. What the operator waits for comes first: the request for the record, then
 * the first render of it. Elements, the hub and files that these can do without wait for their end.
 */
import {SYSTEM_CLOCK, type Clock} from '../model/clock.js';

/** The ends of the phases. Neither promise rejects. */
export interface StartupPhases {
  /**
   * The request for the first record has left, or there is none. To draw the elements takes a slow
   * processor longer than the request is on its way.
   */
  readonly requestSent: Promise<void>;
  /** The first record is on the screen, or is not to be expected soon. */
  readonly firstRender: Promise<void>;
}

/** How long the request is waited for at most, in milliseconds: without an answer of the portal, for one. */
const REQUEST_MS = 300;
/** How long the record is waited for after that: what an operator clicks meanwhile waits for the hub. */
const RENDER_MS = 600;

/**
 * @param request - settles when the request has left, or when there is none
 * @param render - settles when the panel has been updated with what it shows first
 */
export function startupPhases(
  request: Promise<unknown>,
  render: Promise<unknown>,
  clock: Clock = SYSTEM_CLOCK,
): StartupPhases {
  const requestSent = atMost(REQUEST_MS, request, clock);
  const firstRender = requestSent.then(() => atMost(RENDER_MS, render, clock));
  return {requestSent, firstRender};
}

function atMost(milliseconds: number, event: Promise<unknown>, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(milliseconds, resolve);
    const end = (): void => {
      stop();
      resolve();
    };
    event.then(end, end);
  });
}
