/**
 * How the call and its card change, as pure functions: by an event, by a confirmed command, and by one
 * that was not answered (reference: window protocol, section 6).
 */
import {isSameClient, withEntityChange, type Call} from '../call/call.js';
import type {CardCommand} from './card-command.js';
import type {CardEvent} from './card-event.js';
import type {OperatorAction} from './operator-action.js';
import {actionsIn, conversationIn, timerEffectOf, UI_STATES, type AnyUiState} from './ui-state.js';
import type {Card, CardTimer, OpenCard} from './card.js';

/** A card that has just opened. */
export const OPENED_CARD: OpenCard = {
  status: 'open',
  uiState: {certainty: 'confirmed', value: 'externalCard'},
  title: null,
  statusText: null,
  muted: false,
  held: false,
  timer: {status: 'hidden'},
  conversation: 'none',
};

/**
 * A card that is there and was not seen opening, by a page that was loaded after it: what it shows is
 * not known, only that a call goes on.
 */
export const MISSED_CARD: OpenCard = {
  ...OPENED_CARD,
  uiState: {certainty: 'assumed', value: 'connected'},
  conversation: 'unknown',
};

/** The call after an event of the card. */
export function callAfter(call: Call | null, event: CardEvent): Call | null {
  switch (event.name) {
    case 'initialized':
      return event.value;
    case 'entityChanged':
    case 'cardEntityChanged':
      // The worker's first change comes before its call is known; `initialized` brings the same.
      return call === null ? null : withEntityChange(call, event.value);
    case 'callStateChanged':
      if (call === null || event.value === null) return call;
      return {...call, progress: event.value};
    default:
      return call;
  }
}

/**
 * The card after an event, and after what the operator has clicked with it.
 *
 * @param call - as it was before the event
 */
export function cardAfter(
  card: Card,
  call: Call | null,
  event: CardEvent,
  action: OperatorAction | null,
): Card {
  if (event.name === 'initialized') return OPENED_CARD;
  if (event.name === 'cardEntityChanged' && card.status === 'open' && call?.campaign === true) {
    // What was talked was talked with the last client.
    return isSameClient(call, event.value) ? card : {...card, conversation: 'unknown'};
  }
  return action === null ? card : afterClick(card, action);
}

/**
 * The card after the portal confirmed a command.
 *
 * @param now - milliseconds since the epoch
 */
export function afterCommand(card: Card, command: CardCommand, now: number): Card {
  if (command.name === 'close') return {status: 'closed'};
  if (!changesCard(command)) return card;
  const open = card.status === 'open' ? card : MISSED_CARD;
  switch (command.name) {
    case 'setUiState': {
      const {uiState, disableAutoStartTimer = false} = command.parameters;
      return {
        ...open,
        uiState: {certainty: 'confirmed', value: uiState},
        timer: timerIn(uiState, open.timer, disableAutoStartTimer, now),
        conversation: conversationIn(uiState) ?? open.conversation,
      };
    }
    case 'setMute':
      return {...open, muted: command.parameters.muted};
    case 'setHold':
      return {...open, held: command.parameters.held};
    case 'setTitle':
      return {...open, title: command.parameters.title};
    case 'setStatusText':
      return {...open, statusText: command.parameters.statusText};
    case 'startTimer':
      return {...open, timer: started(open.timer, now)};
    case 'stopTimer':
      return {...open, timer: stopped(open.timer, now)};
  }
}

/**
 * The card after the operator clicked in it. Mute and hold are switches of the card itself: the
 * portal tells their new state. Every other click waits for the app's command.
 */
export function afterClick(card: Card, action: OperatorAction): Card {
  if (card.status !== 'open') return card;
  const seen = withStateSeen(card, action);
  if (action.name === 'mute') return {...seen, muted: action.muted};
  return action.name === 'hold' ? {...seen, held: action.held} : seen;
}

/** A button that only one state has shows that the card is in it. */
function withStateSeen(card: OpenCard, {name}: OperatorAction): OpenCard {
  if (card.uiState.certainty !== 'assumed') return card;
  const [value, ...others] = UI_STATES.filter((state) => actionsIn(state).includes(name));
  if (value === undefined || others.length > 0) return card;
  return {...card, uiState: {certainty: 'confirmed', value}};
}

/** The card after a command that was never answered: the state may or may not have been taken. */
export function afterSilence(card: Card, command: CardCommand): Card {
  // Where there was no card, silence is no sign of one.
  if (command.name !== 'setUiState' || card.status === 'closed') return card;
  const open = card.status === 'open' ? card : MISSED_CARD;
  const {uiState} = command.parameters;
  const conversation = conversationIn(uiState) ?? open.conversation;
  return {...open, uiState: {certainty: 'unconfirmed', value: uiState}, conversation};
}

type CardChange = Exclude<
  CardCommand,
  {name: 'close' | 'listUiStates' | 'getStatus' | 'disableAutoClose' | 'enableAutoClose'}
>;

function changesCard(command: Exclude<CardCommand, {name: 'close'}>): command is CardChange {
  switch (command.name) {
    case 'listUiStates':
    case 'getStatus':
    case 'disableAutoClose':
    case 'enableAutoClose':
      return false;
    default:
      return true;
  }
}

function timerIn(
  uiState: AnyUiState,
  timer: CardTimer,
  disableAutoStart: boolean,
  now: number,
): CardTimer {
  switch (timerEffectOf(uiState)) {
    case 'keep':
      return timer;
    case 'stop':
      return stopped(timer, now);
    case 'start':
      return disableAutoStart ? {status: 'hidden'} : started(timer, now);
  }
}

function started(timer: CardTimer, now: number): CardTimer {
  switch (timer.status) {
    case 'running':
      return timer;
    case 'stopped':
      // The card counts from the first start, the pause included.
      return {status: 'running', startedAt: timer.startedAt};
    case 'hidden':
      return {status: 'running', startedAt: now};
  }
}

function stopped(timer: CardTimer, now: number): CardTimer {
  if (timer.status !== 'running') return timer;
  return {status: 'stopped', startedAt: timer.startedAt, elapsed: now - timer.startedAt};
}
