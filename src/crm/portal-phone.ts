/** Calls through the portal's own telephone. */
import {toCallCardError} from '../model/call-card-error.js';
import type {PlacementInterface} from '../model/portal-answers.js';
import type {Portal} from '../portal/portal.js';

const COMMAND = 'imPhoneTo';

/** Rejects when the portal refuses or can't be reached. */
export type CallNumber = (number: string) => Promise<void>;

/** Nothing where the placement does not offer it. */
export function callNumberOf(
  portal: Portal,
  offered: PlacementInterface | null,
): CallNumber | null {
  if (offered?.commands.has(COMMAND) !== true) return null;
  return async (phone) => {
    try {
      await portal.call(COMMAND, {phone});
    } catch (thrown) {
      // The portal makes the call and says nothing.
      if (toCallCardError(thrown).code !== 'timeout') throw thrown;
    }
  };
}
