/** Which fields of a record are shown, in sections: as the operator, the page or nobody chose. */
import {CONTACT} from '../../model/entity/entity-type.js';
import type {CardLayout, LayoutElement, LayoutSection} from '../../model/crm/card-layout.js';
import {formattedBy, type FieldFormatters} from '../format/field-formatters.js';
import type {CrmRecord, RecordField} from '../record.js';

export interface Section {
  readonly name: string;
  /** Blank where there is nothing to tell it from. */
  readonly title: string;
  readonly fields: readonly RecordField[];
}

/** Parts of the portal's card that are several fields, or a field under another name. */
const COMPOSITES: Readonly<Record<string, readonly string[]>> = {
  OPPORTUNITY_WITH_CURRENCY: ['OPPORTUNITY'],
  CLIENT: ['COMPANY_ID', 'CONTACT_IDS'],
  COMPANY: ['COMPANY_IDS'],
  CONTACT: ['CONTACT_IDS'],
  OBSERVER: ['OBSERVERS'],
  UTM: ['UTM_SOURCE', 'UTM_MEDIUM', 'UTM_CAMPAIGN', 'UTM_CONTENT', 'UTM_TERM'],
};

/** What stands over the sections in every layout. */
const IN_HEADER: ReadonlySet<string> = new Set([
  'TITLE',
  'STAGE_ID',
  'STATUS_ID',
  'PHONE',
  'EMAIL',
]);
/** Parts of a contact's title. */
const NAME_PARTS: ReadonlySet<string> = new Set(['NAME', 'SECOND_NAME', 'LAST_NAME']);

/**
 * @param names - of the fields that the page asks for; empty when it leaves the choice to the operator
 * @param formatters - the page's own
 */
export function layOutFields(
  record: CrmRecord,
  names: readonly string[],
  formatters: FieldFormatters = {},
): readonly Section[] {
  if (names.length > 0 || record.layout === null) {
    const shown = names.length > 0 ? names : record.fieldNames;
    const elements = shown.map((name) => ({name, always: false}));
    return filled([{name: '', title: '', elements}], record, formatters);
  }
  const sections = record.layout.sections.map((section) => ({
    ...section,
    elements: section.elements.filter(
      ({name}) => !IN_HEADER.has(name) && !(record.ref.typeId === CONTACT && NAME_PARTS.has(name)),
    ),
  }));
  return filled(sections, record, formatters);
}

/** The codes of all fields that a layout shows; those over the sections cost no name of their own. */
export function codesIn(layout: CardLayout | null): readonly string[] {
  const elements = (layout?.sections ?? []).flatMap((section) => section.elements);
  return elements.flatMap(({name}) => (IN_HEADER.has(name) ? [] : codesOf(name)));
}

/** The names among these that neither a field of the record has nor a part of the portal's card. */
export function namesWithoutField(record: CrmRecord, names: readonly string[]): readonly string[] {
  return names.filter(
    (name) =>
      !IN_HEADER.has(name) && !Object.hasOwn(COMPOSITES, name) && record.field(name) === undefined,
  );
}

/** The codes that are behind a name of a layout. */
function codesOf(name: string): readonly string[] {
  return COMPOSITES[name] ?? [name];
}

/** Names that no field has are passed over, and sections without anything to show. */
function filled(
  sections: readonly LayoutSection[],
  record: CrmRecord,
  formatters: FieldFormatters,
): readonly Section[] {
  return sections
    .map(({name, title, elements}) => ({
      name,
      title,
      fields: elements.flatMap((element) => fieldsOf(element, record, formatters)),
    }))
    .filter(({fields}) => fields.length > 0);
}

function fieldsOf(
  {name, always}: LayoutElement,
  record: CrmRecord,
  formatters: FieldFormatters,
): readonly RecordField[] {
  return codesOf(name).flatMap((code) => {
    const known = record.field(code);
    const field = known && formattedBy(formatters, known);
    const isShown = field !== undefined && (always || field.display.kind !== 'none');
    return isShown ? [field] : [];
  });
}
