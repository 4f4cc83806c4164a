/**
 * What the app's server has written into the page from the portal's form: where the page is, and the call. No
 * token, no portal, no user. The page shows it until the portal answers.
 */
import type {Call} from '../call/call.js';
import {isObject, parseJson} from '../parse/reading.js';
import {readPlacement} from './placement.js';

/** Marks the script element that has it. */
export const CONTEXT_ATTRIBUTE = 'data-call-card-context';

/** The part of a document that is needed. */
interface Page {
  querySelector(selectors: string): {readonly textContent: string | null} | null;
}

/** The call that the server has written; `null` where it has written none. */
export function callInPage(page: Page): Call | null {
  const text = page.querySelector(`script[${CONTEXT_ATTRIBUTE}]`)?.textContent ?? '';
  const context = parseJson(text)?.value;
  if (!isObject(context)) return null;
  const {value: placement} = readPlacement(context['placement'], context['options']);
  return placement.kind === 'call-card' ? placement.call : null;
}
