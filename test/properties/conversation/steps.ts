/** What may happen in a conversation between an app's frame and its portal, in any order. */
import fc from 'fast-check';
import type {CardCommandName} from '../../../src/model/card/card-command.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import {cardEvent, tabEvent, type EventCase} from '../arbitraries/event-values.js';
import {context} from '../arbitraries/placement-context.js';
import {ALL_UI_STATES} from './facts.js';

export type Step =
  | {readonly kind: 'command'; readonly name: CardCommandName; readonly parameters: JsonObject}
  /** The portal says something to the callback of a message; one that waits when there is any. */
  | {
      readonly kind: 'answer';
      readonly which: number;
      readonly waiting: boolean;
      readonly text: string;
    }
  | {readonly kind: 'event'; readonly event: EventCase}
  | {readonly kind: 'broken event'; readonly event: EventCase['name']}
  /** Somebody else says it: of another origin, of another window, or both. */
  | {
      readonly kind: 'foreign';
      readonly which: number;
      readonly text: string;
      readonly from: 'origin' | 'window' | 'both';
    }
  /** The portal says something to another client on the page, or nothing of this protocol. */
  | {readonly kind: 'stranger'; readonly data: unknown}
  | {readonly kind: 'pass'; readonly milliseconds: number}
  | {readonly kind: 'hold'; readonly reason: string}
  | {readonly kind: 'release'; readonly which: number}
  | {readonly kind: 'register'}
  | {readonly kind: 'subscribe'}
  | {readonly kind: 'leave'; readonly which: number}
  | {readonly kind: 'start' | 'resume' | 'dispose' | 'open path' | 'status'};

export interface Conversation {
  readonly code: string;
  readonly options: unknown;
  readonly init: 'at once' | 'twice' | 'never' | 'malformed' | 'strange';
  readonly listing: 'at once' | 'never' | 'malformed' | 'strange';
  /** What the placement has registered when the page is loaded. */
  readonly registered: 'all' | 'half' | 'nothing';
  /** What the portal answers to the first commands by itself; `null`: nothing. */
  readonly replies: readonly (string | null)[];
  /** What one of the listeners does when it is told a snapshot. */
  readonly listener: 'listens' | 'throws' | 'starts again' | 'leaves' | 'disposes';
  readonly logger: 'none' | 'listens' | 'throws';
  readonly steps: readonly Step[];
}

const NO_CARD = '[{"result":"error","errorCode":"Call card is undefined"}]';

/** What follows the callback's id. */
const answerText: fc.Arbitrary<string> = fc.oneof(
  {weight: 8, arbitrary: fc.constant('[]')},
  {weight: 2, arbitrary: fc.constant(NO_CARD)},
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      'true',
      'null',
      '{}',
      '[[]]',
      '{"result":"close"}',
      '["incoming","connected","dancing",5]',
      '[["incoming"]]',
      '[{"result":"error","errorCode":"Invalid ui state"}]',
      '{"result":"error","errorCode":"missing field held"}',
      '{"result":"error","errorCode":"CALL CARD IS UNDEFINED"}',
      '[{"result":"error","errorCode":"constructor"}]',
      '[{"result":"error"}]',
      '{"result":"error","errorCode":5}',
    ),
  },
  {weight: 2, arbitrary: fc.constantFrom('{', '<html>', 'undefined', ':', "['a']")},
  {weight: 2, arbitrary: context.map(({options}) => JSON.stringify(options))},
);

const uiStateParameters: fc.Arbitrary<JsonObject> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.oneof(
          fc.constantFrom(...ALL_UI_STATES),
          fc.constantFrom('connected', 'transferring', 'transferFailed', 'transferConnected'),
        ),
        fc.constantFrom(undefined, undefined, true, false),
      )
      .map(([uiState, disableAutoStartTimer]) =>
        disableAutoStartTimer === undefined ? {uiState} : {uiState, disableAutoStartTimer},
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<JsonObject>(
      {},
      {uiState: 'dancing'},
      {uiState: 'constructor'},
      {uiState: null},
      {uiState: 'connected', disableAutoStartTimer: 'yes'},
    ),
  },
);

function withParameter(key: string, right: readonly unknown[]): fc.Arbitrary<JsonObject> {
  return fc.oneof(
    {weight: 5, arbitrary: fc.constantFrom(...right).map((value) => ({[key]: value}))},
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonObject>({}, {[key]: null}, {[key]: 5}, {[key]: []}),
    },
  );
}

const PARAMETERS: Readonly<Record<CardCommandName, fc.Arbitrary<JsonObject>>> = {
  setUiState: uiStateParameters,
  setMute: withParameter('muted', [true, false]),
  setHold: withParameter('held', [true, false]),
  setTitle: withParameter('title', ['', 'A:B', '"}:x:y', '<b>']),
  setStatusText: withParameter('statusText', ['', 'talking', ':::']),
  startTimer: fc.constant({}),
  stopTimer: fc.constant({}),
  close: fc.constant({}),
  listUiStates: fc.constant({}),
  getStatus: fc.constant({}),
  disableAutoClose: fc.constant({}),
  enableAutoClose: fc.constant({}),
};

const WORKER = [
  'setUiState',
  'setUiState',
  'setUiState',
  'setMute',
  'setHold',
  'setTitle',
  'setStatusText',
  'startTimer',
  'stopTimer',
  'close',
  'listUiStates',
] as const;
const TAB = ['getStatus', 'disableAutoClose', 'enableAutoClose'] as const;

function commandStep(likely: readonly CardCommandName[]): fc.Arbitrary<Step> {
  const name = fc.oneof(
    {weight: 9, arbitrary: fc.constantFrom(...likely)},
    {weight: 1, arbitrary: fc.constantFrom<CardCommandName>(...WORKER, ...TAB)},
  );
  return name.chain((chosen) =>
    PARAMETERS[chosen].map((parameters) => ({kind: 'command', name: chosen, parameters}) as const),
  );
}

const duration = fc.oneof(
  fc.constantFrom(0, 1, 250, 299, 300, 1999, 2000, 2001, 3000, 30_000, 65_000),
  fc.integer({min: 0, max: 12_000}),
);

const strangerData = fc.constantFrom<unknown>(
  'other:[]',
  'cck0123456789:true',
  '__proto__:{}',
  'no colon',
  ':[]',
  '',
  5,
  null,
  {method: 'getInitData'},
  ['a:b'],
);

function stepIn(likely: readonly CardCommandName[]): fc.Arbitrary<Step> {
  const own = likely.includes('getStatus') ? tabEvent : cardEvent;
  const which = fc.nat({max: 60});
  return fc.oneof(
    {weight: 9, arbitrary: commandStep(likely)},
    {
      weight: 9,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        which,
        waiting: fc.constantFrom(true, true, true, false),
        text: answerText,
      }),
    },
    {
      weight: 6,
      arbitrary: fc
        .oneof({weight: 8, arbitrary: own}, {weight: 1, arbitrary: cardEvent})
        .map((event) => ({kind: 'event', event}) as const),
    },
    {weight: 4, arbitrary: duration.map((milliseconds) => ({kind: 'pass', milliseconds}) as const)},
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('foreign' as const),
        which,
        text: answerText,
        from: fc.constantFrom('origin' as const, 'window' as const, 'both' as const),
      }),
    },
    {weight: 1, arbitrary: strangerData.map((data) => ({kind: 'stranger', data}) as const)},
    {
      weight: 1,
      arbitrary: cardEvent.map(({name}) => ({kind: 'broken event', event: name}) as const),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('note', 'form', 'softphone')
        .map((reason) => ({kind: 'hold', reason}) as const),
    },
    {weight: 2, arbitrary: which.map((hold) => ({kind: 'release', which: hold}) as const)},
    {weight: 1, arbitrary: fc.constant({kind: 'subscribe'} as const)},
    {weight: 1, arbitrary: which.map((listener) => ({kind: 'leave', which: listener}) as const)},
    {weight: 1, arbitrary: fc.constant({kind: 'register'} as const)},
    {
      weight: 2,
      arbitrary: fc.constantFrom<Step>(
        {kind: 'start'},
        {kind: 'resume'},
        {kind: 'status'},
        {kind: 'status'},
        {kind: 'open path'},
      ),
    },
    // Seldom: what follows it is much the same.
    {
      weight: 1,
      arbitrary: fc.nat({max: 3}).map((n): Step => ({kind: n === 0 ? 'dispose' : 'status'})),
    },
  );
}

const rest = {
  init: fc.oneof(
    {weight: 12, arbitrary: fc.constant('at once' as const)},
    {weight: 4, arbitrary: fc.constantFrom('twice', 'never', 'malformed', 'strange')},
  ),
  listing: fc.oneof(
    {weight: 12, arbitrary: fc.constant('at once' as const)},
    {weight: 3, arbitrary: fc.constantFrom('never', 'malformed', 'strange')},
  ),
  registered: fc.constantFrom('all', 'all', 'half', 'nothing'),
  replies: fc.array(
    fc.oneof(answerText, fc.constantFrom('[]', '[]', '[]', null), fc.constant('[]')),
    {maxLength: 16},
  ),
  listener: fc.constantFrom('listens', 'listens', 'throws', 'starts again', 'leaves', 'disposes'),
  logger: fc.constantFrom('none', 'listens', 'throws'),
} as const;

const places = fc.oneof(
  {
    weight: 5,
    arbitrary: context.map(({options}) => ({code: 'CALL_CARD', options, likely: [...TAB]})),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(21, 300).map((length) => ({
      code: 'CALL_CARD',
      options: {CALL_ID: '1', CRM_BINDINGS: Array.from({length}, () => 'nonsense')},
      likely: [...TAB],
    })),
  },
  {
    weight: 6,
    arbitrary: fc.constant({code: 'PAGE_BACKGROUND_WORKER', options: [], likely: [...WORKER]}),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      {code: 'CRM_CONTACT_DETAIL_TAB', options: {ID: '17'}, likely: [...WORKER]},
      {code: 'DEFAULT', options: [], likely: [...TAB]},
    ),
  },
);

/** Any conversation, from the page's start on. */
export const conversation: fc.Arbitrary<Conversation> = places.chain(({code, options, likely}) =>
  fc.record({
    code: fc.constant(code),
    options: fc.constant<unknown>(options),
    ...rest,
    steps: fc.array(stepIn(likely), {maxLength: 32, size: 'max'}),
  }),
);
