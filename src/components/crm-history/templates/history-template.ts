/** The template of a history: one for each state. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CrmActivity, CrmHistory} from '../../../crm/history.js';
import {text} from '../../../i18n/text.js';
import {CallAnnouncer} from '../../shared/call-announcer.js';
import type {Loading} from '../../shared/record/keyed-loader.js';
import {rotateCwIcon} from '../../shared/styles/icons.js';
import {recentCallsText} from '../history-labels.js';
import type {CutList, HistoryView} from '../history-view.js';
import type {HistoryState} from '../state/history-state.js';
import {activityTemplate} from './activity-template.js';
import {itemTemplate} from './item-template.js';
import {
  badAttributesTemplate,
  emptyTemplate,
  failureTemplate,
  noPortalTemplate,
  noRecordTemplate,
  retryTemplate,
  skeletonTemplate,
} from './state-templates.js';

type Loaded = Extract<Loading<CrmHistory>, {status: 'loaded'}>;
type Shown = TemplateResult | typeof nothing;

/** So many entries of what is planned or in progress are shown at first: what happened is below them. */
const MOST_ENTRIES = 5;

export function historyTemplate(state: HistoryState, view: HistoryView): TemplateResult {
  return html`<section class="card" aria-label=${text('history.label')} aria-busy=${isBusy(state)}>
    <slot name="header"></slot>
    <header part="header">
      <h2 part="title">${text('history.label')}</h2>
      ${state.status === 'record' ? refreshTemplate(state.loading, view) : nothing}
    </header>
    ${stateTemplate(state, view)} ${CallAnnouncer.region}
    <slot name="footer"></slot>
  </section>`;
}

function isBusy(state: HistoryState): boolean {
  if (state.status === 'waiting') return true;
  if (state.status !== 'record') return false;
  const {loading} = state;
  return loading.status === 'loading' || (loading.status === 'loaded' && loading.isRefreshing);
}

function refreshTemplate(loading: Loading<CrmHistory>, {reload}: HistoryView): Shown {
  if (loading.status !== 'loaded') return nothing;
  const {isRefreshing} = loading;
  return html`<button
    class="icon refresh"
    part="refresh"
    title=${text('panel.refresh')}
    aria-disabled=${isRefreshing ? 'true' : nothing}
    @click=${isRefreshing ? nothing : reload}
  >
    ${rotateCwIcon}
  </button>`;
}

function stateTemplate(state: HistoryState, view: HistoryView): TemplateResult {
  switch (state.status) {
    case 'waiting':
      return skeletonTemplate();
    case 'no-portal':
      return noPortalTemplate(state.error, view);
    case 'bad-attributes':
      return badAttributesTemplate();
    case 'none':
      return noRecordTemplate();
    case 'record':
      return loadingTemplate(state.loading, view);
  }
}

function loadingTemplate(loading: Loading<CrmHistory>, view: HistoryView): TemplateResult {
  switch (loading.status) {
    case 'loading':
      return skeletonTemplate();
    case 'failed':
      return failureTemplate(loading.error, view);
    case 'loaded':
      return loadedTemplate(loading, view);
  }
}

function loadedTemplate(loaded: Loaded, view: HistoryView): TemplateResult {
  const {value: history, isRefreshing, isStale} = loaded;
  const calls = recentCallsText(history.recentCalls);
  return html`
    ${calls === '' ? nothing : html`<p class="note calls" part="calls">${calls}</p>`}
    ${isStale ? retryTemplate(text('history.stale'), isRefreshing, view) : nothing}
    ${
      view.actions.isRefused
        ? html`<p class="note" part="notice" role="status">${text('panel.open-failed')}</p>`
        : nothing
    }
    ${entriesTemplate(history, view)} ${isStale ? nothing : problemsTemplate(loaded, view)}
  `;
}

function entriesTemplate(history: CrmHistory, view: HistoryView): TemplateResult {
  const {currentActivity, hasMore, problems} = history;
  const shown = ({id, kind}: CrmActivity): boolean =>
    id !== currentActivity?.id && view.kinds.includes(kind);
  const activities = (list: readonly CrmActivity[]): readonly TemplateResult[] =>
    list.map((activity) => activityTemplate(activity, history, view));
  const current = currentActivity === null ? [] : [currentActivity];
  const planned = history.planned.filter(shown);
  const past = history.past.filter(shown);
  const items = view.kinds.includes('open') ? history.openItems : [];
  const count = current.length + planned.length + past.length + items.length;
  if (count === 0 && !hasMore && problems.length === 0) return emptyTemplate();
  return html`
    ${listTemplate('current', text('summary.label'), activities(current))}
    ${cutListTemplate('planned', text('history.planned'), activities(planned), view)}
    ${cutListTemplate(
      'open',
      text('history.open'),
      items.map((item) => itemTemplate(item, view)),
      view,
    )}
    ${listTemplate('past', text('history.past'), activities(past))}
    ${hasMore && view.kinds.some((kind) => kind !== 'open') ? moreTemplate(view) : nothing}
    <p class="visually-hidden" role="status" id="shown"></p>
  `;
}

function listTemplate(
  part: 'current' | 'planned' | 'open' | 'past',
  title: string,
  entries: readonly TemplateResult[],
): Shown {
  if (entries.length === 0) return nothing;
  return html`<div part=${part}>
    <h3 part="section-title" id=${part}>${title}</h3>
    <ul aria-labelledby=${part}>
      ${entries}
    </ul>
  </div>`;
}

/** A list of which only the first entries are shown until the operator wants all. */
function cutListTemplate(
  part: CutList,
  title: string,
  entries: readonly TemplateResult[],
  {expandedLists, toggleList}: HistoryView,
): Shown {
  const whole = expandedLists.has(part);
  const shown = whole ? entries : entries.slice(0, MOST_ENTRIES);
  return html`${listTemplate(part, title, shown)}
  ${
    entries.length > MOST_ENTRIES
      ? html`<button
          class="more all"
          part="all"
          aria-expanded=${whole}
          aria-describedby=${part}
          @click=${() => toggleList(part)}
        >
          ${text(whole ? 'panel.less' : 'panel.more')}
        </button>`
      : nothing
  }`;
}

function moreTemplate({isLoadingMore, showMore}: HistoryView): TemplateResult {
  return html`<button
    part="more"
    aria-busy=${isLoadingMore ? 'true' : nothing}
    aria-disabled=${isLoadingMore ? 'true' : nothing}
    @click=${isLoadingMore ? nothing : showMore}
  >
    ${text('panel.more')}
  </button>`;
}

/** Says that something is missing; the rest is shown. */
function problemsTemplate({value, isRefreshing}: Loaded, view: HistoryView): Shown {
  const {problems} = value;
  if (problems.length === 0) return nothing;
  return problems.some(({isRetryable}) => isRetryable)
    ? retryTemplate(text('panel.incomplete'), isRefreshing, view)
    : html`<p class="note" part="notice">${text('panel.incomplete')}</p>`;
}
