/** The template of a record's sections; a section with a title can be collapsed. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Section} from '../../../crm/record/field-sections.js';
import {fieldTemplate} from './field-template.js';
import {isCollapsed, setCollapsed} from '../state/collapsed-sections.js';
import type {PanelView} from '../panel-view.js';

export function sectionsTemplate(
  typeId: number,
  sections: readonly Section[],
  view: PanelView,
): (TemplateResult | typeof nothing)[] {
  return sections.map((section) => sectionTemplate(typeId, section, view));
}

function sectionTemplate(
  typeId: number,
  {name, title, fields}: Section,
  view: PanelView,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  const rows = html`<dl>${fields.map((field) => fieldTemplate(field, view))}</dl>`;
  if (title === '') return rows;
  return html`<details
    part="section"
    .open=${!isCollapsed(typeId, name)}
    @toggle=${({currentTarget}: Event) => {
      if (currentTarget instanceof HTMLDetailsElement) {
        setCollapsed(typeId, name, !currentTarget.open);
        view.onSectionToggle();
      }
    }}
  >
    <summary part="section-title"><bdi>${title}</bdi></summary>
    ${rows}
  </details>`;
}
