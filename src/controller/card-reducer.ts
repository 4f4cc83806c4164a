/**
 * How the card changes, as pure functions: what a confirmed command does to it, and what it means
 * when one was not answered (reference: window protocol, section 6).
 */
import type {CardCommand} from '../model/card-command.js';
import type {OperatorAction} from '../model/operator-action.js';
import {timerEffectOf, type AnyUiState} from '../model/ui-state.js';
import type {Card, CardTimer, OpenCard} from './snapshot.js';

/** A card that has just opened. */
export const OPENED_CARD: OpenCard = {
  status: 'open',
  uiState: {certainty: 'confirmed', value: 'externalCard'},
  title: null,
  statusText: null,
  muted: false,
  held: false,
  timer: {status: 'hidden'},
};

/**
 * The card after the portal confirmed a command.
 *
 * @param now - milliseconds since the epoch
 */
export function afterCommand(card: Card, command: CardCommand, now: number): Card {
  if (command.name === 'close') return {status: 'closed'};
  if (!changesCard(command)) return card;
  const open = card.status === 'open' ? card : OPENED_CARD;
  switch (command.name) {
    case 'setUiState': {
      const {uiState, disableAutoStartTimer = false} = command.parameters;
      return {
        ...open,
        uiState: {certainty: 'confirmed', value: uiState},
        timer: timerIn(uiState, open.timer, disableAutoStartTimer, now),
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
  if (action.name === 'mute') return {...card, muted: action.muted};
  return action.name === 'hold' ? {...card, held: action.held} : card;
}

/** The card after a command that was never answered: the state may or may not have been taken. */
export function afterSilence(card: Card, command: CardCommand): Card {
  if (command.name !== 'setUiState') return card;
  const open = card.status === 'open' ? card : OPENED_CARD;
  const {uiState} = command.parameters;
  return {...open, uiState: {certainty: 'unconfirmed', value: uiState}};
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
