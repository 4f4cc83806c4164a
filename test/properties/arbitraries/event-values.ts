/** Values of the card's events as portals send them, with what each means. */
import fc from 'fast-check';
import type {CardEventName} from '../../../src/model/card/card-event.js';
import type {OperatorAction, TransferTarget} from '../../../src/model/card/operator-action.js';
import {context, entityChange, progress} from './placement-context.js';
import {json, text} from './raw-values.js';
import {ABSENT, structure} from './spelling.js';

export interface EventCase {
  readonly name: CardEventName;
  /** What arrives; `undefined` for an event without a value. */
  readonly raw: unknown;
  readonly means: unknown;
  readonly action: OperatorAction | null;
  /** Whether something of it was left out. */
  readonly dropped: boolean;
}

const PLAIN_CLICKS = {
  answerButtonClick: 'answer',
  skipButtonClick: 'skip',
  makeCallButtonClick: 'make-call',
  hangupButtonClick: 'hang-up',
  completeTransferButtonClick: 'complete-transfer',
  cancelTransferButtonClick: 'cancel-transfer',
  nextButtonClick: 'next',
  notifyAdminButtonClick: 'notify-admin',
  closeButtonClick: 'close',
} as const;

const plainClick: fc.Arbitrary<EventCase> = fc
  .tuple(fc.constantFrom(...Object.entries(PLAIN_CLICKS)), fc.oneof(fc.constant(undefined), json))
  .map(([[name, action], raw]) => ({
    name: name as keyof typeof PLAIN_CLICKS,
    raw,
    means: null,
    action: {name: action},
    dropped: false,
  }));

const beforeClose: fc.Arbitrary<EventCase> = fc
  .oneof(fc.constant(undefined), json)
  .map((raw) => ({name: 'beforeClose', raw, means: null, action: null, dropped: false}));

const stateChange: fc.Arbitrary<EventCase> = progress.map(({raw, means, dropped}) => ({
  name: 'callStateChanged',
  raw: raw === ABSENT ? undefined : raw,
  means,
  action: null,
  dropped: dropped.length > 0,
}));

const change: fc.Arbitrary<EventCase> = fc
  .tuple(fc.constantFrom('entityChanged' as const, 'cardEntityChanged' as const), entityChange)
  .map(([name, {value, means, dropped}]) => ({
    name,
    raw: value,
    means,
    action: null,
    dropped: dropped.length > 0,
  }));

const opening: fc.Arbitrary<EventCase> = context.map(({options, means, dropped}) => ({
  name: 'initialized',
  raw: options,
  means,
  action: null,
  dropped: dropped.length > 0,
}));

const notAnObject: fc.Arbitrary<EventCase> = fc
  .tuple(
    fc.constantFrom('entityChanged' as const, 'cardEntityChanged' as const, 'initialized' as const),
    fc.constantFrom<unknown>(undefined, null, 'x', '', 17, true, [17], [[]]),
  )
  .map(([name, raw]) => ({
    name,
    raw,
    means: name === 'initialized' ? null : {number: {kind: 'unknown'}, entity: null},
    action: null,
    dropped: true,
  }));

const aSwitch: fc.Arbitrary<EventCase> = fc
  .tuple(
    fc.constantFrom('holdButtonClick' as const, 'muteButtonClick' as const),
    fc.constantFrom<readonly [unknown, boolean | null]>(
      [true, true],
      ['true', true],
      ['Y', true],
      [1, true],
      [false, false],
      ['false', false],
      ['0', false],
      [undefined, null],
      ['', null],
      ['perhaps', null],
      [2, null],
      [{}, null],
      [[true], null],
      [null, null],
    ),
  )
  .map(([name, [raw, means]]) => ({
    name,
    raw,
    means,
    action: switchAction(name, means),
    dropped: means === null,
  }));

function switchAction(
  name: 'holdButtonClick' | 'muteButtonClick',
  on: boolean | null,
): OperatorAction | null {
  if (on === null) return null;
  return name === 'holdButtonClick' ? {name: 'hold', held: on} : {name: 'mute', muted: on};
}

const digit: fc.Arbitrary<EventCase> = fc.oneof(
  fc.constantFrom(...'1234567890*#'.match(/./g)!).map((key) => ({
    name: 'dialpadButtonClick' as const,
    raw: key,
    means: key,
    action: {name: 'dial', digit: key} as OperatorAction,
    dropped: false,
  })),
  fc.constantFrom<unknown>('', '12', 'A', ' 1', undefined, true, ['1'], {}, 1.5, -1).map((raw) => ({
    name: 'dialpadButtonClick' as const,
    raw,
    means: null,
    action: null,
    dropped: true,
  })),
);

const stars: fc.Arbitrary<EventCase> = fc.oneof(
  fc.tuple(fc.constantFrom(1, 2, 3, 4, 5), fc.boolean()).map(([count, asNumber]) => ({
    name: 'qualityMeterClick' as const,
    raw: asNumber ? count : String(count),
    means: count,
    action: {name: 'rate-quality', stars: count} satisfies OperatorAction,
    dropped: false,
  })),
  fc.constantFrom<unknown>('0', 6, '5.5', -1, '', undefined, true, ['5'], 'five').map((raw) => ({
    name: 'qualityMeterClick' as const,
    raw,
    means: null,
    action: null,
    dropped: true,
  })),
);

const comment: fc.Arbitrary<EventCase> = fc.oneof(
  text.map((raw) => ({
    name: 'addCommentButtonClick' as const,
    raw,
    means: raw,
    action: {name: 'comment', text: raw} satisfies OperatorAction,
    dropped: false,
  })),
  fc.oneof(structure, fc.constantFrom<unknown>(undefined, null, true)).map((raw) => ({
    name: 'addCommentButtonClick' as const,
    raw,
    means: null,
    action: null,
    dropped: true,
  })),
);

const TRANSFERS: readonly (readonly [unknown, TransferTarget | null, string])[] = [
  [{phoneNumber: '', target: '17'}, {kind: 'user', id: 17}, ''],
  [{phoneNumber: '', target: 17}, {kind: 'user', id: 17}, ''],
  [{target: 999_999}, {kind: 'user', id: 999_999}, ''],
  [{target: 1_000_000}, {kind: 'phone', number: '1000000'}, ''],
  [{target: '+4930123456'}, {kind: 'phone', number: '+4930123456'}, ''],
  [{target: '0301'}, {kind: 'phone', number: '0301'}, ''],
  [{phoneNumber: '101'}, {kind: 'phone', number: '101'}, '101'],
  [{phoneNumber: '101', target: 'undefined'}, {kind: 'phone', number: '101'}, '101'],
  [{type: 'user', target: '17'}, {kind: 'user', id: 17}, ''],
  [{type: 'user', target: '1234567'}, {kind: 'user', id: 1_234_567}, ''],
  [{type: 'queue', target: 'support'}, {kind: 'queue', id: 'support'}, ''],
  [{type: 'pstn', target: '17'}, {kind: 'phone', number: '17'}, ''],
  [{type: 'user', target: 'nobody'}, null, ''],
  [{type: 'user', target: '0'}, null, ''],
  [{type: 'queue', target: ' '}, null, ''],
  [{target: {}}, null, ''],
  [{}, null, ''],
  [[], null, ''],
  ['17', null, ''],
  [undefined, null, ''],
];

const transfer: fc.Arbitrary<EventCase> = fc
  .constantFrom(...TRANSFERS)
  .map(([raw, target, phoneNumber]) => ({
    name: 'transferButtonClick',
    raw,
    means: target === null ? null : {target, phoneNumber},
    action: target === null ? null : {name: 'transfer', target, phoneNumber},
    dropped: target === null,
  }));

/** Any event of the card with a value of its own, right or wrong. */
export const cardEvent: fc.Arbitrary<EventCase> = fc.oneof(
  plainClick,
  beforeClose,
  stateChange,
  change,
  opening,
  notAnObject,
  aSwitch,
  digit,
  stars,
  comment,
  transfer,
);

/** Events of the tab in the card. */
export const tabEvent: fc.Arbitrary<EventCase> = fc.oneof(
  beforeClose,
  stateChange,
  change.filter(({name}) => name === 'entityChanged'),
);
