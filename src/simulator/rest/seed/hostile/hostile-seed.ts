/** The sample firm with a hostile text wherever a person can write one. */
import {isObject, type JsonObject} from '../../../../model/parse/reading.js';
import type {
  ActivitySeed,
  CrmTypeSeed,
  LayoutSeed,
  PortalSeed,
  RecordFields,
  RecordSeed,
  StatusSeed,
} from '../../crm/crm-seed.js';
import {crmType, type CrmType} from '../../crm/crm-type.js';
import {HOSTILE_ADDRESSES, HOSTILE_COLORS, HOSTILE_TEXTS} from './hostile-texts.js';
import {SAMPLE_SEED} from '../sample-seed.js';

const text = endless(HOSTILE_TEXTS);
const address = endless(HOSTILE_ADDRESSES);
const color = endless(HOSTILE_COLORS);

type Poison = (value: unknown) => unknown;

const one: Poison = () => text();
const file: Poison = () => ({id: text(), name: text(), url: address(), urlMachine: address()});

/** The hostile values by field type. Fields of other types are ids, numbers and dates. */
const POISONS: Readonly<Record<string, Poison>> = {
  string: one,
  text: one,
  location: one,
  rest_5_rating: one,
  url: () => address(),
  address: () => `${text()}|52.5;13.4|1`,
  money: () => `12|${text()}`,
  file,
  crm_multifield: multifield,
};

export const HOSTILE_SEED: PortalSeed = hostileSeed(SAMPLE_SEED);

function hostileSeed(seed: PortalSeed): PortalSeed {
  const types = seed.types.map(hostileType);
  return {
    ...seed,
    types,
    records: seed.records.map((record) => hostileRecord(record, types)),
    statuses: seed.statuses.map(hostileStatus),
    users: seed.users.map((user) => ({
      ...user,
      name: text(),
      secondName: text(),
      lastName: text(),
      position: text(),
      photo: address(),
    })),
    categories: seed.categories.map((category) => ({...category, name: text()})),
    layouts: seed.layouts.map(hostileLayout),
    currencies: seed.currencies.map((currency) => ({
      ...currency,
      FULL_NAME: text(),
      FORMAT_STRING: `# ${text()}`,
    })),
    activities: seed.activities.map(hostileActivity),
    requisites: seed.requisites.map((row) => ({...row, RQ_COMPANY_NAME: text(), NAME: text()})),
  };
}

function hostileActivity(activity: ActivitySeed): ActivitySeed {
  const {transcript, fields, ...rest} = activity;
  return {
    ...rest,
    fields: {
      ...fields,
      SUBJECT: text(),
      DESCRIPTION: text(),
      LOCATION: text(),
      COMMUNICATIONS: [{TYPE: 'PHONE', VALUE: text(), ENTITY_SETTINGS: {NAME: text()}}],
      // What no kind is known of is shown by its subject; the provider's word may be anybody's.
      ...(fields['TYPE_ID'] === '6' ? {PROVIDER_TYPE_ID: text()} : {}),
    },
    ...(transcript === undefined ? {} : {transcript: text()}),
  };
}

function hostileType(type: CrmTypeSeed): CrmTypeSeed {
  return {
    ...type,
    name: text(),
    titles: Object.fromEntries(crmType(type).fields.map(({name}) => [name, text()])),
    parents: (type.parents ?? []).map((parent) => ({...parent, title: text()})),
    userFields: type.userFields.map(({items, settings, ...field}) => ({
      ...field,
      title: text(),
      ...(items === undefined ? {} : {items: items.map((item) => ({...item, VALUE: text()}))}),
      settings: field.type === 'boolean' ? {...settings, LABEL: [text(), text()]} : {...settings},
    })),
  };
}

function hostileRecord(record: RecordSeed, types: readonly CrmTypeSeed[]): RecordSeed {
  const seed = types.find(({id}) => id === record.typeId);
  if (seed === undefined) return record;
  return {...record, fields: hostileFields(crmType(seed), record.fields)};
}

function hostileFields({fields}: CrmType, values: RecordFields): RecordFields {
  const types = new Map(fields.map(({name, type}) => [name, type]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const poison = POISONS[types.get(name) ?? ''];
      if (poison === undefined || value === '' || value === null) return [name, value];
      return [name, Array.isArray(value) ? (value as unknown[]).map(poison) : poison(value)];
    }),
  );
}

function hostileStatus(status: StatusSeed): StatusSeed {
  const {color: present, ...rest} = status;
  return {...rest, name: text(), ...(present === undefined ? {} : {color: color()})};
}

/** Replaces titles, not names: names are codes that decide what is shown. */
function hostileLayout(layout: LayoutSeed): LayoutSeed {
  const sections = Array.isArray(layout.layout) ? (layout.layout as unknown[]) : [];
  return {
    ...layout,
    layout: sections.map((section) => (isObject(section) ? {...section, title: text()} : section)),
  };
}

function multifield(row: unknown): JsonObject {
  const {typeId, ...rest} = isObject(row) ? row : {};
  const value = typeId === 'WEB' ? address() : text();
  return {...rest, typeId, value, valueType: text()};
}

/** Yields the texts in turn, so that a record contains all of them. */
function endless(list: readonly string[]): () => string {
  let next = 0;
  return () => list[next++ % list.length] ?? '';
}
