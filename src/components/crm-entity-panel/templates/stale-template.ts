/** Says over what is on screen that it may be old, with the button that asks for it again. */
import {html, nothing, type TemplateResult} from 'lit';
import {text} from '../../../i18n/text.js';
import type {PanelView} from '../panel-view.js';

/** It stays while it is loaded again: nothing moves under a pointer that has just pressed its button. */
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
