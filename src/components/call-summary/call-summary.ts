/** The element that says who is on the line and how the call goes. */
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import type {CardTimer, FailedSnapshot, Snapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import type {Call} from '../../model/call.js';
import {ControllerConsumer} from '../shared/controller-consumer.js';
import {copyText} from '../shared/copy-text.js';
import {buttonStyles, hostStyles} from '../shared/styles.js';
import {summaryStyles} from './call-summary.styles.js';
import {markWords, numberWords, routeWords, stateWords} from './call-words.js';
import {RunningTime} from './running-time.js';

/**
 * The call at a glance: number, direction, line, state, duration.
 *
 * ```html
 * <call-card-context>
 *   <call-summary></call-summary>
 * </call-card-context>
 * ```
 *
 * @element call-summary
 * @csspart number - the number, or the words for a hidden or unknown one
 * @csspart button - the buttons that copy the number and try to connect again
 * @csspart state - the state of the card or the call
 * @csspart timer - the duration
 * @csspart mark - campaign, on hold, muted
 * @csspart route - the direction and the line
 * @csspart status - the line that says whether the number was copied
 * @cssprop --call-card-background - behind everything
 * @cssprop --call-card-color - the text
 * @cssprop --call-card-secondary-color - direction and line
 * @cssprop --call-card-border-color - behind marks, and around quiet buttons
 * @cssprop --call-card-link-color - the state
 * @cssprop --call-card-tint - behind the state
 * @cssprop --call-card-alert-color - why the connection failed
 * @cssprop --call-card-focus-color - around what has the focus
 * @cssprop --call-card-border-radius - the corners of the whole
 * @cssprop --call-card-control-radius - the corners of buttons
 * @cssprop --call-card-font-family - the typeface
 */
export class CallSummaryElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, summaryStyles];

  readonly #consumer = new ControllerConsumer(this);
  /** What became of copying, and of which number. */
  #copy: {readonly number: string; readonly done: boolean} | undefined;

  constructor() {
    super();
    this.addController(new RunningTime(this, () => timerOf(this.#consumer.snapshot)));
  }

  override render(): TemplateResult {
    return html`<div class="card">${this.#content(this.#consumer.snapshot)}</div>`;
  }

  #content(snapshot: Snapshot): TemplateResult {
    if (snapshot.status === 'connecting') return html`<p class="note">${text('connecting')}</p>`;
    if (snapshot.status === 'failed') return this.#failure(snapshot);
    const {call} = snapshot;
    if (call === null) return html`<p class="note">${text('no-call')}</p>`;
    return html`
      ${this.#number(call)}
      <div class="line">${stateLine(snapshot, call)}</div>
      <div class="route note" part="route">
        ${routeWords(call).map((words) => html`<span>${words}</span> `)}
      </div>
    `;
  }

  #failure({error}: FailedSnapshot): TemplateResult {
    const reason = html`<p class="note error" role="alert">${text(`error.${error.code}`)}</p>`;
    if (!error.retryable) return reason;
    const retry = (): unknown => this.#consumer.controller?.start();
    return html`${reason}<button type="button" part="button" @click=${retry}>
        ${text('try-again')}
      </button>`;
  }

  #number(call: Call): TemplateResult {
    const {number} = call;
    const words = numberWords(call);
    if (number.kind !== 'number') return html`<p class="number" part="number">${words}</p>`;
    const copied = this.#copy?.number === number.value ? this.#copy : undefined;
    return html`<div class="line">
      <p class="number" part="number" dir="ltr">${words}</p>
      <span class="note" part="status" role="status"
        >${copied === undefined ? nothing : text(copied.done ? 'copied' : 'not-copied')}</span
      >
      <button
        type="button"
        part="button"
        class="plain"
        aria-label=${text('copy-number')}
        @click=${() => this.#copyNumber(number.value)}
      >
        ${text('copy')}
      </button>
    </div>`;
  }

  async #copyNumber(number: string): Promise<void> {
    this.#copy = {number, done: await copyText(number)};
    this.requestUpdate();
  }
}

function stateLine(snapshot: Snapshot, call: Call): TemplateResult {
  const state = stateWords(snapshot);
  return html`
    ${state === undefined ? nothing : html`<span class="chip" part="state">${state}</span>`}
    ${markWords(call, snapshot.card).map(
      (mark) => html`<span class="chip mark" part="mark">${mark}</span>`,
    )}
    ${
      timerOf(snapshot).status === 'hidden'
        ? nothing
        : html`<span part="timer" role="timer" aria-label=${text('duration')}></span>`
    }
  `;
}

function timerOf({card}: Snapshot): CardTimer {
  return card.status === 'open' ? card.timer : {status: 'hidden'};
}

declare global {
  interface HTMLElementTagNameMap {
    'call-summary': CallSummaryElement;
  }
}
