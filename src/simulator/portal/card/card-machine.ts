/** The state of a portal page's call card, and the reducer functions that change it. */
import {actionsIn, timerEffectOf, type AnyUiState} from '../../../model/card/ui-state.js';
import type {ActionName} from '../../../model/card/operator-action.js';

/**
 * The card's timer, in milliseconds: `since` since the epoch. It counts from its first start; a timer that
 * is stopped and started again counts the pause, too (observed).
 */
export type CardTimer =
  | {readonly status: 'hidden'}
  | {readonly status: 'running'; readonly since: number}
  | {readonly status: 'stopped'; readonly since: number; readonly elapsed: number};

/** The state of the card. */
export interface Card {
  readonly uiState: AnyUiState;
  readonly title: string;
  readonly statusText: string;
  readonly muted: boolean;
  readonly held: boolean;
  readonly timer: CardTimer;
  /** Whether a CRM record was loaded. Without one the portal never answers some commands (observed). */
  readonly hasRecord: boolean;
  /** Whether the app raised the card. Workers cannot see a card of the portal's own call. */
  readonly raisedByApp: boolean;
  readonly campaign: boolean;
}

/** What a portal page remembers of its cards. */
export interface CardPage {
  readonly card: Card | null;
  /** Whether this page has shown a card before. */
  readonly hadCard: boolean;
  /** Whether a worker has sent a command on this page, which changes the events of transfers (observed). */
  readonly commanded: boolean;
}

export const NO_CARD: CardPage = {card: null, hadCard: false, commanded: false};

type Opening = Pick<Card, 'hasRecord' | 'raisedByApp' | 'campaign'>;

/** A card that has just opened. Its buttons are close and fold until the app sets a state. */
export function openCard(page: CardPage, opening: Opening): CardPage {
  const card: Card = {
    uiState: 'externalCard',
    title: '',
    statusText: '',
    muted: false,
    held: false,
    timer: {status: 'hidden'},
    ...opening,
  };
  return {...page, card, hadCard: true};
}

export function closeCard(page: CardPage): CardPage {
  return {...page, card: null};
}

/** The card in another state, with the state's effect on the timer. */
export function enterUiState(
  card: Card,
  uiState: AnyUiState,
  now: number,
  disableAutoStartTimer = false,
): Card {
  switch (timerEffectOf(uiState)) {
    case 'start':
      return {
        ...card,
        uiState,
        timer: disableAutoStartTimer ? {status: 'hidden'} : startedTimer(card.timer, now),
      };
    case 'stop':
      return {...card, uiState, timer: stoppedTimer(card.timer, now)};
    case 'keep':
      return {...card, uiState};
  }
}

/** The timer, running since its first start. */
export function startedTimer(timer: CardTimer, now: number): CardTimer {
  return {status: 'running', since: timer.status === 'hidden' ? now : timer.since};
}

/** The timer, stopped at its present value. */
export function stoppedTimer(timer: CardTimer, now: number): CardTimer {
  if (timer.status !== 'running') return timer;
  return {status: 'stopped', since: timer.since, elapsed: now - timer.since};
}

/** The value of the timer in milliseconds; `null` while it is hidden. */
export function elapsedOn(timer: CardTimer, now: number): number | null {
  switch (timer.status) {
    case 'hidden':
      return null;
    case 'running':
      return now - timer.since;
    case 'stopped':
      return timer.elapsed;
  }
}

/** The actions of the card's buttons, in their order. A campaign adds `next`. */
export function offeredActions(card: Card): readonly ActionName[] {
  const actions = actionsIn(card.uiState);
  return card.campaign ? [...actions, 'next'] : actions;
}

/** Whether the operator can do the action now, by a button of the state or by the comment box. */
export function canClick(card: Card, action: ActionName): boolean {
  if (action === 'comment') return true;
  // In a campaign the card has a close button at its top, too.
  if (action === 'close' && card.campaign) return true;
  return offeredActions(card).includes(action);
}
