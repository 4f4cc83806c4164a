import {
  CallCardController,
  type CallCardControllerOptions,
} from '../../src/controller/call-card-controller.js';
import {makeCardService} from '../../src/controller/card/card-service.js';
import type {Portal} from '../../src/portal/portal.js';

/** A controller that has all its parts from the start, as the page's own one has. */
export function controllerOver(
  portal: Portal,
  options: CallCardControllerOptions = {},
): CallCardController {
  return new CallCardController(portal, options, makeCardService);
}
