/** The picture of whatever a panel shows. */
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

export function panelTemplate(present: PanelState, view: PanelView): TemplateResult {
  return html`<section class="card" aria-label=${text('panel.label')} aria-busy=${isBusy(present)}>
    <slot name="header"></slot>
    ${picture(present, view)} ${CallAnnouncer.region}
    <slot name="footer"></slot>
  </section>`;
}

function isBusy(present: PanelState): boolean {
  if (present.status === 'connecting' || present.status === 'searching') return true;
  if (present.status !== 'record') return false;
  const {loading} = present;
  return loading.status === 'loading' || (loading.status === 'loaded' && loading.isRefreshing);
}

function picture(present: PanelState, view: PanelView): TemplateResult {
  switch (present.status) {
    case 'connecting':
      return skeletonTemplate();
    case 'no-portal':
      return noPortalTemplate(present.error, view);
    case 'not-linked':
      return notLinkedTemplate(present.number, present.error, view);
    case 'searching':
      return skeletonTemplate(text('panel.searching'));
    case 'callers':
      return callersTemplate(present, view);
    case 'bad-attributes':
      return badAttributesTemplate();
    case 'record':
      return tabsTemplate(present.tabs, present.ref, recordPicture(present, view), view);
  }
}

function recordPicture({loading, found}: RecordState, view: PanelView): TemplateResult {
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
