/** What is the same for all records of a type: labels, types of fields, pipelines. */
import {readCategories, type CrmCategories} from '../model/crm-category.js';
import {readFieldMetas, type FieldMetas} from '../model/crm-fields.js';
import {entityTypeOf} from '../model/entity-type.js';
import type {Problem} from '../model/reading.js';
import type {BatchOutcome} from '../model/rest-answer.js';
import {outcomeOf} from './batch-queue.js';
import {readOutcome} from './read-outcome.js';
import {categoriesKey, fieldsKey} from './record-calls.js';

export interface TypeMetadata {
  readonly fields: FieldMetas;
  readonly categories: CrmCategories;
  /** What could not be loaded or read: a record is shown without labels rather than not at all. */
  readonly problems: readonly Problem[];
  /** Whether it is worth keeping; else the next record of the type asks again. */
  readonly complete: boolean;
}

/** Reads the answers to `typeCalls`. */
export function readTypeMetadata(typeId: number, outcome: BatchOutcome): TypeMetadata {
  const fields = readOutcome(outcomeOf(outcome, fieldsKey(typeId)), readFieldMetas);
  const categories = entityTypeOf(typeId)?.hasCategories
    ? readOutcome(outcomeOf(outcome, categoriesKey(typeId)), readCategories)
    : {value: null, problems: [], retryable: false};
  return {
    fields: fields.value ?? new Map(),
    categories: categories.value ?? new Map(),
    problems: [...fields.problems, ...categories.problems],
    complete: fields.value !== null && !categories.retryable,
  };
}
