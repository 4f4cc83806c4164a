/**
 * The call card's interface states: what the operator sees in each and what the timer does
 * (reference: window protocol, section 6).
 */
import type {ActionName} from './operator-action.js';

/** The twelve states that `CallCardGetListUiStates` names, in its order. */
export const UI_STATES = [
  'incoming',
  'transferIncoming',
  'outgoing',
  'connectingIncoming',
  'connectingOutgoing',
  'connected',
  'transferring',
  'transferFailed',
  'transferConnected',
  'error',
  'moneyError',
  'redial',
] as const;

/** States that the portal accepts and lists nowhere. A card opens as `externalCard`. */
export const UNLISTED_UI_STATES = ['idle', 'externalCard', 'sipPhoneError'] as const;

/** All of them, in words. */
export const UI_STATE_NAMES = `one of ${[...UI_STATES, ...UNLISTED_UI_STATES].join(', ')}`;

export type UiState = (typeof UI_STATES)[number];
export type UnlistedUiState = (typeof UNLISTED_UI_STATES)[number];
export type AnyUiState = UiState | UnlistedUiState;

/** What entering a state does to the card's timer. */
export type TimerEffect = 'start' | 'stop' | 'keep';

interface UiStateEntry {
  /** The buttons the operator sees, in the card's order. */
  readonly actions: readonly ActionName[];
  readonly timer: TimerEffect;
  /** Whether it is before a conversation, or in one; the other states are before or after. */
  readonly conversation?: 'none' | 'begun';
}

const RINGING: UiStateEntry = {actions: ['answer', 'skip'], timer: 'stop', conversation: 'none'};
const CONNECTING: UiStateEntry = {actions: ['hang-up'], timer: 'stop', conversation: 'none'};
const CALLABLE: UiStateEntry = {actions: ['make-call'], timer: 'stop'};
const CLOSABLE: UiStateEntry = {actions: ['close'], timer: 'stop'};

const ENTRIES: Readonly<Record<AnyUiState, UiStateEntry>> = {
  incoming: RINGING,
  transferIncoming: RINGING,
  outgoing: {...CALLABLE, conversation: 'none'},
  connectingIncoming: CONNECTING,
  connectingOutgoing: CONNECTING,
  connected: {
    actions: ['hang-up', 'hold', 'mute', 'transfer', 'dial', 'rate-quality'],
    timer: 'start',
    conversation: 'begun',
  },
  transferring: {
    actions: ['complete-transfer', 'cancel-transfer'],
    timer: 'keep',
    conversation: 'begun',
  },
  transferFailed: {actions: ['cancel-transfer'], timer: 'keep', conversation: 'begun'},
  transferConnected: {actions: ['hang-up'], timer: 'keep', conversation: 'begun'},
  error: CLOSABLE,
  moneyError: {actions: ['notify-admin', 'close'], timer: 'stop'},
  redial: CALLABLE,
  idle: CLOSABLE,
  externalCard: CLOSABLE,
  sipPhoneError: CLOSABLE,
};

export function isUiState(value: unknown): value is UiState {
  return (UI_STATES as readonly unknown[]).includes(value);
}

/** True also for the states that the portal accepts without listing them. */
export function isAnyUiState(value: unknown): value is AnyUiState {
  return typeof value === 'string' && Object.hasOwn(ENTRIES, value);
}

/** The operator's buttons in a state, in the card's order. */
export function actionsIn(uiState: AnyUiState): readonly ActionName[] {
  return ENTRIES[uiState].actions;
}

/** What entering the state does to the timer, unless `disableAutoStartTimer` was given. */
export function timerEffectOf(uiState: AnyUiState): TimerEffect {
  return ENTRIES[uiState].timer;
}

/** Whether entering the state is before a conversation or in one; nothing where it says neither. */
export function conversationIn(uiState: AnyUiState): 'none' | 'begun' | undefined {
  return ENTRIES[uiState].conversation;
}
