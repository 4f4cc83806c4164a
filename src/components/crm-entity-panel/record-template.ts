/** The picture of a loaded record. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CrmRecord} from '../../crm/record.js';
import {entityTypeOf} from '../../model/entity-type.js';
import type {Multifield} from '../../model/multifield.js';
import {text} from '../../i18n/text.js';
import {
  chipTemplate,
  emailTemplate,
  fieldTemplate,
  phoneTemplate,
  portalLinkTemplate,
} from './field-template.js';
import {isOnTheLine, pathOf} from './panel-rules.js';
import type {PanelView} from './panel-view.js';

/** Types and phones that have a name of their own here. */
const TYPES = [
  'LEAD',
  'DEAL',
  'CONTACT',
  'COMPANY',
  'QUOTE',
  'SMART_INVOICE',
  'SMART_DOCUMENT',
  'SMART_B2E_DOC',
] as const;
const PHONE_TYPES = ['WORK', 'MOBILE', 'HOME', 'FAX'] as const;

export function recordTemplate(record: CrmRecord, view: PanelView): TemplateResult {
  const {title, stage, phones, emails, fields, problems} = record;
  const path = pathOf(record, view.snapshot);
  return html`
    <header part="header">
      <p class="note kind">
        ${typeName(record)} ${stage === null ? nothing : chipTemplate(stage.name, stage.color)}
      </p>
      <h2 part="title">${portalLinkTemplate(title, path, record.ref, view)}</h2>
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
              ${emails.map(({value}) => html`<li>${emailTemplate(value)}</li>`)}
            </ul>`
      }
    </header>
    ${
      fields.length === 0
        ? nothing
        : html`<dl>${fields.map((field) => fieldTemplate(field, view))}</dl>`
    }
    ${problems.length === 0 ? nothing : html`<p class="note">${text('panel.incomplete')}</p>`}
  `;
}

function phoneLine({value, valueType}: Multifield, {snapshot}: PanelView): TemplateResult {
  const type = PHONE_TYPES.find((known) => known === valueType);
  const onTheLine = isOnTheLine(value, snapshot);
  return html`<li>
    ${phoneTemplate(value, onTheLine)}
    ${type === undefined ? nothing : html`<span class="note">${text(`phone-type.${type}`)}</span>`}
    ${onTheLine ? html`<span class="chip line">${text('panel.on-the-line')}</span>` : nothing}
  </li>`;
}

function typeName({ref}: CrmRecord): string {
  const code = entityTypeOf(ref.typeId)?.code;
  return text(`record-type.${TYPES.find((known) => known === code) ?? 'other'}`);
}
