/** What a record is called (reference: REST, section 1.9). */
import {CONTACT} from '../../model/entity/entity-type.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {asText, type JsonObject} from '../../model/parse/reading.js';

/** The title, a person's name, or the number; never blank. */
export function recordTitle({typeId, id}: EntityRef, item: JsonObject, locale: string): string {
  const title = readText(item['title']);
  const person = personName(item, locale);
  const names =
    typeId === CONTACT ? [person, title] : [title, person, readText(item['companyTitle'])];
  return names.find((name) => name !== '') ?? `#${id}`;
}

/** A person's name in the order of the language. */
export function personName(item: JsonObject, locale: string): string {
  const [name, secondName, lastName] = ['name', 'secondName', 'lastName'].map((key) =>
    readText(item[key]),
  );
  // The portal's own order is a setting that no app can read.
  const familyFirst = /^(ja|zh|vi)\b/.test(locale);
  const order = familyFirst ? [lastName, secondName, name] : [name, secondName, lastName];
  return order.filter(Boolean).join(' ');
}

function readText(value: unknown): string {
  return asText(value)?.trim() ?? '';
}
