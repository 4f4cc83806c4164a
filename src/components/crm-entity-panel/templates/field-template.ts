/** The templates of field values: one table entry for each kind of value. */
import {html, nothing, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {FieldDisplay} from '../../../crm/format/field-display.js';
import type {RecordField} from '../../../crm/record.js';
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import {text} from '../../../i18n/text.js';
import {readableOn} from '../../shared/record/readable-color.js';
import {labelOf} from './record-labels.js';
import {emailHref, isLong} from '../panel-rules.js';
import type {PanelView} from '../panel-view.js';
import {calledTemplate, phonesTemplate} from './phone-template.js';

type Shown = TemplateResult | string | typeof nothing;

type Templates = {
  readonly [K in FieldDisplay['kind']]: (
    display: Extract<FieldDisplay, {kind: K}>,
    code: string,
    view: PanelView,
  ) => Shown;
};

/** As high as a line of text, so that nothing moves when a name comes that fits in one. */
const pendingTemplate = html`<span class="pending" part="pending">&nbsp;</span>`;

const TEMPLATES: Templates = {
  // For a field that is shown even if it is empty.
  none: () => html`<span class="note">${text('panel.empty')}</span>`,
  // Each text has its own direction and the alignment of the others.
  text: (display) => (display.pending ? pendingTemplate : html`<bdi>${display.text}</bdi>`),
  lines: (display, code, view) => longTemplate(display.text, code, view),
  boolean: ({value}) => text(value ? 'panel.yes' : 'panel.no'),
  link: (display) => externalTemplate(display.href, display.text),
  chip: (display) => chipTemplate(display.text, display.color, 'chip'),
  phone: ({number}, _code, view) =>
    html`${phonesTemplate(number, view)} ${calledTemplate(number, view)}`,
  email: ({address}) => emailTemplate(address),
  reference: (display, _code, view) =>
    display.pending
      ? pendingTemplate
      : portalLinkTemplate(display.text, display.path, display.entity, view),
  file: ({id, href}) => {
    const name = text('panel.file', {id});
    return href === null ? name : externalTemplate(href, name);
  },
  list: ({items}, code, view) =>
    html`<ul>
      ${items.map((item) => html`<li>${displayTemplate(item, code, view)}</li>`)}
    </ul>`,
};

export function fieldTemplate(field: RecordField, view: PanelView): TemplateResult {
  const {code, key, display} = field;
  const value = displayTemplate(display, code, view);
  // A page may use either name as the slot; if they are the same, the outer slot is used. No spaces in
  // the markup: a page may set `white-space` by `::part(value)`.
  // prettier-ignore
  return html`<div part="field" class=${display.kind === 'lines' ? 'lines' : nothing}>
    <dt part="label">${labelOf(field)}</dt>
    <dd part="value"><slot name="field-${code}"><slot name="field-${key}">${value}</slot></slot></dd>
  </div>`;
}

export function emailTemplate(address: string): TemplateResult {
  return html`<a part="email" dir="ltr" href=${ifDefined(emailHref(address) ?? undefined)}
    >${address}</a
  >`;
}

export function chipTemplate(
  name: string,
  color: string | null,
  part: 'chip' | 'stage',
): TemplateResult {
  // A property, because a strict content security policy forbids style attributes.
  const style = color === null ? '' : `background: ${color}; color: ${readableOn(color)}`;
  return html`<span part=${part} class="chip" dir="auto" .style=${style}>${name}</span>`;
}

/** A link into the portal: opens in its slider, with a modifier key in a new tab. */
export function portalLinkTemplate(
  name: string,
  path: string | null,
  entity: EntityRef | null,
  {snapshot, actions}: PanelView,
): TemplateResult {
  if (path === null || snapshot.status !== 'ready') return html`<bdi>${name}</bdi>`;
  return html`<a
    part="link"
    dir="auto"
    href=${snapshot.origin + path}
    target="_blank"
    rel="noopener"
    @click=${(event: MouseEvent) => actions.openPage(event, path, entity)}
    >${name}</a
  >`;
}

function displayTemplate(display: FieldDisplay, code: string, view: PanelView): Shown {
  // The compiler can't see that the entry and the value are of the same kind.
  const template = TEMPLATES[display.kind] as (
    display: FieldDisplay,
    code: string,
    view: PanelView,
  ) => Shown;
  return template(display, code, view);
}

function externalTemplate(href: string, name: string): TemplateResult {
  return html`<a part="link" dir="auto" href=${href} target="_blank" rel="noopener noreferrer"
    >${name}</a
  >`;
}

function longTemplate(content: string, code: string, view: PanelView): Shown {
  if (!isLong(content)) return html`<span class="lines-text" dir="auto">${content}</span>`;
  const whole = view.expanded.has(code);
  return html`<span class="lines-text ${whole ? '' : 'cut'}" dir="auto">${content}</span>
    <button class="more" part="more" aria-expanded=${whole} @click=${() => view.toggleText(code)}>
      ${text(whole ? 'panel.less' : 'panel.more')}
    </button>`;
}
