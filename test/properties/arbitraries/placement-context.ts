/** The context of a call as portals write it: every spelling of every key, and what it means. */
import fc from 'fast-check';
import type {Call, CallDirection, CallNumber, CallProgress} from '../../../src/model/call/call.js';
import type {EntityRef} from '../../../src/model/entity/entity-ref.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import {json, prototypeName, text} from './raw-values.js';
import {
  ABSENT,
  blank,
  inAnyCase,
  means,
  meansNothing,
  structure,
  written,
  type Spelling,
} from './spelling.js';

export interface Context {
  readonly options: JsonObject;
  readonly means: Call | null;
  /** The keys that a problem must name, and no others. */
  readonly dropped: readonly string[];
}

/** Whatever has a digit is a number, except in an address. */
const numberText: fc.Arbitrary<Spelling<CallNumber>> = fc
  .oneof(
    fc.constantFrom('+49 30 123456', '101', '+49 30 1234567 ext. 12'),
    text.filter((value) => !/[@%:]/.test(value)).map((value) => `${value}7`),
  )
  .chain((value) =>
    written(value).map((raw) => ({
      raw,
      means: {kind: 'number', value: value.trim()},
      dropped: [],
    })),
  );

const HIDDEN = ['hidden', 'anonymous', 'restricted', 'private', 'sip:anonymous@anonymous.invalid'];
const UNKNOWN = [
  'unknown',
  'unavailable',
  'null',
  '"x" <y>',
  'constructor',
  '&amp;',
  'sip:x@10.0.0.1',
];

export const phoneNumber: fc.Arbitrary<Spelling<CallNumber>> = fc.oneof(
  blank<CallNumber>({kind: 'unknown'}),
  words(HIDDEN, {kind: 'hidden'}),
  words(UNKNOWN, {kind: 'unknown'}),
  numberText,
  fc.nat().map((raw) => ({raw, means: {kind: 'number', value: String(raw)}, dropped: []}) as const),
  meansNothing<CallNumber>('PHONE_NUMBER', {kind: 'unknown'}, fc.oneof(structure, fc.boolean())),
);

function words(written: readonly string[], means: CallNumber): fc.Arbitrary<Spelling<CallNumber>> {
  return fc
    .constantFrom(...written)
    .chain(inAnyCase)
    .map((raw) => ({raw, means, dropped: []}));
}

function lineText(key: string): fc.Arbitrary<Spelling<string>> {
  return fc.oneof(
    blank(''),
    text
      .filter((value) => value !== 'undefined')
      .chain((value) => written(value).map((raw) => ({raw, means: value, dropped: []}))),
    meansNothing(key, '', fc.oneof(structure, fc.boolean())),
  );
}

/** Words of a table, words of no table, and values that are no words. */
function word<T extends string>(
  key: string,
  words: Readonly<Record<string, T>>,
): fc.Arbitrary<Spelling<T | null>> {
  const known = fc
    .constantFrom(...Object.entries(words))
    .chain(([name, meaning]) =>
      inAnyCase(name).map((raw) => ({raw, means: meaning, dropped: []}) as const),
    );
  const unknown = text.filter((value) => {
    const name = value.trim().toLowerCase();
    return value !== '' && value !== 'undefined' && !Object.hasOwn(words, name);
  });
  const nonsense = fc.oneof(unknown, prototypeName, structure, fc.boolean(), fc.integer());
  return fc.oneof(blank<T | null>(null), known, meansNothing<T | null>(key, null, nonsense));
}

export const direction: fc.Arbitrary<Spelling<CallDirection | null>> = word('CALL_DIRECTION', {
  incoming: 'incoming',
  outgoing: 'outgoing',
  outcoming: 'outgoing',
  incomingtransfer: 'incoming',
  callback: 'callback',
});

export const progress: fc.Arbitrary<Spelling<CallProgress | null>> = word('CALL_STATE', {
  idle: 'idle',
  connecting: 'connecting',
  connected: 'connected',
});

const brokenId: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(-1, 0.5, '-17', '17abc', '1e3', '0x11', ' ', '00', '9'.repeat(16), true),
  structure,
);

/** An id as a number, in digits, or with blanks. */
export function spelledId(id: number): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(id, String(id), ` ${id} `, `0${id}`);
}

const FIXED_TYPES: readonly (readonly [number, readonly string[]])[] = [
  [1, ['LEAD', 'L', '1']],
  [2, ['DEAL', 'D', '2']],
  [3, ['CONTACT', 'C', '3']],
  [4, ['COMPANY', 'CO', '4']],
  [7, ['QUOTE', 'Q', '7']],
  [31, ['SMART_INVOICE', 'SI', '31']],
  [36, ['SMART_DOCUMENT', 'DO', '36']],
  [39, ['SMART_B2E_DOC', 'SBD', '39']],
];

const fixedType = fc
  .constantFrom(...FIXED_TYPES)
  .chain(([id, names]) =>
    fc
      .oneof(fc.constantFrom(...names).chain(inAnyCase), fc.constant(id))
      .map((raw) => ({id, raw: raw})),
  );

const dynamicType = fc
  .oneof(fc.integer({min: 128, max: 191}), fc.integer({min: 1030, max: 999_999}))
  .chain((id) =>
    fc
      .constantFrom<unknown>(
        id,
        String(id),
        `DYNAMIC_${id}`,
        `dynamic_${id}`,
        `T${id.toString(16)}`,
      )
      .map((raw) => ({id, raw})),
  );

const type = fc.oneof(fixedType, dynamicType);

const noType: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ABSENT,
  null,
  '',
  'undefined',
  0,
  '0',
);
const noId = noType;

const brokenType: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    192,
    '255',
    'DYNAMIC_1',
    'DYNAMIC_',
    'T',
    'TZ',
    5,
    -3,
    3.5,
    true,
    'NONE',
  ),
  prototypeName,
  structure,
);

/** Type and id of a record under two keys. */
export interface RecordSpelling {
  readonly type: unknown;
  readonly id: unknown;
  readonly means: EntityRef | null;
  readonly typeDropped: boolean;
  readonly idDropped: boolean;
}

const READABLE = {typeDropped: false, idDropped: false};

export const record: fc.Arbitrary<RecordSpelling> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(type, fc.integer({min: 1, max: 1e12})).chain(([{id: typeId, raw}, id]) =>
      spelledId(id).map((rawId) => ({
        type: raw,
        id: rawId,
        means: {typeId, id},
        ...READABLE,
      })),
    ),
  },
  fc
    .tuple(noType, fc.oneof(noId, brokenId, fc.integer({min: 1})))
    .map(([raw, id]) => ({type: raw, id, means: null, ...READABLE})),
  fc
    .tuple(
      fc.oneof(
        type.map(({raw}) => raw),
        brokenType,
      ),
      noId,
    )
    .map(([raw, id]) => ({type: raw, id, means: null, ...READABLE})),
  fc
    .tuple(brokenType, fc.constantFrom<unknown>(17, '17'))
    .map(([raw, id]) => ({type: raw, id, means: null, typeDropped: true, idDropped: false})),
  fc
    .tuple(type, brokenId)
    .map(([{raw}, id]) => ({type: raw, id, means: null, typeDropped: false, idDropped: true})),
  fc
    .tuple(brokenType, brokenId)
    .map(([raw, id]) => ({type: raw, id, means: null, typeDropped: true, idDropped: true})),
);

/** The id of a record where the placement's code tells its type. */
export const recordId: fc.Arbitrary<Spelling<number | null>> = fc.oneof(
  noId.map((raw) => ({raw, means: null, dropped: []})),
  fc
    .integer({min: 1, max: 1e12})
    .chain((id) => spelledId(id).map((raw) => ({raw, means: id, dropped: []}))),
  meansNothing<number | null>('ENTITY_ID', null, brokenId),
);

function droppedOf({typeDropped, idDropped}: RecordSpelling, prefix: string): string[] {
  return [
    ...(typeDropped ? [`${prefix}ENTITY_TYPE`] : []),
    ...(idDropped ? [`${prefix}ENTITY_ID`] : []),
  ];
}

interface Binding {
  readonly raw: unknown;
  readonly means: EntityRef | null;
  readonly dropped: boolean;
}

const binding: fc.Arbitrary<Binding> = fc.oneof(
  {
    weight: 4,
    arbitrary: record.map((spelling) => ({
      raw: withoutAbsent({ENTITY_TYPE: spelling.type, ENTITY_ID: spelling.id}),
      means: spelling.means,
      dropped: spelling.typeDropped || spelling.idDropped,
    })),
  },
  fc
    .constantFrom<unknown>(null, 'C_17', 17, true, [], [{}])
    .map((raw) => ({raw, means: null, dropped: true})),
);

export const bindings: fc.Arbitrary<Spelling<readonly EntityRef[]>> = fc.oneof(
  blank<readonly EntityRef[]>([]),
  fc.tuple(fc.array(binding, {maxLength: 15}), fc.boolean()).map(([items, isMap]) => {
    const raws = items.map(({raw}) => raw);
    return {
      // PHP writes a list with gaps as a map.
      raw: isMap ? Object.fromEntries(raws.map((raw, index) => [index * 2, raw])) : raws,
      means: items.flatMap(({means: ref}) => ref ?? []),
      dropped: items.some(({dropped}) => dropped) ? ['CRM_BINDINGS'] : [],
    };
  }),
  meansNothing<readonly EntityRef[]>(
    'CRM_BINDINGS',
    [],
    fc.constantFrom<unknown>('DEAL_25', '[]', 17, 0, true),
  ),
);

const activityId: fc.Arbitrary<Spelling<number | null>> = fc.oneof(
  blank<number | null>(null),
  means<number | null>(null, 0, '0', 'null'),
  fc
    .integer({min: 1, max: 1e12})
    .chain((id) => spelledId(id).map((raw) => ({raw, means: id, dropped: []}))),
  meansNothing<number | null>('CRM_ACTIVITY_ID', null, brokenId),
);

const campaign: fc.Arbitrary<Spelling<boolean>> = fc.oneof(
  blank(false),
  means(true, true, 'true', 'True', 'TRUE', 'Y', 'y', 1, '1', ' true '),
  means(false, false, 'false', 'False', 'N', 0, '0'),
  meansNothing('CALL_LIST_MODE', false, fc.oneof(structure, fc.constantFrom('yes', 'on', 2, '-1'))),
);

const path: fc.Arbitrary<Spelling<string | null>> = fc.oneof(
  blank<string | null>(null),
  fc
    .constantFrom('/', '/crm/contact/details/17/', '/crm/?a=1&b=2', '/a//b', '/crm/"quoted"/')
    .chain((value) => written(value).map((raw) => ({raw, means: value, dropped: []}))),
  meansNothing<string | null>(
    'URI',
    null,
    fc.oneof(
      structure,
      fc.constantFrom<unknown>('//evil.example', '/\\evil.example', 'https://x', 'crm/', 17, true),
    ),
  ),
);

const callId: fc.Arbitrary<Spelling<string | null>> = fc.oneof(
  {weight: 1, arbitrary: blank<string | null>(null)},
  {
    weight: 10,
    arbitrary: fc
      .oneof(fc.constantFrom('externalCall.1', '__proto__', '0', ' '), text)
      .filter((value) => value !== '' && value !== 'undefined')
      .map((raw) => ({raw, means: raw, dropped: []})),
  },
  {weight: 1, arbitrary: fc.nat().map((raw) => ({raw, means: String(raw), dropped: []}))},
  {
    weight: 1,
    arbitrary: meansNothing<string | null>('CALL_ID', null, fc.oneof(structure, fc.boolean())),
  },
);

/** Keys that nobody reads. */
const others: fc.Arbitrary<readonly (readonly [string, unknown])[]> = fc.array(
  fc.tuple(fc.oneof(prototypeName, fc.constantFrom('IDS', 'call_id', 'CALL_ID ')), json),
  {maxLength: 3},
);

export const context: fc.Arbitrary<Context> = fc
  .record({
    callId,
    phoneNumber,
    lineNumber: lineText('LINE_NUMBER'),
    lineName: lineText('LINE_NAME'),
    direction,
    progress,
    record,
    bindings,
    activityId,
    campaign,
    path,
    others,
  })
  .map((parts) => {
    const options = withoutAbsent({
      CALL_ID: parts.callId.raw,
      PHONE_NUMBER: parts.phoneNumber.raw,
      LINE_NUMBER: parts.lineNumber.raw,
      LINE_NAME: parts.lineName.raw,
      CALL_DIRECTION: parts.direction.raw,
      CALL_STATE: parts.progress.raw,
      CRM_ENTITY_TYPE: parts.record.type,
      CRM_ENTITY_ID: parts.record.id,
      CRM_BINDINGS: parts.bindings.raw,
      CRM_ACTIVITY_ID: parts.activityId.raw,
      CALL_LIST_MODE: parts.campaign.raw,
      URI: parts.path.raw,
      ...Object.fromEntries(parts.others),
    });
    const id = parts.callId.means;
    // Without an id there is no call, so nothing else was read or left out.
    if (id === null) return {options, means: null, dropped: parts.callId.dropped};
    const {record: entity, ...spellings} = parts;
    return {
      options,
      means: {
        id,
        number: parts.phoneNumber.means,
        line: {number: parts.lineNumber.means, name: parts.lineName.means},
        direction: parts.direction.means,
        progress: parts.progress.means,
        entity: entity.means,
        bindings: distinct([...(entity.means ? [entity.means] : []), ...parts.bindings.means]),
        activityId: parts.activityId.means,
        campaign: parts.campaign.means,
        path: parts.path.means,
      },
      dropped: [
        ...droppedOf(entity, 'CRM_'),
        ...[spellings.phoneNumber, spellings.lineNumber, spellings.lineName].flatMap(droppedIn),
        ...[spellings.direction, spellings.progress, spellings.bindings].flatMap(droppedIn),
        ...[spellings.activityId, spellings.campaign, spellings.path].flatMap(droppedIn),
      ],
    };
  });

/** The value of `EntityChanged`. */
export const entityChange: fc.Arbitrary<{
  readonly value: JsonObject;
  readonly means: {readonly number: CallNumber; readonly entity: EntityRef | null};
  readonly dropped: readonly string[];
}> = fc.tuple(phoneNumber, record).map(([number, entity]) => ({
  value: withoutAbsent({
    PHONE_NUMBER: number.raw,
    CRM_ENTITY_TYPE: entity.type,
    CRM_ENTITY_ID: entity.id,
  }),
  means: {number: number.means, entity: entity.means},
  dropped: [...number.dropped, ...droppedOf(entity, 'CRM_')],
}));

function droppedIn({dropped}: Spelling<unknown>): readonly string[] {
  return dropped;
}

function withoutAbsent(options: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ABSENT));
}

function distinct(refs: readonly EntityRef[]): readonly EntityRef[] {
  const seen = new Set<string>();
  return refs.filter(({typeId, id}) => {
    const key = `${typeId}/${id}`;
    return !seen.has(key) && seen.add(key);
  });
}
