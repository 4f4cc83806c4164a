/** The twenty events as the contract raises them: what the operator or the portal does, and what is told. */
import type {CardCommand} from '../../src/model/card/card-command.js';
import {
  CARD_EVENTS,
  CARD_EVENT_NAMES,
  type CardEventName,
} from '../../src/model/card/card-event.js';
import type {OperatorAction, TransferTarget} from '../../src/model/card/operator-action.js';
import type {AnyUiState} from '../../src/model/card/ui-state.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {CALL, COMPANY_5} from './stage.js';

export interface EventFacts {
  /** What the card must show for it. */
  readonly uiState?: AnyUiState;
  readonly raise: (portal: SimulatedPortal) => void;
  /** What is told. For an object: what is in it. */
  readonly value: unknown;
  /** What the operator asked for with it. */
  readonly action?: OperatorAction;
  /** What is told when the portal sends no value with it. */
  readonly withoutValue: unknown;
}

const NO_CHANGE = {number: {kind: 'unknown'}, entity: null};
const NUMBER = {kind: 'number', value: '+4930123456'};

export const EVENT_FACTS: Readonly<Record<CardEventName, EventFacts>> = {
  entityChanged: {
    raise: (portal) => portal.changeEntity(COMPANY_5),
    value: {number: NUMBER, entity: COMPANY_5},
    withoutValue: NO_CHANGE,
  },
  beforeClose: {
    raise: (portal) => portal.sendBeforeClose(),
    value: null,
    withoutValue: null,
  },
  callStateChanged: {
    raise: (portal) => portal.setCallProgress('connecting'),
    value: 'connecting',
    withoutValue: null,
  },
  initialized: {
    raise: (portal) => {
      portal.startCall({...CALL, callId: 'externalCall.raised'});
    },
    value: {id: 'externalCall.raised', progress: 'idle', entity: CALL.entity, number: NUMBER},
    withoutValue: null,
  },
  cardEntityChanged: {
    raise: (portal) => portal.changeEntity(COMPANY_5),
    value: {number: NUMBER, entity: COMPANY_5},
    withoutValue: NO_CHANGE,
  },
  answerButtonClick: click({name: 'answer'}, 'incoming'),
  skipButtonClick: click({name: 'skip'}, 'transferIncoming'),
  makeCallButtonClick: click({name: 'make-call'}, 'redial'),
  hangupButtonClick: click({name: 'hang-up'}, 'connected'),
  holdButtonClick: {...click({name: 'hold', held: true}, 'connected'), value: true},
  muteButtonClick: {...click({name: 'mute', muted: false}, 'connected'), value: false},
  transferButtonClick: transfer({kind: 'user', id: 7}),
  completeTransferButtonClick: click({name: 'complete-transfer'}, 'transferring'),
  cancelTransferButtonClick: click({name: 'cancel-transfer'}, 'transferFailed'),
  dialpadButtonClick: {...click({name: 'dial', digit: '#'}, 'connected'), value: '#'},
  qualityMeterClick: {...click({name: 'rate-quality', stars: 4}, 'connected'), value: 4},
  addCommentButtonClick: {
    ...click({name: 'comment', text: 'ruft: "morgen" an'}, 'connected'),
    value: 'ruft: "morgen" an',
  },
  nextButtonClick: click({name: 'next'}, 'connected'),
  notifyAdminButtonClick: click({name: 'notify-admin'}, 'moneyError'),
  closeButtonClick: click({name: 'close'}, 'error'),
};

/** The events of one placement. */
export function eventsOf(
  placement: 'call-card' | 'background-worker',
): readonly (readonly [CardEventName, EventFacts])[] {
  return CARD_EVENT_NAMES.filter((name) => CARD_EVENTS[name].placement === placement).map(
    (name) => [name, EVENT_FACTS[name]],
  );
}

export function setUiState(uiState: AnyUiState): CardCommand {
  return {name: 'setUiState', parameters: {uiState}};
}

export function transfer(target: TransferTarget, phoneNumber = '+4930123456'): EventFacts {
  const facts = click({name: 'transfer', target, phoneNumber}, 'connected');
  return {...facts, value: {target, phoneNumber}};
}

function click(action: OperatorAction, uiState: AnyUiState): EventFacts {
  return {
    uiState,
    raise: (portal) => portal.click(action),
    value: null,
    action,
    withoutValue: null,
  };
}
