/** The template of the tabs over the record: one for each record that the call is bound to. */
import {html, type TemplateResult} from 'lit';
import {entityKey, sameEntity, type EntityRef} from '../../../model/entity/entity-ref.js';
import {text} from '../../../i18n/text.js';
import type {PanelTab} from '../state/panel-state.js';
import type {PanelView} from '../panel-view.js';

/** The tabs and the content of the chosen one; with one record only the content. */
export function tabsTemplate(
  tabs: readonly PanelTab[],
  shown: EntityRef,
  content: TemplateResult,
  view: PanelView,
): TemplateResult {
  if (tabs.length < 2) return content;
  return html`
    <div
      role="tablist"
      part="tabs"
      aria-label=${text('panel.tabs')}
      @keydown=${(event: KeyboardEvent) => view.onTabKey(event)}
    >
      ${tabs.map((tab) => tabTemplate(tab, sameEntity(tab.ref, shown), view))}
    </div>
    <div role="tabpanel" part="panel" id="panel" aria-labelledby=${tabId(shown)}>${content}</div>
  `;
}

export function tabId(ref: EntityRef): string {
  return `tab-${entityKey(ref)}`;
}

function tabTemplate(
  {ref, title, type}: PanelTab,
  selected: boolean,
  view: PanelView,
): TemplateResult {
  return html`<button
    role="tab"
    part="tab"
    id=${tabId(ref)}
    aria-selected=${selected}
    aria-controls="panel"
    tabindex=${selected ? 0 : -1}
    @click=${() => view.chooseRecord(ref)}
  >
    <span class="note">${type}</span>
    <bdi>${title ?? '…'}</bdi>
  </button>`;
}

/** The index of the tab that a key moves to; `undefined` for any other key. */
export function tabAfterKey(
  key: string,
  {index, count, rightToLeft}: {index: number; count: number; rightToLeft: boolean},
): number | undefined {
  const forward = rightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return (index + forward + count) % count;
    case 'ArrowLeft':
      return (index - forward + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
