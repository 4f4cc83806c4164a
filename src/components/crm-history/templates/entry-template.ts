/** What the entries of a history have in common: a link, and a line of details. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CrmActivity, OpenItem, ResponsibleUser} from '../../../crm/history.js';
import {dotted} from '../../shared/styles/dotted-line.js';
import type {HistoryView} from '../history-view.js';

/** A link into the portal: opens in its slider, with a modifier key in a new tab. */
export function linkTemplate(
  name: string,
  entry: CrmActivity | OpenItem,
  {snapshot, actions}: HistoryView,
): TemplateResult {
  const {path} = entry;
  if (path === null || snapshot.status !== 'ready') return html`<bdi part="subject">${name}</bdi>`;
  return html`<a
    part="subject link"
    dir="auto"
    href=${snapshot.origin + path}
    target="_blank"
    rel="noopener"
    @click=${(event: MouseEvent) => actions.openEntry(event, path, entry)}
    >${name}</a
  >`;
}

export function detailsTemplate(
  details: readonly (TemplateResult | string)[],
): TemplateResult | typeof nothing {
  const present = details.filter((detail) => detail !== '');
  return present.length === 0
    ? nothing
    : html`<div class="note details dotted" part="details">${dotted(present)}</div>`;
}

/** The name of the responsible person; the number of one whose name is not told. */
export function responsibleDetail(responsible: ResponsibleUser | null): TemplateResult | '' {
  return responsible === null ? '' : html`<bdi>${responsible.name ?? `#${responsible.id}`}</bdi>`;
}
