/**
 * Tells the cards of calls with one id apart. A portal may give two calls the same id, and one call has
 * a card in each portal tab: frames that show the same one count it alike, without a message between them.
 */
import type {Call} from '../model/call/call.js';
import {BoundedMap} from '../model/bounded-map.js';
import {MOST_HUB_ITEMS} from '../model/parse/hub-values.js';

interface Known {
  /** The newest opening of the id that was heard of. */
  readonly newest: number;
  /** The last one that this frame has shown. */
  readonly own: number;
}

export class CallOpenings {
  readonly #known = new BoundedMap<string, Known>(MOST_HUB_ITEMS);
  #shown: {readonly callId: string; readonly cardNumber: number} | undefined;

  /** Another frame has told of this opening. */
  heard(callId: string, opening: number): void {
    const {newest, own} = this.#of(callId);
    this.#known.renew(callId, {newest: Math.max(newest, opening), own});
  }

  /**
   * The opening that this frame's own card is.
   *
   * @param cardNumber - another one for each card of this frame
   * @param told - the newest one that another frame shows; 0 for none
   */
  ofOwn({id}: Call, cardNumber: number, told: number): number {
    const {newest, own} = this.#of(id);
    if (this.#shown?.callId === id && this.#shown.cardNumber === cardNumber) return own;
    this.#shown = {callId: id, cardNumber};
    // What others show and this frame has not shown yet is the same call in one more portal tab.
    const opening = told > own ? told : newest + 1;
    this.#known.renew(id, {newest: Math.max(newest, opening), own: opening});
    return opening;
  }

  clear(): void {
    this.#known.clear();
    this.#shown = undefined;
  }

  #of(callId: string): Known {
    return this.#known.get(callId) ?? {newest: 0, own: 0};
  }
}

/** Whether two openings of one id are, or may be, the same card. */
export function isSameOpening(a: number, b: number): boolean {
  return a === b || a === 0 || b === 0;
}
