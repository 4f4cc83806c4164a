/** Calls through the portal's own telephone, or the device's. */
import {CallCardError, toCallCardError} from '../../model/errors/call-card-error.js';
import {parsePhones, phoneHref, portalNumber} from '../../model/call/phone.js';
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

/** What was asked to call a number. */
export type Telephone = 'portal' | 'device';

/**
 * Calls the first number in a text through the portal, and by the device where the portal can't. Resolves with what
 * was asked. Rejects with `missing-field` for a text without a number.
 *
 * @param openLink - opens a `tel:` address
 */
export async function callNumber(
  portal: Portal,
  text: string,
  openLink: (address: string) => void = openInPage,
): Promise<Telephone> {
  const [phone] = parsePhones(text);
  if (phone === undefined) {
    throw new CallCardError('missing-field', `“${text}” has no number that can be called.`, {
      request: COMMAND,
      parameters: {phone: text},
    });
  }
  try {
    await portal.connect();
    await callNumberOf(portal)(portalNumber(phone));
    return 'portal';
  } catch {
    // There is no portal, or it has refused: the link is the answer to either.
    openLink(phoneHref(phone));
    return 'device';
  }
}

/** In the page itself, since a new window would stay open empty. */
function openInPage(address: string): void {
  window.open(address, '_self');
}
