/** What the pages beside the kit show of a record. */
import type {Answers, Entity} from './record-card.js';
import {typeInfo, type TypeInfo} from './record-types.js';

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

type Item = Readonly<Record<string, unknown>>;

/** The record as it is shown; nothing when it did not come. */
export function viewOf({typeId}: Entity, answers: Answers): RecordView | null {
  const {item} = (answers['item'] ?? {}) as {item?: Item};
  if (item === undefined) return null;
  const infos = ((answers['fields'] ?? {}) as {fields?: Record<string, FieldInfo>}).fields ?? {};
  const {name, fields, links} = typeInfo(typeId);
  return {
    kind: name,
    title: text(item['title']) || personName(item),
    stage: statusName(answers, item['stageId']),
    phones: multifields(item, 'PHONE'),
    emails: multifields(item, 'EMAIL'),
    fields: fields.flatMap((key) => {
      const info = infos[key] ?? {type: 'string', title: key};
      const value = shown(item[key], info, answers, linkedType(links, key));
      return value === '' ? [] : [{label: info.title, value}];
    }),
  };
}

function linkedType(links: TypeInfo['links'], key: string): number | undefined {
  const found = Object.entries(links).find(([, fields]) =>
    fields.some((field) => field.replace('[]', '') === key),
  );
  return found && Number(found[0]);
}

function shown(value: unknown, info: FieldInfo, answers: Answers, linked?: number): string {
  if (Array.isArray(value)) {
    return value.map((part) => shown(part, info, answers, linked)).join(', ');
  }
  if (value === null || value === undefined || value === '' || value === 0) return '';
  if (linked !== undefined) return nameOf(items(answers[`names_${linked}`]), value);
  switch (info.type) {
    case 'crm_status':
      return statusName(answers, value);
    case 'enumeration':
      return info.items?.find(({ID}) => ID === text(value))?.VALUE ?? '';
    case 'user':
    case 'employee':
      return nameOf(answers['users'], value);
    case 'boolean':
      return value === 'Y' || value === true || value === 1 || value === '1' ? 'Yes' : 'No';
    case 'money':
      return amount(text(value));
    case 'date':
      return new Date(text(value)).toLocaleDateString('en', {dateStyle: 'medium', timeZone: 'UTC'});
    case 'text':
      return text(value).replace(/\[\/?\w+[^\]]*\]/g, '');
    default:
      return text(value);
  }
}

/** `2500.5|EUR` */
function amount(value: string): string {
  const [number = '', currency = 'EUR'] = value.split('|');
  return new Intl.NumberFormat('en', {style: 'currency', currency}).format(Number(number));
}

/** The name of a user or record among those that came; who is not among them has a number only. */
function nameOf(rows: unknown, id: unknown): string {
  const known = (Array.isArray(rows) ? rows : []) as readonly Item[];
  const row = known.find((one) => text(one['id'] ?? one['ID']) === text(id)) ?? {};
  return text(row['title']) || personName(row) || `#${text(id)}`;
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

function personName(item: Item): string {
  const name = item['name'] ?? item['NAME'];
  const lastName = item['lastName'] ?? item['LAST_NAME'];
  return [name, lastName].map(text).filter(Boolean).join(' ');
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
