/** What an event of the card means for the call and for the card: pure rules. */
import {isSameClient, withEntityChange, type Call} from '../../model/call/call.js';
import type {CardEvent} from '../../model/card/card-event.js';
import type {OperatorAction} from '../../model/card/operator-action.js';
import {afterClick, OPENED_CARD} from '../../model/card/card-reducer.js';
import type {Card} from '../snapshot.js';

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

/** @param call - as it was before the event */
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
