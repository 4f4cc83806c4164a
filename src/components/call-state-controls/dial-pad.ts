/** The template of the dial pad: a grid with one tab stop, and the dialled digits. */
import {html, type TemplateResult} from 'lit';
import {text} from '../../i18n/text.js';
import {DIAL_DIGITS, type DialDigit} from '../../model/card/operator-action.js';
import {controlButton} from './control-button.js';

/** The layout of every telephone. */
const ROWS = [0, 3, 6, 9].map((first) => DIAL_DIGITS.slice(first, first + 3));

export interface DialPad {
  /** The dialled digits of this call; the card does not show them. */
  readonly dialled: string;
  /** The id of the line that says why the keys are blocked. */
  readonly blockedBy: string | undefined;
  readonly dial: (digit: DialDigit) => void;
}

export function dialPad({dialled, blockedBy, dial}: DialPad): TemplateResult {
  return html`<div id="dial-pad" part="dial-pad" role="group" aria-label=${text('action.dial')}>
    <output part="dialled" dir="ltr" aria-live="off">${dialled}</output>
    <div class="digits" dir="ltr" role="grid" aria-label=${text('action.dial')} data-roving>
      ${ROWS.map(
        (digits) =>
          html`<div role="row">
            ${digits.map(
              (digit) =>
                html`<div role="gridcell">
                  ${controlButton({label: digit, look: 'plain', blockedBy, press: () => dial(digit)})}
                </div>`,
            )}
          </div>`,
      )}
    </div>
  </div>`;
}

/** The digit that a key types; a repeated key types nothing. */
export function typedDigit({
  key,
  repeat,
  altKey,
  ctrlKey,
  metaKey,
}: KeyboardEvent): DialDigit | undefined {
  if (repeat || altKey || ctrlKey || metaKey) return undefined;
  return DIAL_DIGITS.find((digit) => digit === key);
}
