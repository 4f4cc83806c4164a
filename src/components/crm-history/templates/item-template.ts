/** The template of a deal, quote, invoice or smart process that is in progress. */
import {html, nothing, type TemplateResult} from 'lit';
import type {OpenItem} from '../../../crm/history.js';
import type {Stage} from '../../../crm/record.js';
import {readableOn} from '../../shared/record/readable-color.js';
import {typeName} from '../../shared/record/type-name.js';
import type {HistoryView} from '../history-view.js';
import {detailsTemplate, linkTemplate, responsibleDetail} from './entry-template.js';

export function itemTemplate(item: OpenItem, view: HistoryView): TemplateResult {
  return html`<li part="item" class="item">
    <div class="top">${linkTemplate(item.title, item, view)} ${stageTemplate(item.stage)}</div>
    ${detailsTemplate([
      html`<bdi part="type">${item.typeName ?? typeName(item.ref)}</bdi>`,
      item.amountText === '' ? '' : html`<bdi part="amount">${item.amountText}</bdi>`,
      responsibleDetail(item.responsible),
    ])}
  </li>`;
}

function stageTemplate(stage: Stage | null): TemplateResult | typeof nothing {
  if (stage === null) return nothing;
  const {name, color} = stage;
  // A property, because a strict content security policy forbids style attributes.
  const style = color === null ? '' : `background: ${color}; color: ${readableOn(color)}`;
  return html`<span part="stage" class="chip" dir="auto" .style=${style}>${name}</span>`;
}
