/**
 * The one shared object between the portal and everything on the page: holds the snapshot, runs the
 * commands, tells the events.
 */
import type {Portal} from '../portal/portal.js';
import {CardService} from './card/card-service.js';
import {BaseController, type CallCardControllerOptions} from './base-controller.js';

export type {CallCardControllerOptions};

/** The controller with all its parts. */
export class CallCardController extends BaseController {
  constructor(portal: Portal, options: CallCardControllerOptions = {}) {
    super(portal, options, (deskOptions) => new CardService(deskOptions));
  }
}
