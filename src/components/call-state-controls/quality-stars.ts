/** The template of the stars for the quality of the connection: a radio group. */
import {html, type TemplateResult} from 'lit';
import {countedText, text} from '../../i18n/text.js';
import {STARS, type Stars} from '../../model/card/operator-action.js';
import {starIcon} from '../shared/styles/icons.js';

export interface QualityStars {
  /** The rating of this call; the card does not show it. */
  readonly rated: Stars | undefined;
  /** Absent without a connection to rate: then the stars only keep their place. */
  readonly rate: ((stars: Stars) => void) | undefined;
}

/** Arrow keys move the focus only, because each choice is sent to the app. */
export function qualityStars({rated, rate}: QualityStars): TemplateResult {
  return html`<div
    class="quality"
    part="quality"
    role="radiogroup"
    aria-labelledby="quality"
    data-roving
    ?inert=${rate === undefined}
  >
    <span id="quality">${text('action.rate-quality')}</span>
    ${STARS.map(
      (stars) =>
        html`<button
          type="button"
          part="button"
          class=${stars <= (rated ?? 0) ? 'star full' : 'star'}
          role="radio"
          aria-checked=${String(rated === stars)}
          aria-label=${countedText('quality.stars', stars)}
          @click=${() => rate?.(stars)}
        >
          ${starIcon}
        </button>`,
    )}
  </div>`;
}
