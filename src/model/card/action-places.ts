/**
 * Where the button of each action stands among the operator's, in every state of the card. Nothing
 * that ends or changes a call ever comes to a place where something else was pressed: what begins a
 * call, and what turns it down or returns to it, share theirs only with what opens a form, and hanging
 * up has a place of its own.
 */
import type {ActionName} from './operator-action.js';
import {actionsIn, type AnyUiState} from './ui-state.js';

/** The places in the order in which they are read. Two of them are a row where there is little room. */
export const ACTION_PLACES = ['begin', 'other', 'end', 'next', 'hold', 'mute', 'quality'] as const;

export type ActionPlace = (typeof ACTION_PLACES)[number];

const PLACE_OF = {
  answer: 'begin',
  'make-call': 'begin',
  'complete-transfer': 'begin',
  'notify-admin': 'begin',
  dial: 'begin',
  skip: 'other',
  'cancel-transfer': 'other',
  close: 'other',
  transfer: 'other',
  'hang-up': 'end',
  next: 'next',
  hold: 'hold',
  mute: 'mute',
  'rate-quality': 'quality',
  // Is written in a field of its own.
  comment: 'quality',
} satisfies Record<ActionName, ActionPlace>;

export function placeOf(action: ActionName): ActionPlace {
  return PLACE_OF[action];
}

/** The actions in the order of their places. */
export function inPlaces(actions: readonly ActionName[]): readonly ActionName[] {
  const order = (action: ActionName): number => ACTION_PLACES.indexOf(placeOf(action));
  return [...actions].sort((a, b) => order(a) - order(b));
}

/**
 * Whether a conversation is going on or may come of this state. Then its places are kept free, so
 * that nothing around them moves when it begins.
 */
export function keepsPlaces(uiState: AnyUiState): boolean {
  return !actionsIn(uiState).includes('close');
}
