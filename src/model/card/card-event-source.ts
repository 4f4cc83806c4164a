/**
 * Where each event of the call card comes from. A file of its own, since a worker's page listens to all
 * of them from the start, and has their readers only once there is a card.
 */

export interface CardEventSource {
  /** The name that `placementBindEvent` takes. */
  readonly wire: string;
  readonly placement: 'call-card' | 'background-worker';
}

/** What the operator can click, each an event of the worker under the same name. */
const CLICKS = [
  'answerButtonClick',
  'skipButtonClick',
  'makeCallButtonClick',
  'hangupButtonClick',
  'holdButtonClick',
  'muteButtonClick',
  'transferButtonClick',
  'completeTransferButtonClick',
  'cancelTransferButtonClick',
  'dialpadButtonClick',
  'qualityMeterClick',
  'addCommentButtonClick',
  'nextButtonClick',
  'notifyAdminButtonClick',
  'closeButtonClick',
] as const;

const CHANGES = {
  entityChanged: tab('EntityChanged'),
  beforeClose: tab('BeforeClose'),
  callStateChanged: tab('CallStateChanged'),
  initialized: worker('initialized'),
  cardEntityChanged: worker('entityChanged'),
} satisfies Readonly<Record<string, CardEventSource>>;

export type CardEventName = keyof typeof CHANGES | (typeof CLICKS)[number];

export const CARD_EVENT_NAMES: readonly CardEventName[] = [
  ...(Object.keys(CHANGES) as readonly (keyof typeof CHANGES)[]),
  ...CLICKS,
];

export const CARD_EVENT_SOURCES = {
  ...CHANGES,
  ...Object.fromEntries(CLICKS.map((name) => [name, worker(name)])),
} as Readonly<Record<CardEventName, CardEventSource>>;

function tab(event: string): CardEventSource {
  return {wire: `CallCard::${event}`, placement: 'call-card'};
}

function worker(event: string): CardEventSource {
  return {wire: `BackgroundCallCard::${event}`, placement: 'background-worker'};
}
