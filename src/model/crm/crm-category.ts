/** The pipelines of a CRM type: the answer of `crm.category.list`. */
import {asObject, asText, type Reading} from '../parse/reading.js';
import {readList} from '../parse/parse-list.js';

/** The names by id. 0 is a valid id. */
export type CrmCategories = ReadonlyMap<number, string>;

export function readCategories(result: unknown): Reading<CrmCategories> {
  const categories = new Map<number, string>();
  const list = readList('crm.category.list', asObject(result)?.['categories']);
  for (const row of list.value) {
    const id = readCategoryId(row['id']);
    const name = asText(row['name']);
    if (id !== undefined && name) categories.set(id, name);
  }
  return {value: categories, problems: list.problems};
}

/** An integer from 0; `undefined` for any other value. */
export function readCategoryId(value: unknown): number | undefined {
  const text = asText(value)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
