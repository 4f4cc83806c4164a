/** The list of records that have the caller's number, and the button that goes back to it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Caller, Responsible} from '../../../model/call/caller.js';
import {isolatedNumber, text} from '../../../i18n/text.js';
import {dotted} from '../../shared/styles/dotted-line.js';
import {typeName} from '../../shared/record/type-name.js';
import type {PanelState} from '../state/panel-state.js';
import type {PanelView} from '../panel-view.js';
import {staleTemplate} from './state-templates.js';

export function callersTemplate(
  {number, callers, isRefreshing, isStale}: Extract<PanelState, {status: 'callers'}>,
  view: PanelView,
): TemplateResult {
  return html`<div part="state" class="state">
    ${isStale ? staleTemplate(isRefreshing, view) : nothing}
    <p role="status">${text('panel.callers', {number: isolatedNumber(number)})}</p>
    <ul class="callers" part="callers">
      ${callers.map((caller) => html`<li>${callerTemplate(caller, view)}</li>`)}
    </ul>
  </div>`;
}

/** A record that was found by its number, with a notice and, if there are more, the button back. */
export function foundTemplate(
  content: TemplateResult,
  hasMore: boolean,
  {backToCallers}: PanelView,
): TemplateResult {
  return html`<p class="note found" part="notice">
      ${text('panel.found')}
      ${
        hasMore
          ? html`<button part="back" class="more" @click=${backToCallers}>
              ${text('panel.others')}
            </button>`
          : nothing
      }
    </p>
    ${content}`;
}

function callerTemplate(
  {ref, name, responsible}: Caller,
  {chooseRecord}: PanelView,
): TemplateResult {
  return html`<button part="caller" @click=${() => chooseRecord(ref)}>
    <bdi>${name}</bdi>
    <span class="note dotted"
      >${dotted([typeName(ref), ...(responsible === null ? [] : responsibleParts(responsible))])}</span
    >
  </button>`;
}

function responsibleParts({id, name, workday}: Responsible): readonly unknown[] {
  const person = text('panel.responsible', {name: name ?? `#${id}`});
  if (workday === null) return [person];
  return [
    person,
    html`<span class="workday ${workday}" part="workday">${text(`workday.${workday}`)}</span>`,
  ];
}
