/** What is wrong with the attributes that name a record: in one place for every element that has them. */
import {ENTITY_TYPES} from '../../../model/entity/entity-type.js';
import type {Problem} from '../../../model/parse/reading.js';
import {reportMistake} from './report-mistake.js';

export interface RecordAttributes {
  readonly entityType: unknown;
  readonly entityId: unknown;
}

/** @param problems - what reading the attributes has found */
export function reportRecordAttributes(
  {localName}: HTMLElement,
  {entityType, entityId}: RecordAttributes,
  problems: readonly Problem[],
): void {
  const attributes = Object.entries({'entity-type': entityType, 'entity-id': entityId})
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${String(value)}"`);
  const written = `<${localName}${attributes.join('')}>`;
  for (const {path} of problems) {
    if (/id$/i.test(path)) {
      reportMistake({written, given: String(entityId), allowed: ['a positive whole number']});
      continue;
    }
    const types = ENTITY_TYPES.map(({code}) => code);
    const allowed = [...types, 'DYNAMIC_ with the number of a smart process', 'any type’s number'];
    if (attributes.length === 2) reportMistake({written, given: String(entityType), allowed});
    else reportMistake({written, problem: 'entity-id needs an entity-type beside it', allowed});
  }
}
