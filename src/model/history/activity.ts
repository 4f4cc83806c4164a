/** Activities of the CRM: rows of `crm.activity.list`, and the answer of `crm.activity.get`. */
import {readEntityRef, type EntityRef} from '../entity/entity-ref.js';
import {
  asBoolean,
  asId,
  asObject,
  asText,
  isObject,
  problem,
  type JsonObject,
  type Reading,
} from '../parse/reading.js';
import {readList, readRows} from '../parse/parse-list.js';
import {activityKind, isContact, type ActivityKind} from './activity-kind.js';

export interface Activity {
  readonly id: number;
  readonly kind: ActivityKind;
  readonly providerId: string;
  readonly providerTypeId: string;
  readonly direction: 'incoming' | 'outgoing' | null;
  readonly outcome: 'answered' | 'missed' | 'failed' | null;
  readonly subject: string;
  readonly description: string;
  /** In milliseconds since 1970. */
  readonly start: number | null;
  readonly end: number | null;
  readonly deadline: number | null;
  readonly created: number | null;
  readonly isCompleted: boolean;
  readonly responsibleId: number | null;
  readonly owner: EntityRef | null;
  /** The numbers of the other side. */
  readonly phones: readonly string[];
}

/** What is asked of a list: the numbers come only when they are named (documented). */
export const ACTIVITY_FIELDS: readonly string[] = [
  'ID',
  'OWNER_ID',
  'OWNER_TYPE_ID',
  'TYPE_ID',
  'PROVIDER_ID',
  'PROVIDER_TYPE_ID',
  'SUBJECT',
  'DESCRIPTION',
  'DIRECTION',
  'CREATED',
  'START_TIME',
  'END_TIME',
  'DEADLINE',
  'COMPLETED',
  'RESPONSIBLE_ID',
  'RESULT_STREAM',
  'SETTINGS',
  'COMMUNICATIONS',
];

/** The portal writes the end of the year 9999 where there is no deadline (inferred). */
const NO_DATE = Date.UTC(9000, 0);

/** `RESULT_STREAM` of a call that nobody answered, and of those that somebody did (inferred). */
const UNANSWERED = '4';
const ANSWERED: ReadonlySet<string> = new Set(['1', '2', '3']);

export function readActivities(result: unknown): Reading<readonly Activity[]> {
  const {value: rows, problems} = readList('crm.activity.list', result);
  const readings = rows.map(readActivity);
  return {
    value: readings.flatMap(({value}) => value ?? []),
    problems: [...problems, ...readings.flatMap((reading) => reading.problems)],
  };
}

export function readActivity(result: unknown): Reading<Activity | null> {
  const row = isObject(result) ? result : {};
  const id = asId(row['ID']);
  if (id === undefined) {
    return {value: null, problems: [problem('activity ID', 'an id', row['ID'] ?? result)]};
  }
  const text = (name: string): string => asText(row[name])?.trim() ?? '';
  const kind = activityKind(text('TYPE_ID'), text('PROVIDER_ID'));
  const direction = isContact(kind) ? readDirection(text('DIRECTION')) : null;
  return {
    value: {
      id,
      kind,
      providerId: text('PROVIDER_ID'),
      providerTypeId: text('PROVIDER_TYPE_ID'),
      direction,
      outcome: kind === 'call' ? readOutcome(row, direction) : null,
      subject: asText(row['SUBJECT']) ?? '',
      description: asText(row['DESCRIPTION']) ?? '',
      start: readInstant(row['START_TIME']),
      end: readInstant(row['END_TIME']),
      deadline: readInstant(row['DEADLINE']),
      created: readInstant(row['CREATED']),
      isCompleted: asBoolean(row['COMPLETED']) === true,
      responsibleId: asId(row['RESPONSIBLE_ID']) ?? null,
      // A type that the kit does not know is no fault: the activity is shown without its record.
      owner: readEntityRef(row['OWNER_TYPE_ID'], row['OWNER_ID']).value,
      phones: readPhones(row['COMMUNICATIONS']),
    },
    problems: [],
  };
}

function readDirection(value: string): Activity['direction'] {
  if (value === '1') return 'incoming';
  return value === '2' ? 'outgoing' : null;
}

function readOutcome(row: JsonObject, direction: Activity['direction']): Activity['outcome'] {
  const stream = asText(row['RESULT_STREAM']) ?? '';
  const isMissed = asBoolean(asObject(row['SETTINGS'])?.['MISSED_CALL']) === true;
  if (isMissed || stream === UNANSWERED) return direction === 'outgoing' ? 'failed' : 'missed';
  return ANSWERED.has(stream) ? 'answered' : null;
}

/** One without an offset is in a time zone that the portal does not tell: better none than a wrong one. */
function readInstant(value: unknown): number | null {
  const text = asText(value)?.trim() ?? '';
  const time = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) || time >= NO_DATE ? null : time;
}

function readPhones(communications: unknown): readonly string[] {
  return readRows(communications).flatMap((row) => {
    const value = asText(row['TYPE']) === 'PHONE' ? asText(row['VALUE']) : undefined;
    return value ? [value] : [];
  });
}
