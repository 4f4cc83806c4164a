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
} from '../call/call.js';
import {
  CARD_EVENT_NAMES,
  CARD_EVENT_SOURCES,
  type CardEventName,
  type CardEventSource,
} from './card-event-source.js';
import {
  DIAL_DIGITS,
  type ActionName,
  type DialDigit,
  type OperatorAction,
  STARS,
  type Stars,
} from './operator-action.js';
import {
  asBoolean,
  asObject,
  asText,
  problem,
  type JsonObject,
  type Problem,
  type Reading,
} from '../parse/reading.js';
import {asTransfer, type Transfer} from './transfer-target.js';

/** What each event carries once it was read. `null`: the event has no value. */
export interface CardEventValues {
  /** The card's main record has changed; bindings are not in it. */
  entityChanged: EntityChange;
  /** The portal wants to close the card; comes only while closing is blocked, maybe twice. */
  beforeClose: null;
  /** The portal's own view of the call has changed. */
  callStateChanged: CallProgress | null;
  /** A card for a call of this app was opened on this page. */
  initialized: Call | null;
  /** The worker's `entityChanged`; the first one comes before `initialized`. */
  cardEntityChanged: EntityChange;
  /** Take the call. */
  answerButtonClick: null;
  /** Let somebody else take it. */
  skipButtonClick: null;
  /** Dial, or dial again. */
  makeCallButtonClick: null;
  /** End the call, or the attempt. */
  hangupButtonClick: null;
  /** Put the caller on hold (`true`), or talk on. */
  holdButtonClick: boolean | null;
  /** Switch the microphone off (`true`), or on. */
  muteButtonClick: boolean | null;
  /** Transfer to an employee, a queue or a phone number. */
  transferButtonClick: Transfer | null;
  /** Leave the other two to each other. */
  completeTransferButtonClick: null;
  /** Return to the call. */
  cancelTransferButtonClick: null;
  /** A key of the dial pad. */
  dialpadButtonClick: DialDigit | null;
  /** One to five stars for the quality of the line. */
  qualityMeterClick: Stars | null;
  /** A comment was saved; its text, as plain text. */
  addCommentButtonClick: string | null;
  /** The next client of a campaign. */
  nextButtonClick: null;
  /** Tell the administrator that there is no money. */
  notifyAdminButtonClick: null;
  /** Close the card. */
  closeButtonClick: null;
}

export type {CardEventName};

/** An event with its value, as one value of a union. */
export type CardEvent = {
  [N in CardEventName]: {readonly name: N; readonly value: CardEventValues[N]};
}[CardEventName];

interface CardEventEntry<V> extends CardEventSource {
  readonly read: (value: unknown) => Reading<V>;
  /** What the operator asked for with it; absent for events that are not a click. */
  readonly action?: (value: V) => OperatorAction | null;
}

type CardEventTable = {readonly [N in CardEventName]: CardEventEntry<CardEventValues[N]>};

/** Every event of the call card. */
export const CARD_EVENTS: CardEventTable = {
  entityChanged: plain('entityChanged', readObject(readEntityChange)),
  beforeClose: plain('beforeClose', readNothing),
  callStateChanged: plain('callStateChanged', (value) => {
    const problems: Problem[] = [];
    return {value: readCallProgress(value, problems), problems};
  }),
  initialized: plain('initialized', readObject(readCall)),
  cardEntityChanged: plain('cardEntityChanged', readObject(readEntityChange)),
  answerButtonClick: click('answerButtonClick', 'answer'),
  skipButtonClick: click('skipButtonClick', 'skip'),
  makeCallButtonClick: click('makeCallButtonClick', 'make-call'),
  hangupButtonClick: click('hangupButtonClick', 'hang-up'),
  holdButtonClick: valued('holdButtonClick', 'true or false', asBoolean, (held) => ({
    name: 'hold',
    held,
  })),
  muteButtonClick: valued('muteButtonClick', 'true or false', asBoolean, (muted) => ({
    name: 'mute',
    muted,
  })),
  transferButtonClick: valued(
    'transferButtonClick',
    'a user, a queue or a phone number',
    asTransfer,
    (transfer) => ({name: 'transfer', ...transfer}),
  ),
  completeTransferButtonClick: click('completeTransferButtonClick', 'complete-transfer'),
  cancelTransferButtonClick: click('cancelTransferButtonClick', 'cancel-transfer'),
  dialpadButtonClick: valued('dialpadButtonClick', 'a key of the dial pad', asDigit, (digit) => ({
    name: 'dial',
    digit,
  })),
  qualityMeterClick: valued('qualityMeterClick', '"1" to "5"', asStars, (stars) => ({
    name: 'rate-quality',
    stars,
  })),
  addCommentButtonClick: valued('addCommentButtonClick', 'a text', asText, (text) => ({
    name: 'comment',
    text,
  })),
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

export {CARD_EVENT_NAMES};

function plain<V>(event: CardEventName, read: (value: unknown) => Reading<V>): CardEventEntry<V> {
  return {...CARD_EVENT_SOURCES[event], read};
}

/** A click with a value, which may be unreadable: then it asks for nothing. */
function valued<V>(
  event: CardEventName,
  expected: string,
  read: (value: unknown) => V | undefined,
  action: (value: V) => OperatorAction,
): CardEventEntry<V | null> {
  const readValue = (raw: unknown): Reading<V | null> => {
    const value = read(raw);
    if (value !== undefined) return {value, problems: []};
    return {value: null, problems: [problem('', expected, raw)]};
  };
  const asked = (value: V | null): OperatorAction | null => (value === null ? null : action(value));
  return {...plain(event, readValue), action: asked};
}

type PlainAction = Exclude<
  ActionName,
  'hold' | 'mute' | 'transfer' | 'dial' | 'rate-quality' | 'comment'
>;

function click(event: CardEventName, name: PlainAction): CardEventEntry<null> {
  return {...plain(event, readNothing), action: () => ({name})};
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

function asDigit(value: unknown): DialDigit | undefined {
  const text = asText(value);
  return DIAL_DIGITS.find((key) => key === text);
}

function asStars(value: unknown): Stars | undefined {
  const text = asText(value);
  return STARS.find((stars) => String(stars) === text);
}
