/**
 * The table of every event of the call card: its name in the window protocol, where it occurs, and
 * how its value is read (reference: window protocol, sections 5 and 6).
 */
import {
  readCall,
  readCallProgress,
  readEntityChange,
  type Call,
  type CallProgress,
  type EntityChange,
} from './call.js';
import {
  DIAL_DIGITS,
  type ActionName,
  type DialDigit,
  type OperatorAction,
  type Stars,
  type TransferTarget,
} from './operator-action.js';
import {
  asBoolean,
  asId,
  asObject,
  asText,
  isBlank,
  problem,
  type JsonObject,
  type Problem,
  type Reading,
} from './reading.js';

/** What each event carries once it was read. `null`: the event has no value. */
export interface CardEventValues {
  /** The card's main record has changed; bindings are not in it. */
  entityChanged: EntityChange;
  /** The portal wants to close the card; comes only while closing is blocked, maybe twice. */
  beforeClose: null;
  callStateChanged: CallProgress | null;
  /** A card for a call of this app was opened on this page. */
  initialized: Call | null;
  /** The worker's `entityChanged`; the first one comes before `initialized`. */
  cardEntityChanged: EntityChange;
  answerButtonClick: null;
  skipButtonClick: null;
  makeCallButtonClick: null;
  hangupButtonClick: null;
  holdButtonClick: boolean | null;
  muteButtonClick: boolean | null;
  transferButtonClick: {readonly target: TransferTarget; readonly phoneNumber: string} | null;
  completeTransferButtonClick: null;
  cancelTransferButtonClick: null;
  dialpadButtonClick: DialDigit | null;
  qualityMeterClick: Stars | null;
  addCommentButtonClick: string | null;
  nextButtonClick: null;
  notifyAdminButtonClick: null;
  closeButtonClick: null;
}

export type CardEventName = keyof CardEventValues;

/** An event with its value, as one value of a union. */
export type CardEvent = {
  [N in CardEventName]: {readonly name: N; readonly value: CardEventValues[N]};
}[CardEventName];

interface CardEventEntry<V> {
  /** The name that `placementBindEvent` takes. */
  readonly wire: string;
  readonly placement: 'call-card' | 'background-worker';
  readonly read: (value: unknown) => Reading<V>;
  /** What the operator asked for with it; absent for events that are not a click. */
  readonly action?: (value: V) => OperatorAction | null;
}

type CardEventTable = {readonly [N in CardEventName]: CardEventEntry<CardEventValues[N]>};

/** Every event of the call card. */
export const CARD_EVENTS: CardEventTable = {
  entityChanged: {
    wire: 'CallCard::EntityChanged',
    placement: 'call-card',
    read: readObject(readEntityChange),
  },
  beforeClose: {wire: 'CallCard::BeforeClose', placement: 'call-card', read: readNothing},
  callStateChanged: {
    wire: 'CallCard::CallStateChanged',
    placement: 'call-card',
    read: (value) => {
      const problems: Problem[] = [];
      return {value: readCallProgress(value, problems), problems};
    },
  },
  initialized: worker('initialized', readObject(readCall)),
  cardEntityChanged: worker('entityChanged', readObject(readEntityChange)),
  answerButtonClick: click('answerButtonClick', 'answer'),
  skipButtonClick: click('skipButtonClick', 'skip'),
  makeCallButtonClick: click('makeCallButtonClick', 'make-call'),
  hangupButtonClick: click('hangupButtonClick', 'hang-up'),
  holdButtonClick: worker('holdButtonClick', readSwitch, (held) =>
    held === null ? null : {name: 'hold', held},
  ),
  muteButtonClick: worker('muteButtonClick', readSwitch, (muted) =>
    muted === null ? null : {name: 'mute', muted},
  ),
  transferButtonClick: worker('transferButtonClick', readTransfer, (transfer) =>
    transfer === null ? null : {name: 'transfer', ...transfer},
  ),
  completeTransferButtonClick: click('completeTransferButtonClick', 'complete-transfer'),
  cancelTransferButtonClick: click('cancelTransferButtonClick', 'cancel-transfer'),
  dialpadButtonClick: worker('dialpadButtonClick', readDigit, (digit) =>
    digit === null ? null : {name: 'dial', digit},
  ),
  qualityMeterClick: worker('qualityMeterClick', readStars, (stars) =>
    stars === null ? null : {name: 'rate-quality', stars},
  ),
  addCommentButtonClick: worker('addCommentButtonClick', readComment, (text) =>
    text === null ? null : {name: 'comment', text},
  ),
  nextButtonClick: click('nextButtonClick', 'next'),
  notifyAdminButtonClick: click('notifyAdminButtonClick', 'notify-admin'),
  closeButtonClick: click('closeButtonClick', 'close'),
};

/** An event as it was read from the portal. */
export interface ReceivedEvent {
  readonly event: CardEvent;
  /** What the operator asked for with it, if it is a click. */
  readonly action: OperatorAction | null;
  readonly problems: readonly Problem[];
}

/** Reads the raw value of an event by its entry in the table. */
export function readCardEvent<N extends CardEventName>(
  name: N,
  raw: unknown,
  entry: CardEventTable[N] = CARD_EVENTS[name],
): ReceivedEvent {
  const {value, problems} = entry.read(raw);
  return {event: {name, value} as CardEvent, action: entry.action?.(value) ?? null, problems};
}

export const CARD_EVENT_NAMES = Object.keys(CARD_EVENTS) as readonly CardEventName[];

function worker<V>(
  event: string,
  read: (value: unknown) => Reading<V>,
  action?: (value: V) => OperatorAction | null,
): {
  wire: string;
  placement: 'background-worker';
  read: (value: unknown) => Reading<V>;
  action?: (value: V) => OperatorAction | null;
} {
  const wire = `BackgroundCallCard::${event}`;
  const entry = {wire, placement: 'background-worker' as const, read};
  return action === undefined ? entry : {...entry, action};
}

type PlainAction = Exclude<
  ActionName,
  'hold' | 'mute' | 'transfer' | 'dial' | 'rate-quality' | 'comment'
>;

function click(event: string, name: PlainAction) {
  return worker(event, readNothing, () => ({name}));
}

// BX24.js delivers `[]` for an event without data, b24jssdk `""`: whatever comes means nothing.
function readNothing(): Reading<null> {
  return {value: null, problems: []};
}

function readObject<T>(read: (value: JsonObject) => Reading<T>): (value: unknown) => Reading<T> {
  return (value) => {
    const object = asObject(value);
    const reading = read(object ?? {});
    if (object !== undefined) return reading;
    return {value: reading.value, problems: [problem('', 'an object', value), ...reading.problems]};
  };
}

function readSwitch(value: unknown): Reading<boolean | null> {
  const on = asBoolean(value);
  if (on !== undefined) return {value: on, problems: []};
  return {value: null, problems: [problem('', 'true or false', value)]};
}

function readDigit(value: unknown): Reading<DialDigit | null> {
  const text = asText(value);
  const digit = DIAL_DIGITS.find((key) => key === text);
  if (digit !== undefined) return {value: digit, problems: []};
  return {value: null, problems: [problem('', 'a key of the dial pad', value)]};
}

function readStars(value: unknown): Reading<Stars | null> {
  const stars = asId(value);
  if (stars === 1 || stars === 2 || stars === 3 || stars === 4 || stars === 5) {
    return {value: stars, problems: []};
  }
  return {value: null, problems: [problem('', '"1" to "5"', value)]};
}

function readComment(value: unknown): Reading<string | null> {
  const text = asText(value);
  if (text !== undefined) return {value: text, problems: []};
  return {value: null, problems: [problem('', 'a text', value)]};
}

/**
 * Reads both forms: `{phoneNumber, target}`, where the target is an employee's id or a phone number,
 * and `{type, target}`, which a portal sends before the first command on its page.
 */
function readTransfer(value: unknown): Reading<CardEventValues['transferButtonClick']> {
  const object = asObject(value) ?? {};
  const phoneNumber = asText(object['phoneNumber']) ?? '';
  const target = readTarget(object['type'], object['target'], phoneNumber);
  if (target !== undefined) return {value: {target, phoneNumber}, problems: []};
  return {value: null, problems: [problem('target', 'a user, a queue or a phone number', value)]};
}

function readTarget(type: unknown, target: unknown, phone: string): TransferTarget | undefined {
  const text = (isBlank(target) ? phone : (asText(target) ?? '')).trim();
  if (text === '') return undefined;
  const userId = asId(text);
  switch (type) {
    case 'user':
      return userId === undefined ? undefined : {kind: 'user', id: userId};
    case 'queue':
      return {kind: 'queue', id: text};
    case 'pstn':
      return {kind: 'phone', number: text};
    default:
      return isUserId(text) && userId !== undefined && !isBlank(target)
        ? {kind: 'user', id: userId}
        : {kind: 'phone', number: text};
  }
}

/**
 * An employee's id and a phone number arrive in the same field and are told apart by their form
 * (documentation); where the line lies is inferred: a number that is dialled has a `+`, a leading
 * zero or at least seven digits.
 */
function isUserId(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}
