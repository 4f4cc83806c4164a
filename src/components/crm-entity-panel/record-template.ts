/** The picture of a loaded record. */
import {html, nothing, type TemplateResult} from 'lit';
import {arranged} from '../../crm/arrangement.js';
import type {ClientMultifield, CrmRecord} from '../../crm/record.js';
import {text} from '../../i18n/text.js';
import {chipTemplate, emailTemplate, phoneTemplate, portalLinkTemplate} from './field-template.js';
import {isOnTheLine, pathOf} from './panel-rules.js';
import type {PanelView} from './panel-view.js';
import {sectionsTemplate} from './sections-template.js';
import {typeName} from './type-name.js';
import type {Loading} from './wanted.js';

type Shown = TemplateResult | typeof nothing;
type Loaded = Extract<Loading<CrmRecord>, {status: 'loaded'}>;

/** Phones that have a name of their own here. */
const PHONE_TYPES = ['WORK', 'MOBILE', 'HOME', 'FAX'] as const;

/** `refresh`: whether the record is being loaded again, or could not be. */
export function recordTemplate({value: record, refresh}: Loaded, view: PanelView): TemplateResult {
  const {title, stage, phones, emails, problems} = record;
  const path = pathOf(record, view.snapshot);
  return html`
    <header part="header">
      <p class="note kind">
        ${record.typeName ?? typeName(record.ref)}
        ${stage === null ? nothing : chipTemplate(stage.name, stage.color)}
        ${refreshTemplate(refresh, view)}
      </p>
      <h2 part="title">${portalLinkTemplate(title, path, record.ref, view)}</h2>
      ${
        refresh === 'failed'
          ? html`<p class="note" role="status">${text('panel.stale')}</p>`
          : nothing
      }
      ${
        view.openFailed
          ? html`<p class="note" role="status">${text('panel.open-failed')}</p>`
          : nothing
      }
      ${
        phones.length + emails.length === 0
          ? nothing
          : html`<ul class="contacts">
              ${phones.map((phone) => phoneLine(phone, view))}
              ${emails.map(({value, owner}) => html`<li>${emailTemplate(value)} ${ownerTemplate(owner)}</li>`)}
            </ul>`
      }
    </header>
    ${sectionsTemplate(record.ref.typeId, arranged(record, view.fields), view)}
    ${problems.length === 0 ? nothing : html`<p class="note">${text('panel.incomplete')}</p>`}
  `;
}

function refreshTemplate(refresh: Loaded['refresh'], {reload}: PanelView): TemplateResult {
  return html`<button
    class="refresh"
    part="refresh"
    aria-label=${text('panel.refresh')}
    title=${text('panel.refresh')}
    aria-disabled=${refresh === 'running' ? 'true' : nothing}
    @click=${reload}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M13 8a5 5 0 1 1-1.5-3.5L13 6M13 2.5V6H9.5" />
    </svg>
  </button>`;
}

function phoneLine(
  {value, valueType, owner}: ClientMultifield,
  {snapshot}: PanelView,
): TemplateResult {
  const type = PHONE_TYPES.find((known) => known === valueType);
  const onTheLine = isOnTheLine(value, snapshot);
  return html`<li>
    ${phoneTemplate(value, onTheLine)}
    ${type === undefined ? nothing : html`<span class="note">${text(`phone-type.${type}`)}</span>`}
    ${ownerTemplate(owner)}
    ${onTheLine ? html`<span class="chip line">${text('panel.on-the-line')}</span>` : nothing}
  </li>`;
}

/** Whose number it is, where it is not the record's own. */
function ownerTemplate(owner: ClientMultifield['owner']): Shown {
  return owner === null ? nothing : html`<bdi class="note">${owner.title}</bdi>`;
}
