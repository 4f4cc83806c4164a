/** What a portal page knows of its call card, and the pure rules by which the card changes. */
import {actionsIn, timerEffectOf, type AnyUiState} from '../../../model/card/ui-state.js';
import type {ActionName} from '../../../model/card/operator-action.js';

/**
 * The card's timer. It counts from its first start for the whole life of the card: stopped and
 * started again, it has counted the pause too.
 */
export type CardTimer =
  | {readonly status: 'hidden'}
  | {readonly status: 'running'; readonly since: number}
  | {readonly status: 'stopped'; readonly since: number; readonly elapsed: number};

export interface Card {
  readonly uiState: AnyUiState;
  readonly title: string;
  readonly statusText: string;
  readonly muted: boolean;
  readonly held: boolean;
  readonly timer: CardTimer;
  /** Whether a CRM record was loaded; without one some answers never come. */
  readonly hasRecord: boolean;
  /** Whether the app raised it. A card of the portal's own call does not exist for workers. */
  readonly raisedByApp: boolean;
  readonly campaign: boolean;
}

/** The card's part of one portal page. */
export interface CardPage {
  readonly card: Card | null;
  /** Whether this page has shown a card before. */
  readonly hadCard: boolean;
  /** Whether a worker has sent a command on this page; changes how a transfer is reported. */
  readonly commanded: boolean;
}

export const NO_CARD: CardPage = {card: null, hadCard: false, commanded: false};

type Opening = Pick<Card, 'hasRecord' | 'raisedByApp' | 'campaign'>;

/** A card that has just opened: nothing but close and fold until the app says more. */
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

/** The card in another state, with what that does to the timer. */
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

/** Running, from the first start on. */
export function startedTimer(timer: CardTimer, now: number): CardTimer {
  return {status: 'running', since: timer.status === 'hidden' ? now : timer.since};
}

/** Standing still, with the last value on the card. */
export function stoppedTimer(timer: CardTimer, now: number): CardTimer {
  if (timer.status !== 'running') return timer;
  return {status: 'stopped', since: timer.since, elapsed: now - timer.since};
}

/** What the timer shows, in milliseconds; nothing while it is hidden. */
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

/** Every button the operator sees, in the card's order. A campaign adds the next client. */
export function offeredActions(card: Card): readonly ActionName[] {
  const actions = actionsIn(card.uiState);
  return card.campaign ? [...actions, 'next'] : actions;
}

/** Whether the operator can do it now: a button of the state, or the comment box. */
export function canClick(card: Card, action: ActionName): boolean {
  if (action === 'comment') return true;
  // In a campaign the card can also be closed at its top.
  if (action === 'close' && card.campaign) return true;
  return offeredActions(card).includes(action);
}
