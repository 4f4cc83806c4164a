/** Chooses the portal's adapter and makes the page's one controller. */
import {CallCardController, type CallCardControllerOptions} from './call-card-controller.js';
import {makeCardService} from './card/card-service.js';
import {startController, hubInBrowser, presentController} from './page-controller.js';
import {fromFrame} from '../portal/frame/frame-portal.js';
import type {Portal} from '../portal/portal.js';

/**
 * The controller that all elements of the page share, made at the first call and connecting from
 * then on. A portal knows one frame, so one page has one connection.
 */
export function pageController(): CallCardController {
  return presentController() ?? connect(fromFrame());
}

/**
 * A controller over another adapter, connecting already. The first one of the page is the one that
 * its elements share, so call this before `call-card-kit/define` is imported.
 */
export function connect(
  portal: Portal,
  options: CallCardControllerOptions = {},
): CallCardController {
  return startController(
    new CallCardController(
      portal,
      'openHub' in options ? options : {...hubInBrowser(), ...options},
      makeCardService,
    ),
  );
}
