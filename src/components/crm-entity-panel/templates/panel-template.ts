/** The template of a panel: one for each state. */
import {html, type TemplateResult} from 'lit';
import {text} from '../../../i18n/text.js';
import {CallAnnouncer} from '../../shared/call-announcer.js';
import {callersTemplate, foundTemplate} from './callers-template.js';
import type {PanelState} from '../state/panel-state.js';
import type {PanelView} from '../panel-view.js';
import {recordTemplate} from './record-template.js';
import {
  badAttributesTemplate,
  failureTemplate,
  noPortalTemplate,
  notLinkedTemplate,
  skeletonTemplate,
} from './state-templates.js';
import {tabsTemplate} from './tabs-template.js';

type RecordState = Extract<PanelState, {status: 'record'}>;

export function panelTemplate(state: PanelState, view: PanelView): TemplateResult {
  return html`<section class="card" aria-label=${text('panel.label')} aria-busy=${isBusy(state)}>
    <slot name="header"></slot>
    ${stateTemplate(state, view)} ${CallAnnouncer.region}
    <slot name="footer"></slot>
  </section>`;
}

function isBusy(state: PanelState): boolean {
  if (state.status === 'connecting' || state.status === 'searching') return true;
  if (state.status !== 'record') return false;
  const {loading} = state;
  return loading.status === 'loading' || (loading.status === 'loaded' && loading.isRefreshing);
}

function stateTemplate(state: PanelState, view: PanelView): TemplateResult {
  switch (state.status) {
    case 'connecting':
      return skeletonTemplate();
    case 'no-portal':
      return noPortalTemplate(state.error, view);
    case 'not-linked':
      return notLinkedTemplate(state.number, state.error, view);
    case 'searching':
      return skeletonTemplate(text('panel.searching'));
    case 'callers':
      return callersTemplate(state, view);
    case 'bad-attributes':
      return badAttributesTemplate();
    case 'record':
      return tabsTemplate(state.tabs, state.ref, recordStateTemplate(state, view), view);
  }
}

function recordStateTemplate({loading, found}: RecordState, view: PanelView): TemplateResult {
  const content = loadingTemplate(loading, view);
  return found === 0 ? content : foundTemplate(content, found > 1, view);
}

function loadingTemplate(loading: RecordState['loading'], view: PanelView): TemplateResult {
  switch (loading.status) {
    case 'loading':
      return skeletonTemplate();
    case 'loaded':
      return recordTemplate(loading, view);
    case 'failed':
      return failureTemplate(loading.error, view);
  }
}
