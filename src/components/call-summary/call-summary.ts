/** The element that shows the call: number, direction, line, state, duration. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Snapshot} from '../../controller/snapshot.js';
import {text, timeOfDay} from '../../i18n/text.js';
import type {Call} from '../../model/call/call.js';
import {CallAnnouncer} from '../shared/call-announcer.js';
import {numberWords} from '../shared/call-announcement.js';
import {ControllerConsumer} from '../shared/controller/controller-consumer.js';
import {failureStyles, failureTemplate} from '../shared/connection-failure.js';
import {CopyController} from '../shared/copy-controller.js';
import {dotted, dottedStyles} from '../shared/styles/dotted-line.js';
import {iconButtonStyles} from '../shared/styles/icon-button.js';
import {LocalizedElement} from '../shared/localized-element.js';
import {
  checkIcon,
  copyIcon,
  phoneIcon,
  phoneIncomingIcon,
  phoneOutgoingIcon,
} from '../shared/styles/icons.js';
import {buttonStyles, hostStyles} from '../shared/styles/styles.js';
import {summaryStyles} from './call-summary.styles.js';
import {countryName, isFailed, isRinging, marksOf, routeWords, stateWords} from './call-labels.js';
import {NationalNumberController} from './national-number-controller.js';
import {TimerController, timerOf} from './timer-controller.js';

/**
 * The call at a glance: number, direction, line, state, duration. The number has its national format, if
 * its country is known. It is a heading in a named region, so that screen readers find it. While the
 * call rings, the copy button is not a tab stop, so that the next stop is the button that answers.
 *
 * ```html
 * <call-card-context>
 *   <call-summary></call-summary>
 * </call-card-context>
 * ```
 *
 * @element call-summary
 * @csspart number - The number, or the text for a hidden or unknown one.
 * @csspart button - The buttons that copy the number and connect again.
 * @csspart state - The state of the card or the call.
 * @csspart timer - The duration.
 * @csspart as-of - The time of the last known state, after the frame with the card has vanished.
 * @csspart mark - The marks: campaign, on hold, muted.
 * @csspart direction - The icon of the direction.
 * @csspart route - The direction, the country and the line.
 * @csspart status - The line that says whether the number was copied.
 * @attr {'light' | 'dark' | 'auto'} [theme=light] - `auto` follows the system. Inherited from the
 *   context, unless it is set here.
 * @attr {boolean} compact - Smaller text, buttons and spacing.
 * @cssprop --call-card-background - The background.
 * @cssprop --call-card-color - The text.
 * @cssprop --call-card-secondary-color - Direction and line.
 * @cssprop --call-card-border-color - Behind marks, and around quiet buttons.
 * @cssprop --call-card-link-color - The state.
 * @cssprop --call-card-tint - Behind the state.
 * @cssprop --call-card-alert-text-color - Why the connection failed, and a state that is a failure.
 * @cssprop --call-card-focus-color - The focus ring.
 * @cssprop --call-card-border-radius - The corners of the element.
 * @cssprop --call-card-control-radius - The corners of buttons.
 * @cssprop --call-card-font-family - The font.
 */
export class CallSummaryElement extends LocalizedElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    iconButtonStyles,
    dottedStyles,
    failureStyles,
    summaryStyles,
  ];

  readonly #consumer = new ControllerConsumer(this);
  readonly #numbers = new NationalNumberController(this);
  readonly #copier = new CopyController(this);

  constructor() {
    super();
    this.addController(new TimerController(this, () => timerOf(this.#consumer.snapshot)));
    new CallAnnouncer(this, this.#consumer);
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-label=${text('summary.label')}>
      ${CallAnnouncer.region} ${this.#content(this.#consumer.snapshot)}
    </section>`;
  }

  #content(snapshot: Snapshot): TemplateResult {
    if (snapshot.status === 'failed') {
      return failureTemplate(snapshot, this.#consumer, text('try-again'));
    }
    const {call, status} = snapshot;
    if (call === null) {
      return html`<p class="note">${text(status === 'connecting' ? 'connecting' : 'no-call')}</p>`;
    }
    const national = this.#numbers.nationalOf(call);
    const country = national?.country && countryName(national.country);
    return html`
      <div class="call">
        <span class="direction" part="direction">${directionIcon(call)}</span>
        ${this.#number(snapshot, call, national?.number)}
        <div class="route note dotted" part="route">
          ${dotted(routeWords(call, country).map((words) => html`<bdi>${words}</bdi>`))}
        </div>
      </div>
      <div class="line">${stateLine(snapshot, call)}</div>
    `;
  }

  #number(snapshot: Snapshot, call: Call, national: string | undefined): TemplateResult {
    const {number} = call;
    if (number.kind !== 'number') {
      return html`<div class="number"><h2 part="number">${numberWords(call)}</h2></div>`;
    }
    const outcome = this.#copier.outcomeOf(number.value);
    return html`
      <div class="number">
        <h2>
          <bdi part="number" dir="ltr" title=${number.value}>${national ?? number.value}</bdi>
        </h2>
        <button
          type="button"
          part="button"
          class="icon"
          tabindex=${isRinging(snapshot) ? -1 : nothing}
          title=${text('copy-number')}
          @click=${() => this.#copier.copyText(number.value)}
        >
          ${outcome === 'copied' ? checkIcon : copyIcon}
        </button>
        <span class="note" part="status" role="status"
          >${outcome === undefined ? nothing : text(outcome)}</span
        >
      </div>
    `;
  }
}

function directionIcon({direction}: Call): TemplateResult {
  if (direction === null) return phoneIcon;
  return direction === 'incoming' ? phoneIncomingIcon : phoneOutgoingIcon;
}

function stateLine(snapshot: Snapshot, call: Call): TemplateResult {
  const state = stateWords(snapshot);
  const look = isFailed(snapshot) ? 'chip failed' : 'chip';
  return html`
    ${state === undefined ? nothing : html`<span class=${look} part="state">${state}</span>`}
    ${marksOf(call, snapshot.card).map(
      ({icon, label}) => html`<span class="chip mark" part="mark">${icon} ${label}</span>`,
    )}
    ${
      timerOf(snapshot).status === 'hidden'
        ? nothing
        : html`<span class="time"
            ><span part="timer" role="timer" dir="ltr" aria-label=${text('duration')}></span
          ></span>`
    }
    ${
      snapshot.cardLostAt === null
        ? nothing
        : html`<span class="note" part="as-of"
            >${text('as-of', {time: timeOfDay(snapshot.cardLostAt, 'short')})}</span
          >`
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'call-summary': CallSummaryElement;
  }
}
