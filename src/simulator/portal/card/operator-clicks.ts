/** The events of the operator's clicks. A click alone does not change the card: the app's command does. */
import {CARD_EVENTS, type CardEventName} from '../../../model/card/card-event.js';
import type {
  ActionName,
  OperatorAction,
  TransferTarget,
} from '../../../model/card/operator-action.js';
import type {Card, CardPage} from './card-machine.js';

/** An event for the apps of a placement. */
export interface PortalEvent {
  readonly name: string;
  readonly value?: unknown;
}

const EVENT_OF = {
  answer: 'answerButtonClick',
  skip: 'skipButtonClick',
  'make-call': 'makeCallButtonClick',
  'hang-up': 'hangupButtonClick',
  hold: 'holdButtonClick',
  mute: 'muteButtonClick',
  transfer: 'transferButtonClick',
  'complete-transfer': 'completeTransferButtonClick',
  'cancel-transfer': 'cancelTransferButtonClick',
  dial: 'dialpadButtonClick',
  'rate-quality': 'qualityMeterClick',
  close: 'closeButtonClick',
  'notify-admin': 'notifyAdminButtonClick',
  next: 'nextButtonClick',
  comment: 'addCommentButtonClick',
} satisfies Record<ActionName, CardEventName>;

/** The event of a click. */
export function eventOfClick(page: CardPage, action: OperatorAction): PortalEvent {
  const name = CARD_EVENTS[EVENT_OF[action.name]].wire;
  const value = valueOf(page, action);
  return value === undefined ? {name} : {name, value};
}

/** The action of a switch button: the opposite of what the card shows. */
export function toggleAction(card: Card, name: 'hold' | 'mute'): OperatorAction {
  return name === 'hold' ? {name, held: !card.held} : {name, muted: !card.muted};
}

function valueOf(page: CardPage, action: OperatorAction): unknown {
  switch (action.name) {
    case 'hold':
      return action.held;
    case 'mute':
      return action.muted;
    case 'dial':
      return action.digit;
    case 'rate-quality':
      return String(action.stars);
    case 'comment':
      return action.text;
    case 'transfer':
      return page.commanded
        ? {phoneNumber: action.phoneNumber, target: bareTarget(action.target)}
        : {type: TARGET_TYPES[action.target.kind], target: bareTarget(action.target)};
    default:
      return undefined;
  }
}

const TARGET_TYPES = {
  user: 'user',
  queue: 'queue',
  phone: 'pstn',
} satisfies Record<TransferTarget['kind'], string>;

function bareTarget(target: TransferTarget): string | number {
  return target.kind === 'phone' ? target.number : target.id;
}
