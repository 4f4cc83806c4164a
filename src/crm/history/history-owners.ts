/** Whose activities belong to a record's history: its own, its contacts' and its company's. */
import {entityKey, type EntityRef} from '../../model/entity/entity-ref.js';
import {COMPANY, CONTACT} from '../../model/entity/entity-type.js';
import {asId} from '../../model/parse/reading.js';
import type {CrmRecord, RecordName} from '../record.js';

/** Of more contacts the first are the ones that the record is about. */
const MOST_CONTACTS = 2;
const MOST_COMPANIES = 1;

/** A company's contacts are not its own history: it may have a thousand. */
export function historyOwners(record: CrmRecord): readonly RecordName[] {
  const {ref} = record;
  const contacts = idsIn(record, 'contactIds', 'contactId').slice(0, MOST_CONTACTS);
  const companies = idsIn(record, 'companyId', 'companyIds').slice(0, MOST_COMPANIES);
  const clients = [
    ...(ref.typeId === CONTACT || ref.typeId === COMPANY ? [] : contacts.map(refTo(CONTACT))),
    ...(ref.typeId === COMPANY ? [] : companies.map(refTo(COMPANY))),
  ];
  const names = namesIn(record);
  return [
    {ref, title: record.title},
    ...clients.map((client) => ({
      ref: client,
      title: names.get(entityKey(client)) ?? `#${client.id}`,
    })),
  ];
}

function refTo(typeId: number): (id: number) => EntityRef {
  return (id) => ({typeId, id});
}

/** The ids in the first of the fields that has some. */
function idsIn(record: CrmRecord, ...fields: readonly string[]): readonly number[] {
  for (const name of fields) {
    const value: unknown = record.field(name)?.value;
    const values: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
    const ids = values.flatMap((id) => asId(id) ?? []);
    if (ids.length > 0) return [...new Set(ids)];
  }
  return [];
}

/** The titles that came with the record, by those whose phones and e-mails did. */
function namesIn({phones, emails, field}: CrmRecord): ReadonlyMap<string, string> {
  const owners = [...phones, ...emails].flatMap(({owner}) => owner ?? []);
  const shown = ['companyId', 'companyIds', 'contactIds'].flatMap((name) => {
    const display = field(name)?.display;
    return display === undefined ? [] : display.kind === 'list' ? display.items : [display];
  });
  const named = shown.flatMap((display) =>
    display.kind === 'reference' && display.entity !== null && display.pending !== true
      ? [{ref: display.entity, title: display.text}]
      : [],
  );
  return new Map([...named, ...owners].map(({ref, title}) => [entityKey(ref), title]));
}
