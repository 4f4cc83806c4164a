/** The templates of a history that is not there: an outline, or why. And of one that is old. */
import {html, nothing, type TemplateResult} from 'lit';
import {text} from '../../../i18n/text.js';
import type {CallCardError, CallCardErrorCode} from '../../../model/errors/call-card-error.js';
import {appRefusalOf} from '../../../model/portal/portal-refusal.js';
import type {HistoryView} from '../history-view.js';

interface Message {
  readonly title: string;
  readonly hint: string;
}

/** Failures that are told in the words of the record: the operator can do something about them. */
const EXPLAINED = [
  'not-found',
  'missing-scope',
  'limit-reached',
  'offline',
] as const satisfies CallCardErrorCode[];

/** As high as two entries, so that little moves when they come. Not said aloud: the panel says it. */
export function skeletonTemplate(): TemplateResult {
  return html`
    <p class="visually-hidden">${text('history.loading')}</p>
    <div class="skeleton" part="skeleton" aria-hidden="true">
      <i class="heading"></i>
      ${[1, 2, 3].map(() => html`<div><i class="subject"></i><i class="details"></i></div>`)}
    </div>
  `;
}

/** The notice over a history that may be old or lacks something, with the button that loads it again. */
export function retryTemplate(
  message: string,
  isRefreshing: boolean,
  {reload}: HistoryView,
): TemplateResult {
  return html`<div class="note stale" part="notice">
    <span role="status">${message}</span>
    <button
      part="retry"
      class="more"
      aria-disabled=${isRefreshing ? 'true' : nothing}
      @click=${isRefreshing ? nothing : reload}
    >
      ${text('panel.retry')}
    </button>
  </div>`;
}

/** Nothing has happened; the slot is for what the page offers then. */
export function emptyTemplate(): TemplateResult {
  return html`${messageTemplate({
      title: text('history.empty'),
      hint: text('history.empty-hint'),
    })}<slot name="empty"></slot>`;
}

/** The page shows no record. Not said aloud: the panel says why. */
export function noRecordTemplate(): TemplateResult {
  const message = {title: text('history.none'), hint: text('history.none-hint')};
  return messageTemplate(message, null, nothing);
}

export function badAttributesTemplate(): TemplateResult {
  return messageTemplate({
    title: text('panel.bad-attributes'),
    hint: text('panel.bad-attributes-hint'),
  });
}

export function noPortalTemplate(error: CallCardError, view: HistoryView): TemplateResult {
  const message = {title: text('panel.no-portal'), hint: text(`error.${error.code}`)};
  // Not a live region: `CallAnnouncer` announces it once for all elements of the page.
  return messageTemplate(message, retryOf(error, view), nothing);
}

export function failureTemplate(error: CallCardError, view: HistoryView): TemplateResult {
  return messageTemplate(failureMessage(error), retryOf(error, view));
}

function failureMessage(error: CallCardError): Message {
  // A refusal of the whole app has a text of its own, whatever the error's code is.
  const explained = appRefusalOf(error.portal) ?? EXPLAINED.find((code) => code === error.code);
  if (explained !== undefined) {
    return {title: text(`panel.${explained}`), hint: text(`panel.${explained}-hint`)};
  }
  return error.code === 'not-allowed'
    ? {title: text('history.not-allowed'), hint: text('panel.not-allowed-hint')}
    : {title: text('history.failed'), hint: text(`error.${error.code}`)};
}

function retryOf({retryable}: CallCardError, {reload}: HistoryView): (() => void) | null {
  return retryable ? reload : null;
}

function messageTemplate(
  {title, hint}: Message,
  retry: (() => void) | null = null,
  role: 'status' | typeof nothing = 'status',
): TemplateResult {
  return html`<div part="state" class="state">
    <div role=${role}>
      <p>${title}</p>
      <p class="note">${hint}</p>
    </div>
    ${
      retry === null
        ? nothing
        : html`<button part="retry" @click=${retry}>${text('panel.retry')}</button>`
    }
  </div>`;
}
