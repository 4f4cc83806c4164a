/** Values as they may come from outside: JSON of every kind, and what is not even JSON. */
import fc from 'fast-check';

/** Names that mean something to every object, and so to a careless reader of tables. */
export const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
] as const;

export const prototypeName: fc.Arbitrary<string> = fc.constantFrom(...PROTOTYPE_NAMES);

/** Longer than anything a portal would send. */
const hugeText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('0', 'я', '"', '[', '&amp;', '😀', ' '),
    fc.constantFrom(200, 200, 200, 20_000),
  )
  .map(([sign, length]) => sign.repeat(length));

/** Words that mean nothing in one place and something in another. */
const telling: fc.Arbitrary<string> = fc.constantFrom(
  '',
  ' ',
  '0',
  '1',
  '17',
  '-1',
  '1e3',
  '0x11',
  '9'.repeat(20),
  'undefined',
  'null',
  'NaN',
  'true',
  'False',
  'Y',
  'N',
  '[]',
  '{}',
  '[object Object]',
  'CONTACT',
  'DYNAMIC_177',
  'hidden',
  'unknown',
  'incoming',
  'connected',
  '//elsewhere.example',
  '/crm/deal/details/25/',
  '<img src=x onerror=alert(1)>',
  '&quot;&#039;&amp;lt;',
  '\u0000\u2028\ud800',
);

export const text: fc.Arbitrary<string> = fc.oneof(
  {weight: 4, arbitrary: telling},
  {weight: 2, arbitrary: prototypeName},
  {weight: 3, arbitrary: fc.string({unit: 'binary', maxLength: 20})},
  {weight: 1, arbitrary: hugeText},
);

const key: fc.Arbitrary<string> = fc.oneof(
  prototypeName,
  fc.constantFrom(
    'CALL_ID',
    'CRM_ENTITY_TYPE',
    'CRM_ENTITY_ID',
    'ENTITY_TYPE',
    'ENTITY_ID',
    'target',
    'type',
    'error',
    'result',
    'AUTH_ID',
    'command',
    'event',
  ),
  fc.string({maxLength: 5}),
);

/** Own keys only, `__proto__` included, as `JSON.parse` makes them. */
function asOwn(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(entries);
}

/** Any value that JSON can carry. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 3, depthIdentifier: 'json'},
    fc.oneof(
      text,
      fc.constantFrom(null, true, false, 0, 1, 17, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER),
      fc.integer(),
    ),
    fc.array(tie('value'), {maxLength: 4}),
    fc.array(fc.tuple(key, tie('value')), {maxLength: 5}).map(asOwn),
  ),
})).value;

const circular: Record<string, unknown> = {};
circular['self'] = circular;

/** Any value at all, as another client library may hand it over. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  {weight: 3, arbitrary: json},
  {
    weight: 1,
    arbitrary: fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      maxDepth: 2,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      Symbol('symbol'),
      () => undefined,
      circular,
      new Proxy({}, {}),
      {toJSON: () => undefined},
    ),
  },
);
