/** A reference to one CRM record, and its readers. */
import {entityTypeOf} from './entity-type.js';
import {
  asId,
  asText,
  isBlank,
  isObject,
  problem,
  type Problem,
  type Reading,
} from '../parse/reading.js';

export interface EntityRef {
  /** The numeric `entityTypeId` of REST, e.g. 3 for a contact. */
  readonly typeId: number;
  readonly id: number;
}

/** Whether both are the same record, or both are `null`. */
export function sameEntity(a: EntityRef | null, b: EntityRef | null): boolean {
  return a === b || (a !== null && b !== null && a.typeId === b.typeId && a.id === b.id);
}

/** A key of the reference: `3:17`. */
export function entityKey(ref: EntityRef): string {
  return `${ref.typeId}:${ref.id}`;
}

/** The portal's path to the record, e.g. `/crm/contact/details/17/`. */
export function entityPath(ref: EntityRef): string | undefined {
  const type = entityTypeOf(ref.typeId);
  return type === undefined ? undefined : `${type.path}${ref.id}/`;
}

/**
 * Reads a reference from a separate type and id. Without a type, or with the id `"0"`, there is no record.
 * An unknown type or an invalid id is a problem.
 */
export function readEntityRef(type: unknown, id: unknown, path = ''): Reading<EntityRef | null> {
  if (isBlank(type) || type === 0 || type === '0') return {value: null, problems: []};
  if (isBlank(id) || id === 0 || id === '0') return {value: null, problems: []};
  const problems: Problem[] = [];
  const entityType = entityTypeOf(asText(type) ?? '');
  if (entityType === undefined) problems.push(problem(`${path}ENTITY_TYPE`, 'a CRM type', type));
  const entityId = asId(id);
  if (entityId === undefined) problems.push(problem(`${path}ENTITY_ID`, 'a positive id', id));
  if (entityType === undefined || entityId === undefined) return {value: null, problems};
  return {value: {typeId: entityType.id, id: entityId}, problems};
}

/** Reads `CRM_BINDINGS`: a list of `{ENTITY_TYPE, ENTITY_ID}`, absent without bindings. */
export function readBindings(value: unknown): Reading<readonly EntityRef[]> {
  const list = isObject(value) ? Object.values(value) : value;
  if (isBlank(list)) return {value: [], problems: []};
  if (!Array.isArray(list)) {
    return {value: [], problems: [problem('CRM_BINDINGS', 'a list of bindings', value)]};
  }
  const bindings = new Map<string, EntityRef>();
  const problems: Problem[] = [];
  for (const [index, item] of (list as unknown[]).entries()) {
    const path = `CRM_BINDINGS[${index}].`;
    if (!isObject(item)) {
      problems.push(problem(path.slice(0, -1), 'an object', item));
      continue;
    }
    const reading = readEntityRef(item['ENTITY_TYPE'], item['ENTITY_ID'], path);
    problems.push(...reading.problems);
    if (reading.value !== null) bindings.set(entityKey(reading.value), reading.value);
  }
  return {value: [...bindings.values()], problems};
}
