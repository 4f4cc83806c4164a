/** What is the same for all records of a type: labels, types of fields, pipelines. */
import {readCategories, type CrmCategories} from '../../model/crm/crm-category.js';
import {readFieldMetas, type FieldMetas} from '../../model/crm/crm-fields.js';
import {readTypeNames} from '../../model/crm/crm-owner-type.js';
import {readTimeZone} from '../../model/crm/crm-users.js';
import type {Problem, Reading} from '../../model/parse/reading.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import {unwrapResult} from './unwrap-result.js';
import {categoriesKey, fieldsKey, PROFILE, TYPE_NAMES} from '../request/record-calls.js';

export interface TypeMetadata {
  readonly fields: FieldMetas;
  readonly categories: CrmCategories;
  /** Of a smart process: the kit has words of its own for the other types. */
  readonly typeName: string | null;
  /** The user's; the browser's is taken where the portal did not tell. */
  readonly timeZone: string | undefined;
  /** What could not be loaded or read: a record is shown without labels rather than not at all. */
  readonly problems: readonly Problem[];
}

/** Reads the answers to `typeCalls`. */
export function readTypeMetadata(typeId: number, outcome: BatchOutcome): TypeMetadata {
  const part = <T>(
    key: string,
    read: (result: unknown) => Reading<T | null>,
  ): Reading<T | null> => {
    const call = outcome.get(key);
    return call === undefined ? {value: null, problems: []} : unwrapResult(call, read);
  };
  const fields = part(fieldsKey(typeId), readFieldMetas);
  const categories = part(categoriesKey(typeId), readCategories);
  const typeNames = part(TYPE_NAMES, readTypeNames);
  const timeZone = part(PROFILE, (result) => ({value: readTimeZone(result) ?? null, problems: []}));
  return {
    fields: fields.value ?? new Map(),
    categories: categories.value ?? new Map(),
    typeName: typeNames.value?.get(typeId) ?? null,
    timeZone: timeZone.value ?? undefined,
    // The kit has names of its own where the portal's are refused.
    problems: [
      ...fields.problems,
      ...categories.problems,
      ...(typeNames.value === null ? [] : typeNames.problems),
    ],
  };
}
