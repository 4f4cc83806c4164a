/** The list of the records that have the caller's number, and the way back to it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Caller, Responsible} from '../../model/caller.js';
import {text} from '../../i18n/text.js';
import {isolated} from './panel-rules.js';
import type {PanelView} from './panel-view.js';
import {typeName} from './type-name.js';

export function callersTemplate(
  number: string,
  callers: readonly Caller[],
  view: PanelView,
): TemplateResult {
  return html`<div part="state" class="state">
    <p role="status">${text('panel.callers', {number: isolated(number)})}</p>
    <ul class="callers" part="callers">
      ${callers.map((caller) => html`<li>${callerTemplate(caller, view)}</li>`)}
    </ul>
  </div>`;
}

/** Says that the record was only found, over the record; with the way back where there are more. */
export function foundTemplate(
  content: TemplateResult,
  hasMore: boolean,
  {chooseAnother}: PanelView,
): TemplateResult {
  return html`<p class="note found" part="notice">
      ${text('panel.found')}
      ${
        hasMore
          ? html`<button part="back" class="more" @click=${chooseAnother}>
              ${text('panel.others')}
            </button>`
          : nothing
      }
    </p>
    ${content}`;
}

function callerTemplate({ref, name, responsible}: Caller, {choose}: PanelView): TemplateResult {
  return html`<button part="caller" @click=${() => choose(ref)}>
    <bdi>${name}</bdi>
    <span class="note"
      >${typeName(ref)}${responsible === null ? nothing : html` · ${responsibleTemplate(responsible)}`}</span
    >
  </button>`;
}

function responsibleTemplate({id, name, workday}: Responsible): TemplateResult {
  const person = text('panel.responsible', {name: name ?? `#${id}`});
  return html`${person}${
    workday === null
      ? nothing
      : html` ·
          <span class="workday ${workday}" part="workday">${text(`workday.${workday}`)}</span>`
  }`;
}
