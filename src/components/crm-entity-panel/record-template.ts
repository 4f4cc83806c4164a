/** The picture of a loaded record. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CrmRecord} from '../../crm/record.js';
import {entityTypeOf} from '../../model/entity-type.js';
import type {Multifield} from '../../model/multifield.js';
import {lookUp} from '../../model/reading.js';
import {text, type TextKey} from '../../i18n/text.js';
import {
  chipTemplate,
  emailTemplate,
  fieldTemplate,
  phoneTemplate,
  portalLinkTemplate,
} from './field-template.js';
import {isOnTheLine, pathOf} from './panel-rules.js';
import type {PanelView} from './panel-view.js';

const TYPE_NAMES = {
  LEAD: 'record-type.LEAD',
  DEAL: 'record-type.DEAL',
  CONTACT: 'record-type.CONTACT',
  COMPANY: 'record-type.COMPANY',
  QUOTE: 'record-type.QUOTE',
  SMART_INVOICE: 'record-type.SMART_INVOICE',
  SMART_DOCUMENT: 'record-type.SMART_DOCUMENT',
  SMART_B2E_DOC: 'record-type.SMART_B2E_DOC',
} as const satisfies Record<string, TextKey>;

const PHONE_TYPES = {
  WORK: 'phone-type.WORK',
  MOBILE: 'phone-type.MOBILE',
  HOME: 'phone-type.HOME',
  FAX: 'phone-type.FAX',
} as const satisfies Record<string, TextKey>;

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
  const type = lookUp(PHONE_TYPES, valueType);
  const onTheLine = isOnTheLine(value, snapshot);
  return html`<li>
    ${phoneTemplate(value, onTheLine)}
    ${type === undefined ? nothing : html`<span class="note">${text(type)}</span>`}
    ${onTheLine ? html`<span class="chip line">${text('panel.on-the-line')}</span>` : nothing}
  </li>`;
}

function typeName({ref}: CrmRecord): string {
  const code = entityTypeOf(ref.typeId)?.code ?? '';
  return text(lookUp(TYPE_NAMES, code) ?? 'record-type.other');
}
