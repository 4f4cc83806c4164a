/** The templates of a panel's messages: without a record, one for each reason, and for a stale one. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CallCardError, CallCardErrorCode} from '../../../model/errors/call-card-error.js';
import type {CallNumber} from '../../../model/call/call.js';
import {appRefusalOf} from '../../../model/portal/portal-refusal.js';
import {isolatedNumber, text} from '../../../i18n/text.js';
import type {PanelView} from '../panel-view.js';

interface Message {
  readonly title: string;
  readonly hint: string;
}

/** Failures with a text of their own: the operator can do something about them. */
const EXPLAINED = [
  'not-allowed',
  'not-found',
  'missing-scope',
  'limit-reached',
  'offline',
] as const satisfies CallCardErrorCode[];

/** The skeleton of a record, so that the content does not jump when the record comes. */
export function skeletonTemplate(status = text('panel.loading')): TemplateResult {
  return html`
    <p class="visually-hidden" role="status">${status}</p>
    <div class="skeleton" part="skeleton" aria-hidden="true">
      <header><i class="kind"></i><i class="title"></i><i class="contact"></i></header>
      <div class="rows">
        ${[1, 2, 3, 4].map(() => html`<div><i></i><i class="value"></i></div>`)}
      </div>
    </div>
  `;
}

/**
 * The notice over a record or a list that may be old, with the button that loads it again. It stays
 * while that happens, so that nothing moves under the pointer.
 */
export function staleTemplate(isRefreshing: boolean, {reload}: PanelView): TemplateResult {
  return html`<div class="note stale" part="notice">
    <span role="status">${text('panel.stale')}</span>
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

/** No record has the number, or the search failed; the slot `empty` is for what the page offers then. */
export function notLinkedTemplate(
  number: CallNumber | null,
  error: CallCardError | null,
  view: PanelView,
): TemplateResult {
  return html`${messageTemplate(
      notLinkedMessage(number, error),
      error === null ? null : retryOf(error, view),
    )}<slot name="empty"></slot>`;
}

function notLinkedMessage(number: CallNumber | null, error: CallCardError | null): Message {
  switch (number?.kind) {
    case undefined:
      return {title: text('panel.no-record'), hint: text('panel.no-record-hint')};
    case 'number':
      return {
        title: text('panel.not-linked-number', {number: isolatedNumber(number.value)}),
        hint: text(error === null ? 'panel.nobody-hint' : 'panel.search-failed'),
      };
    case 'hidden':
      return {title: text('panel.not-linked'), hint: text('panel.hidden-number-hint')};
    case 'unknown':
      return {title: text('panel.not-linked'), hint: text('panel.unknown-number-hint')};
  }
}

export function badAttributesTemplate(): TemplateResult {
  return messageTemplate({
    title: text('panel.bad-attributes'),
    hint: text('panel.bad-attributes-hint'),
  });
}

export function noPortalTemplate(error: CallCardError, view: PanelView): TemplateResult {
  const message = {title: text('panel.no-portal'), hint: text(`error.${error.code}`)};
  // Not a live region: `CallAnnouncer` announces it once for all elements of the page.
  return messageTemplate(message, retryOf(error, view), nothing);
}

export function failureTemplate(error: CallCardError, view: PanelView): TemplateResult {
  // A refusal of the whole app has a text of its own, whatever the error's code is.
  const explained = appRefusalOf(error.portal) ?? EXPLAINED.find((code) => code === error.code);
  const message =
    explained === undefined
      ? {title: text('panel.failed'), hint: text(`error.${error.code}`)}
      : {title: text(`panel.${explained}`), hint: text(`panel.${explained}-hint`)};
  return messageTemplate(message, retryOf(error, view));
}

function retryOf({retryable}: CallCardError, {reload}: PanelView): (() => void) | null {
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
