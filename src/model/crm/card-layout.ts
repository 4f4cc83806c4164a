/** The layout of the portal's record card, which the operator or an administrator has saved. */
import {asText, isObject, problem, type JsonObject, type Reading} from '../parse/reading.js';
import {readRows} from '../parse/parse-list.js';

export interface CardLayout {
  readonly sections: readonly LayoutSection[];
}

export interface LayoutSection {
  /** The section's name in the card: `main`, `user_1a2b`. */
  readonly name: string;
  readonly title: string;
  readonly elements: readonly LayoutElement[];
}

export interface LayoutElement {
  /** A field's upper-case code, or the name of a part of the card: `CLIENT`. */
  readonly name: string;
  /** Whether it is shown even when it is empty. */
  readonly always: boolean;
}

/** Reads `crm.item.details.configuration.get`; `null` without a saved layout. */
export function readCardLayout(result: unknown): Reading<CardLayout | null> {
  if (result === null) return {value: null, problems: []};
  if (!Array.isArray(result) && !isObject(result)) {
    return {value: null, problems: [problem('layout', 'a list of sections', result)]};
  }
  const sections = readRows(result).flatMap(readSection);
  return {value: sections.length === 0 ? null : {sections}, problems: []};
}

function readSection(row: JsonObject): readonly LayoutSection[] {
  const elements = readRows(row['elements']).flatMap(readElement);
  if (elements.length === 0) return [];
  const name = asText(row['name']) ?? '';
  return [{name, title: asText(row['title'])?.trim() ?? '', elements}];
}

function readElement(row: JsonObject): readonly LayoutElement[] {
  const name = asText(row['name'])?.trim() ?? '';
  // A bit set, of which the first bit is known. Old layouts have none.
  const flags = Number(asText(row['optionFlags']) ?? 0);
  return name === '' ? [] : [{name, always: (flags & 1) === 1}];
}
