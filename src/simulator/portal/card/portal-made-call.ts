/** Rules for a call that the portal makes itself: the portal, not a worker, changes its card. */
import type {CallProgress} from '../../../model/call/call.js';
import type {ActionName, OperatorAction} from '../../../model/card/operator-action.js';
import type {AnyUiState} from '../../../model/card/ui-state.js';
import type {SimulatedCall} from './call-facts.js';
import type {Card} from './card-machine.js';

/** The card's state for the call's direction and progress. */
export function uiStateOfPortalMadeCall({direction, progress}: SimulatedCall): AnyUiState {
  const outwards = direction === 'outgoing';
  switch (progress) {
    case 'idle':
      return outwards ? 'outgoing' : 'idle';
    case 'connecting':
      return outwards ? 'connectingOutgoing' : 'incoming';
    case 'connected':
      return 'connected';
  }
}

/** The effect of a click. */
export interface PortalMadeCallReaction {
  readonly progress?: CallProgress;
  readonly card?: Card;
  /** Whether the call ends. */
  readonly ends?: boolean;
}

const REACTIONS: Partial<Record<ActionName, PortalMadeCallReaction>> = {
  answer: {progress: 'connected'},
  'make-call': {progress: 'connecting'},
  skip: {ends: true},
  'hang-up': {ends: true},
  close: {ends: true},
};

export function reactionOfPortalMadeCall(
  card: Card,
  action: OperatorAction,
): PortalMadeCallReaction {
  if (action.name === 'hold') return {card: {...card, held: action.held}};
  if (action.name === 'mute') return {card: {...card, muted: action.muted}};
  return REACTIONS[action.name] ?? {};
}
