/** Calls through the portal's own telephone. */
import {CallCardError, toCallCardError} from '../../model/errors/call-card-error.js';
import {asObject, asText} from '../../model/parse/reading.js';
import type {Portal} from '../../portal/portal.js';

const COMMAND = 'imPhoneTo';

/**
 * Resolves when the portal was asked and has not refused within its time: it never says that it calls.
 * Rejects when it refuses or can't be reached.
 */
export type CallNumber = (number: string) => Promise<void>;

/**
 * A command of every frame, like `openPath`: `getInterface` lists only what a placement has beside
 * those, so it is never looked for there.
 */
export function callNumberOf(portal: Portal): CallNumber {
  return async (phone) => {
    const answer = await portal.call(COMMAND, {phone}).catch((thrown: unknown) => {
      // The portal's handler has no way to answer (`@bitrix24/b24jssdk` 2.2.0, `ParentManager`).
      if (toCallCardError(thrown).code !== 'timeout') throw thrown;
    });
    const {result, errorCode} = asObject(answer) ?? {};
    if (result !== 'error') return;
    const code = asText(errorCode) ?? '';
    throw new CallCardError('refused', `The portal did not start the call (${code}).`, {
      request: COMMAND,
      parameters: {phone},
      portal: {code, description: ''},
    });
  };
}
