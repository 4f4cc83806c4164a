/** What an event of the card means for the call and for the card: pure rules. */
import {withEntityChange, type Call} from '../model/call.js';
import type {CardEvent} from '../model/card-event.js';
import type {OperatorAction} from '../model/operator-action.js';
import {afterClick, OPENED_CARD} from './card-reducer.js';
import type {Card} from './snapshot.js';

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

export function cardAfter(card: Card, event: CardEvent, action: OperatorAction | null): Card {
  if (event.name === 'initialized') return OPENED_CARD;
  return action === null ? card : afterClick(card, action);
}
