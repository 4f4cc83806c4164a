/** What the page may know of the portal's form, as a script element. */
import {writeCall} from '../model/hub/hub-call.js';
import type {JsonObject} from '../model/parse/reading.js';
import {CONTEXT_ATTRIBUTE} from '../model/portal/page-context.js';
import type {Placement} from '../model/portal/placement.js';
import type {PlacementRequest} from './placement-request.js';

export interface ContextScriptOptions {
  /** The nonce of the page's Content-Security-Policy. A browser needs none for data. */
  readonly nonce?: string;
}

/** What HTML, XML or old engines would read as more than text inside of a script element. */
const SPECIAL = /[<>&\u2028\u2029]/g;

/**
 * A script element with the call, for the page that the portal has opened: `<call-card-context>` shows the call
 * before the portal has answered. It has no token and nothing else of the request.
 *
 * @returns HTML, to be written into the page as it is
 */
export function contextScript(
  {placement}: Pick<PlacementRequest, 'placement'>,
  {nonce}: ContextScriptOptions = {},
): string {
  const json = JSON.stringify(contextOf(placement)).replace(
    SPECIAL,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const attributes = nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`;
  return `<script type="application/json" ${CONTEXT_ATTRIBUTE}${attributes}>${json}</script>`;
}

/** In the portal's own form, because that has a reader already. */
function contextOf(placement: Placement): JsonObject {
  const {code} = placement;
  switch (placement.kind) {
    case 'call-card':
      return {placement: code, options: placement.call === null ? {} : writeCall(placement.call)};
    case 'record':
      return {placement: code, options: {ID: placement.entity?.id}};
    default:
      return {placement: code};
  }
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
