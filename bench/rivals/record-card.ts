/** What the pages beside the kit show of a record, and the calls of the one batch that brings it. */
export interface Entity {
  readonly typeId: number;
  readonly id: number;
}

export interface BatchCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The result of each call by its key; what failed is not there. */
export type Answers = Readonly<Record<string, unknown>>;

export interface RecordView {
  readonly kind: string;
  readonly title: string;
  readonly stage: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly fields: readonly {readonly label: string; readonly value: string}[];
}

interface FieldInfo {
  readonly type: string;
  readonly title: string;
  readonly items?: readonly {readonly ID: string; readonly VALUE: string}[];
}

interface TypeInfo {
  readonly name: string;
  readonly dictionaries: readonly string[];
  readonly fields: readonly string[];
}

type Item = Readonly<Record<string, unknown>>;

const USER_FIELD = /^UF_/;
const PERSON = ['honorific', 'post', 'companyId'];
const USUAL = ['typeId', 'sourceId', 'assignedById', 'comments', 'utmSource'];

/** Types of records that a call card may have, with what is worth a line. */
const TYPES: Readonly<Record<number, TypeInfo>> = {
  1: {name: 'Lead', dictionaries: ['HONORIFIC', 'SOURCE', 'STATUS'], fields: [...PERSON, ...USUAL]},
  2: {
    name: 'Deal',
    dictionaries: ['DEAL_TYPE', 'SOURCE', 'DEAL_STAGE'],
    fields: ['opportunity', 'companyId', 'contactId', 'closedate', ...USUAL],
  },
  3: {
    name: 'Contact',
    dictionaries: ['HONORIFIC', 'CONTACT_TYPE', 'SOURCE'],
    fields: [...PERSON, ...USUAL],
  },
  4: {
    name: 'Company',
    dictionaries: ['COMPANY_TYPE', 'INDUSTRY', 'EMPLOYEES'],
    fields: ['industry', 'employees', ...USUAL],
  },
};
const UNKNOWN_TYPE: TypeInfo = {name: 'Record', dictionaries: [], fields: USUAL};

/** The record, its labels and the names of what it points at. */
export function callsFor({typeId, id}: Entity): Readonly<Record<string, BatchCall>> {
  const item = {entityTypeId: typeId, id, useOriginalUfNames: 'Y'};
  return {
    item: {method: 'crm.item.get', params: item},
    user: {method: 'user.get', params: {ID: '$result[item][item][assignedById]'}},
    company: named(4, '$result[item][item][companyId]', ['id', 'title']),
    contact: named(3, '$result[item][item][contactId]', ['id', 'name', 'lastName', 'fm']),
  };
}

/** What is the same for all records of a type, and worth keeping. */
export function labelCallsFor(typeId: number): Readonly<Record<string, BatchCall>> {
  const fields = {entityTypeId: typeId, useOriginalUfNames: 'Y'};
  const {dictionaries} = TYPES[typeId] ?? UNKNOWN_TYPE;
  return {
    fields: {method: 'crm.item.fields', params: fields},
    ...Object.fromEntries(
      dictionaries.map((name) => [
        `dictionary_${name}`,
        {method: 'crm.status.list', params: {filter: {ENTITY_ID: name}}},
      ]),
    ),
  };
}

/** The record as it is shown; nothing when it did not come. */
export function viewOf({typeId}: Entity, answers: Answers): RecordView | null {
  const {item} = (answers['item'] ?? {}) as {item?: Item};
  if (item === undefined) return null;
  const infos = ((answers['fields'] ?? {}) as {fields?: Record<string, FieldInfo>}).fields ?? {};
  const {name, fields} = TYPES[typeId] ?? UNKNOWN_TYPE;
  const keys = [...fields, ...Object.keys(infos).filter((key) => USER_FIELD.test(key))];
  return {
    kind: name,
    title: text(item['title']) || personName(item),
    stage: statusName(answers, item['stageId']),
    phones: multifields(item, 'PHONE'),
    emails: multifields(item, 'EMAIL'),
    fields: keys.flatMap((key) => {
      const info = infos[key] ?? {type: 'string', title: key};
      const value = shown(item[key], info, answers);
      return value === '' ? [] : [{label: info.title, value}];
    }),
  };
}

function named(entityTypeId: number, id: string, select: readonly string[]): BatchCall {
  // Without a client nothing has the id 0.
  return {
    method: 'crm.item.list',
    params: {entityTypeId, filter: {'@id': [id]}, select, start: -1},
  };
}

function shown(value: unknown, info: FieldInfo, answers: Answers): string {
  if (Array.isArray(value)) {
    return value.map((part) => shown(part, info, answers)).join(', ');
  }
  if (value === null || value === undefined || value === '' || value === 0) return '';
  switch (info.type) {
    case 'crm_status':
      return statusName(answers, value);
    case 'enumeration':
      return info.items?.find(({ID}) => ID === text(value))?.VALUE ?? '';
    case 'user':
      return personName(first(answers['user']));
    case 'crm_company':
      return text(first(items(answers['company']))['title']);
    case 'crm_contact':
      return personName(first(items(answers['contact'])));
    case 'boolean':
      return value === 'Y' || value === true || value === 1 || value === '1' ? 'Yes' : 'No';
    case 'date':
      return new Date(text(value)).toLocaleDateString('en');
    case 'datetime':
      return new Date(text(value)).toLocaleString('en');
    case 'text':
      return text(value).replace(/\[\/?\w+[^\]]*\]/g, '');
    default:
      return text(value);
  }
}

function statusName(answers: Answers, id: unknown): string {
  for (const [key, entries] of Object.entries(answers)) {
    if (!key.startsWith('dictionary_')) continue;
    const statuses = entries as readonly {readonly STATUS_ID: string; readonly NAME: string}[];
    const found = statuses.find(({STATUS_ID}) => STATUS_ID === id);
    if (found) return found.NAME;
  }
  return text(id);
}

function multifields(item: Item, kind: string): string[] {
  const all = (item['fm'] ?? []) as readonly {readonly typeId: string; readonly value: string}[];
  return all.flatMap(({typeId, value}) => (typeId === kind ? [value] : []));
}

function items(answer: unknown): unknown {
  return ((answer ?? {}) as {items?: unknown}).items;
}

function first(list: unknown): Item {
  return Array.isArray(list) && list.length > 0 ? (list[0] as Item) : {};
}

function personName(item: Item): string {
  const name = item['name'] ?? item['NAME'];
  const lastName = item['lastName'] ?? item['LAST_NAME'];
  return [name, lastName].map(text).filter(Boolean).join(' ');
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
