/**
 * The one shared object between the portal and everything on the page: holds the snapshot, runs the
 * commands, tells the events.
 */
import type {Portal} from '../portal/portal.js';
import {CardDesk} from './card/card-service.js';
import {LeanController, type CallCardControllerOptions} from './base-controller.js';

export type {CallCardControllerOptions};

/** The controller with all its parts. */
export class CallCardController extends LeanController {
  constructor(portal: Portal, options: CallCardControllerOptions = {}) {
    super(portal, options, (deskOptions) => new CardDesk(deskOptions));
  }
}
