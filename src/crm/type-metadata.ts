/** What is the same for all records of a type: labels, types of fields, pipelines. Kept in memory. */
import {readCategories, type CrmCategories} from '../model/crm-category.js';
import {readFieldMetas, type FieldMetas} from '../model/crm-fields.js';
import {entityTypeOf} from '../model/entity-type.js';
import type {Problem} from '../model/reading.js';
import {outcomeOf, type BatchQueue} from './batch-queue.js';
import {readOutcome} from './read-outcome.js';
import {categoriesKey, fieldsKey, typeCalls} from './record-calls.js';

export interface TypeMetadata {
  readonly fields: FieldMetas;
  readonly categories: CrmCategories;
  /** What could not be loaded or read. */
  readonly problems: readonly Problem[];
}

export class MetadataCache {
  readonly #queue: BatchQueue;
  readonly #types = new Map<number, Promise<TypeMetadata>>();

  constructor(queue: BatchQueue) {
    this.#queue = queue;
  }

  /** Never rejects: a record is shown without labels rather than not at all. */
  of(typeId: number): Promise<TypeMetadata> {
    const metadata = this.#types.get(typeId) ?? this.#load(typeId);
    this.#types.set(typeId, metadata);
    return metadata;
  }

  async #load(typeId: number): Promise<TypeMetadata> {
    const type = entityTypeOf(typeId);
    const outcome = await this.#queue.run(typeCalls(typeId, type));
    const fields = readOutcome(outcomeOf(outcome, fieldsKey(typeId)), readFieldMetas);
    const categories = type?.hasCategories
      ? readOutcome(outcomeOf(outcome, categoriesKey(typeId)), readCategories)
      : {value: new Map<number, string>(), problems: [], retryable: false};
    // Without labels, or where another attempt may help, the next record of the type asks again.
    if (fields.value === null || categories.retryable) this.#types.delete(typeId);
    return {
      fields: fields.value ?? new Map(),
      categories: categories.value ?? new Map(),
      problems: [...fields.problems, ...categories.problems],
    };
  }
}
