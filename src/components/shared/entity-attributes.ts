/** The attributes `entity-type` and `entity-id`, by which a page names the record of an element. */
import {readEntityRef, type EntityRef} from '../../model/entity/entity-ref.js';
import {ENTITY_TYPES} from '../../model/entity/entity-type.js';
import {isBlank, problem, type Reading} from '../../model/parse/reading.js';
import {reportMistake} from './mistakes/report-mistake.js';

export interface EntityAttributes {
  /** The code of a CRM type or its number. */
  readonly entityType: unknown;
  readonly entityId: unknown;
}

/** Whether the page names a record, be it correctly or not. */
export function hasEntityAttributes({entityType, entityId}: EntityAttributes): boolean {
  return !isBlank(entityType) || !isBlank(entityId);
}

/** The record that the attributes name, or `null`; the problems say what is wrong with them. */
export function readEntityAttributes(attributes: EntityAttributes): Reading<EntityRef | null> {
  const {entityType, entityId} = attributes;
  if (isBlank(entityType) && !isBlank(entityId)) {
    return {value: null, problems: [problem('entity-type', 'a CRM type', entityType)]};
  }
  return readEntityRef(entityType, entityId);
}

/** The record that the attributes name; `undefined` if the page names none. */
export function namedEntity(attributes: EntityAttributes): Reading<EntityRef | null> | undefined {
  return hasEntityAttributes(attributes) ? readEntityAttributes(attributes) : undefined;
}

/** Warns on the console of attributes that name no record. */
export function reportEntityAttributes(host: HTMLElement & EntityAttributes): void {
  const {localName, entityType, entityId} = host;
  const attributes = Object.entries({'entity-type': entityType, 'entity-id': entityId})
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${String(value)}"`);
  const written = `<${localName}${attributes.join('')}>`;
  for (const {path} of readEntityAttributes(host).problems) {
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
