/** Where each event of the call card comes from: enough to listen, without what reads it. */

export interface CardEventSource {
  /** The name that `placementBindEvent` takes. */
  readonly wire: string;
  readonly placement: 'call-card' | 'background-worker';
}

export const CARD_EVENT_SOURCES = {
  entityChanged: tab('EntityChanged'),
  beforeClose: tab('BeforeClose'),
  callStateChanged: tab('CallStateChanged'),
  initialized: worker('initialized'),
  cardEntityChanged: worker('entityChanged'),
  answerButtonClick: worker('answerButtonClick'),
  skipButtonClick: worker('skipButtonClick'),
  makeCallButtonClick: worker('makeCallButtonClick'),
  hangupButtonClick: worker('hangupButtonClick'),
  holdButtonClick: worker('holdButtonClick'),
  muteButtonClick: worker('muteButtonClick'),
  transferButtonClick: worker('transferButtonClick'),
  completeTransferButtonClick: worker('completeTransferButtonClick'),
  cancelTransferButtonClick: worker('cancelTransferButtonClick'),
  dialpadButtonClick: worker('dialpadButtonClick'),
  qualityMeterClick: worker('qualityMeterClick'),
  addCommentButtonClick: worker('addCommentButtonClick'),
  nextButtonClick: worker('nextButtonClick'),
  notifyAdminButtonClick: worker('notifyAdminButtonClick'),
  closeButtonClick: worker('closeButtonClick'),
} satisfies Readonly<Record<string, CardEventSource>>;

export type CardEventName = keyof typeof CARD_EVENT_SOURCES;

export const CARD_EVENT_NAMES = Object.keys(CARD_EVENT_SOURCES) as readonly CardEventName[];

function tab(event: string): CardEventSource {
  return {wire: `CallCard::${event}`, placement: 'call-card'};
}

function worker(event: string): CardEventSource {
  return {wire: `BackgroundCallCard::${event}`, placement: 'background-worker'};
}
