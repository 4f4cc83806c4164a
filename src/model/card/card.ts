/** The call card's state, as data. */
import {asText, isObject} from '../parse/reading.js';
import type {ActionName} from './operator-action.js';
import {actionsIn, isAnyUiState, type AnyUiState} from './ui-state.js';

/**
 * The card as far as this frame knows it. A tab is not told the card's state by the portal: there it
 * stays `unseen` until a worker of the app tells; `closed` means that there is no card any more.
 */
export type Card = {readonly status: 'unseen'} | OpenCard | {readonly status: 'closed'};

export interface OpenCard {
  readonly status: 'open';
  readonly uiState: KnownUiState;
  /** What the app set; `null` while the card shows the portal's own. */
  readonly title: string | null;
  readonly statusText: string | null;
  readonly muted: boolean;
  readonly held: boolean;
  readonly timer: CardTimer;
  readonly conversation: Conversation;
}

/**
 * Whether somebody has talked since this call last began to ring or to be dialled. `unknown`: the card
 * was open before this frame saw it.
 */
export type Conversation = (typeof CONVERSATIONS)[number];

const CONVERSATIONS = ['none', 'begun', 'unknown'] as const;

/**
 * `unconfirmed`: it was asked for, and the portal never said that it was done. `assumed`: the pages of
 * the app were loaded after the card was opened, and nobody knows more than that a call goes on.
 */
export type KnownUiState =
  | {readonly certainty: 'confirmed'; readonly value: AnyUiState}
  | {readonly certainty: 'unconfirmed'; readonly value: AnyUiState}
  | {readonly certainty: 'assumed'; readonly value: AnyUiState};

/**
 * The operator's buttons on a card, in its order. Where the state is only assumed it is what any call
 * needs, and what no state makes worse.
 */
export function actionsOn({uiState}: OpenCard): readonly ActionName[] {
  return uiState.certainty === 'assumed' ? ['hang-up'] : actionsIn(uiState.value);
}

export type CardTimer =
  | {readonly status: 'hidden'}
  /** `elapsed`: what the card shows, in milliseconds. */
  | {readonly status: 'stopped'; readonly startedAt: number; readonly elapsed: number}
  /** `startedAt`: milliseconds since the epoch; paused time counts, too. */
  | {readonly status: 'running'; readonly startedAt: number};

/** An open card as another frame wrote it; nothing when it is none. */
export function readOpenCard(value: unknown): OpenCard | undefined {
  if (!isObject(value) || value['status'] !== 'open') return undefined;
  const uiState = readKnownUiState(value['uiState']);
  const timer = readTimer(value['timer']);
  if (uiState === undefined || timer === undefined) return undefined;
  return {
    status: 'open',
    uiState,
    title: asText(value['title']) ?? null,
    statusText: asText(value['statusText']) ?? null,
    muted: value['muted'] === true,
    held: value['held'] === true,
    timer,
    conversation: CONVERSATIONS.find((each) => each === value['conversation']) ?? 'unknown',
  };
}

const CERTAINTIES = ['confirmed', 'unconfirmed', 'assumed'] as const;

function readKnownUiState(value: unknown): KnownUiState | undefined {
  if (!isObject(value) || !isAnyUiState(value['value'])) return undefined;
  const certainty = CERTAINTIES.find((each) => each === value['certainty']) ?? 'confirmed';
  return {certainty, value: value['value']};
}

function readTimer(value: unknown): CardTimer | undefined {
  if (!isObject(value)) return undefined;
  const {status, startedAt, elapsed} = value;
  if (status === 'hidden') return {status};
  if (!isMoment(startedAt)) return undefined;
  if (status === 'running') return {status, startedAt};
  return status === 'stopped' && isMoment(elapsed) ? {status, startedAt, elapsed} : undefined;
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
