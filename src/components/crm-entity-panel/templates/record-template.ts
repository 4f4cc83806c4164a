/** The template of a loaded record. */
import {html, nothing, type TemplateResult} from 'lit';
import {layOutFields} from '../../../crm/record/field-sections.js';
import type {ClientMultifield, CrmRecord} from '../../../crm/record.js';
import {text} from '../../../i18n/text.js';
import type {Loading} from '../../shared/record/keyed-loader.js';
import {rotateCwIcon} from '../../shared/styles/icons.js';
import {typeName} from '../../shared/record/type-name.js';
import {chipTemplate, emailTemplate, portalLinkTemplate} from './field-template.js';
import {isOnTheLine, pathOf} from '../panel-rules.js';
import type {PanelView} from '../panel-view.js';
import {calledTemplate, copyTemplate, phonesTemplate} from './phone-template.js';
import {staleTemplate} from './state-templates.js';
import {sectionsTemplate} from './sections-template.js';

type Shown = TemplateResult | typeof nothing;
type Loaded = Extract<Loading<CrmRecord>, {status: 'loaded'}>;

/** The types of phones that have a text of their own. */
const PHONE_TYPES = ['WORK', 'MOBILE', 'HOME', 'FAX'] as const;

export function recordTemplate(
  {value: record, isRefreshing, isStale}: Loaded,
  view: PanelView,
): TemplateResult {
  const {title, stage, phones, emails, problems} = record;
  const path = pathOf(record, view.snapshot);
  return html`
    <header part="header">
      <p class="note kind" part="type">
        ${record.typeName ?? typeName(record.ref)}
        ${stage === null ? nothing : chipTemplate(stage.name, stage.color, 'stage')}
        ${refreshTemplate(isRefreshing, view)}
      </p>
      <h2 part="title">${portalLinkTemplate(title, path, record.ref, view)}</h2>
      ${isStale ? staleTemplate(isRefreshing, view) : nothing}
      ${noticesOf(view).map(
        (notice) => html`<p class="note" part="notice" role="status">${notice}</p>`,
      )}
      ${
        phones.length + emails.length === 0
          ? nothing
          : html`<ul class="contacts">
              ${phones.map((phone) => phoneLine(phone, view))}
              ${emails.map(({value, owner}) => html`<li>${emailTemplate(value)} ${ownerTemplate(owner)}</li>`)}
            </ul>`
      }
    </header>
    ${sectionsTemplate(record.ref.typeId, layOutFields(record, view.fields, view.formatters), view)}
    ${problems.length === 0 ? nothing : html`<p class="note" part="notice">${text('panel.incomplete')}</p>`}
  `;
}

/** What the portal has refused, the most important first. */
function noticesOf({actions}: PanelView): readonly string[] {
  return [
    ...(actions.failures.has('open') ? [text('panel.open-failed')] : []),
    ...(actions.failures.has('call') ? [text('panel.call-failed')] : []),
  ];
}

function refreshTemplate(isRefreshing: boolean, {reload}: PanelView): TemplateResult {
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

function phoneLine({value, valueType, owner}: ClientMultifield, view: PanelView): TemplateResult {
  const type = PHONE_TYPES.find((known) => known === valueType);
  return html`<li>
    ${phonesTemplate(value, view, copyTemplate)}
    ${type === undefined ? nothing : html`<span class="note">${text(`phone-type.${type}`)}</span>`}
    ${ownerTemplate(owner)}
    ${
      isOnTheLine(value, view.snapshot)
        ? html`<span class="chip line" part="on-the-line">${text('panel.on-the-line')}</span>`
        : nothing
    }
    ${calledTemplate(value, view)}
  </li>`;
}

/** The title of the client whose number it is, if that is not the record itself. */
function ownerTemplate(owner: ClientMultifield['owner']): Shown {
  return owner === null ? nothing : html`<bdi class="note" part="owner">${owner.title}</bdi>`;
}
