/** The pictures of a panel without a record: one for each reason. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CallCardError, CallCardErrorCode} from '../../../model/errors/call-card-error.js';
import type {CallNumber} from '../../../model/call/call.js';
import {appRefusalOf} from '../../../model/portal/portal-refusal.js';
import {isolatedNumber, text} from '../../../i18n/text.js';
import type {PanelView} from '../panel-view.js';

interface Words {
  readonly title: string;
  readonly hint: string;
}

/** Failures with words of their own: an operator can do something about them. */
const EXPLAINED = [
  'not-allowed',
  'not-found',
  'missing-scope',
  'limit-reached',
  'offline',
] as const satisfies CallCardErrorCode[];

/** The outline of a record, so that the real one moves nothing when it comes. */
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
 * Says over a record or a list that it may be old, with the button that loads it again. The message
 * stays meanwhile: nothing moves under a pointer that has just pressed its button.
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

/** Nobody was found, or nobody could be looked for; the page may offer what to do then. */
export function notLinkedTemplate(
  number: CallNumber | null,
  error: CallCardError | null,
  view: PanelView,
): TemplateResult {
  return html`${stateTemplate(
      notLinkedWords(number, error),
      error === null ? null : retryOf(error, view),
    )}<slot name="empty"></slot>`;
}

function notLinkedWords(number: CallNumber | null, error: CallCardError | null): Words {
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
  return stateTemplate({
    title: text('panel.bad-attributes'),
    hint: text('panel.bad-attributes-hint'),
  });
}

export function noPortalTemplate(error: CallCardError, view: PanelView): TemplateResult {
  const words = {title: text('panel.no-portal'), hint: text(`error.${error.code}`)};
  // Said once for all elements of the page, by their announcer.
  return stateTemplate(words, retryOf(error, view), nothing);
}

export function failureTemplate(error: CallCardError, view: PanelView): TemplateResult {
  // A refusal of the whole app: neither this record nor a pause has to do with it.
  const explained = appRefusalOf(error.portal) ?? EXPLAINED.find((code) => code === error.code);
  const words =
    explained === undefined
      ? {title: text('panel.failed'), hint: text(`error.${error.code}`)}
      : {title: text(`panel.${explained}`), hint: text(`panel.${explained}-hint`)};
  return stateTemplate(words, retryOf(error, view));
}

function retryOf({retryable}: CallCardError, {reload}: PanelView): (() => void) | null {
  return retryable ? reload : null;
}

function stateTemplate(
  {title, hint}: Words,
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
