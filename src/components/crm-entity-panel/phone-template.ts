/** A phone number that can be called and copied. */
import {html, nothing, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {text} from '../../i18n/text.js';
import {copyIcon} from '../shared/icons.js';
import {isolated, isOnTheLine, phoneHref} from './panel-rules.js';
import type {PanelView} from './panel-view.js';

/** Called through the portal where it offers that, else by whatever the device calls with. */
export function phoneTemplate(number: string, {snapshot, links}: PanelView): TemplateResult {
  return html`<a
    part="phone"
    dir="ltr"
    href=${ifDefined(phoneHref(number) ?? undefined)}
    aria-current=${isOnTheLine(number, snapshot) ? 'true' : nothing}
    @click=${(event: MouseEvent) => links.call(event, number)}
    >${number}</a
  >`;
}

/** The button behind a number, and what became of it. */
export function copyTemplate(number: string, {links}: PanelView): TemplateResult {
  const copied = links.copied?.number === number ? links.copied : null;
  return html`<button
      class="icon copy"
      part="copy"
      aria-label=${text('panel.copy', {number: isolated(number)})}
      title=${text('panel.copy', {number: isolated(number)})}
      @click=${() => links.copy(number)}
    >
      ${copyIcon}
    </button>
    <span class="note" role="status"
      >${copied === null ? nothing : text(copied.done ? 'panel.copied' : 'panel.not-copied')}</span
    >`;
}
