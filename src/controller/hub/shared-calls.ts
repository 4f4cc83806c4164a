/** The calls that the app's cards show, as every frame knows them. */
import type {Card, OpenCard} from '../../model/card.js';
import type {HubCall} from '../../model/hub-call.js';
import {MOST_HUB_ITEMS} from '../../model/hub-limits.js';

/** What one frame with a card has told of it. */
interface Told extends HubCall {
  readonly frameId: string;
  readonly card: OpenCard;
}

export class SharedCalls {
  /** The newest report of each frame that has the card of a call, by the call's id. */
  readonly #told = new Map<string, Map<string, Told>>();
  readonly #precedence: (frameId: string) => number;

  /**
   * @param precedence - the moment since which a frame is there; `Infinity` for one that has gone.
   *   Of several cards of one call all frames follow that of the oldest.
   */
  constructor(precedence: (frameId: string) => number) {
    this.#precedence = precedence;
  }

  /** Every call, each as its leading card shows it. */
  get calls(): readonly HubCall[] {
    return [...this.#told.keys()].flatMap((id) => this.#leading(id) ?? []);
  }

  /** The calls whose tellers have gone, while other frames still show them. */
  get orphans(): readonly HubCall[] {
    return this.calls.filter(({call}) => this.#isOrphan(call.id)).slice(0, MOST_HUB_ITEMS);
  }

  /** Takes a report. Returns whether it was news. */
  take(frameId: string, {call, card}: HubCall): boolean {
    const before = this.#leading(call.id);
    if (card === null && this.#isOrphan(call.id)) this.#told.delete(call.id);
    // A frame has one card: whatever it showed before, it shows no more.
    for (const [id, told] of this.#told) if (id !== call.id || card === null) told.delete(frameId);
    if (card !== null) this.#put(call.id, {call, card, frameId});
    const had = this.#told.size;
    for (const [id, told] of this.#told) if (told.size === 0) this.#told.delete(id);
    return this.#leading(call.id) !== before || this.#told.size !== had;
  }

  /** Takes what a frame had told before it went; whoever still has the card knows better. */
  adopt({call, card}: HubCall): void {
    if (card !== null && !this.#told.has(call.id)) this.#put(call.id, {call, card, frameId: ''});
  }

  /**
   * Drops what frames told that are there no more, unless another frame still shows the call: a
   * worker that is reloaded in mid-call is not told again what its card shows.
   */
  prune(isShown: (callId: string) => boolean): void {
    for (const [id, told] of this.#told) {
      const gone = [...told.keys()].filter((frameId) => this.#precedence(frameId) === Infinity);
      const keepsOne = gone.length === told.size && isShown(id);
      for (const frameId of keepsOne ? gone.slice(0, -1) : gone) told.delete(frameId);
      if (told.size === 0) this.#told.delete(id);
    }
  }

  /**
   * What a frame shows for a call. Without a card of its own it is the leading card; its own card
   * keeps what it shows, but counts from the same moment as the leading one.
   */
  cardFor(callId: string | null, own: Card): Card {
    const leading = callId === null ? undefined : this.#leading(callId)?.card;
    if (leading === undefined) return own;
    if (own.status === 'unseen') return leading;
    if (own.status === 'closed') return own;
    return isSameTimer(own, leading) ? {...own, timer: leading.timer} : own;
  }

  /** What one frame has told. */
  toldBy(frameId: string): readonly HubCall[] {
    return [...this.#told.values()].flatMap((told) => told.get(frameId) ?? []);
  }

  /** What is known of a call from other frames than this one. */
  elsewhere(callId: string, ownId: string): HubCall | undefined {
    const told = [...(this.#told.get(callId)?.values() ?? [])];
    return this.#first(told.filter(({frameId}) => frameId !== ownId));
  }

  clear(): void {
    this.#told.clear();
  }

  #isOrphan(callId: string): boolean {
    const told = [...(this.#told.get(callId)?.keys() ?? [])];
    return told.length > 0 && told.every((frameId) => this.#precedence(frameId) === Infinity);
  }

  #leading(callId: string): Told | undefined {
    return this.#first([...(this.#told.get(callId)?.values() ?? [])]);
  }

  #first(told: Told[]): Told | undefined {
    return told.sort((a, b) => this.#compare(a.frameId, b.frameId))[0];
  }

  #compare(a: string, b: string): number {
    const [since, other] = [this.#precedence(a), this.#precedence(b)];
    if (since !== other) return since < other ? -1 : 1;
    return a < b ? -1 : 1;
  }

  #put(callId: string, told: Told): void {
    const frames = this.#told.get(callId) ?? new Map<string, Told>();
    this.#told.set(callId, frames);
    frames.set(told.frameId, told);
    if (this.#told.size <= MOST_HUB_ITEMS) return;
    for (const oldest of this.#told.keys()) {
      this.#told.delete(oldest);
      break;
    }
  }
}

function isSameTimer(a: OpenCard, b: OpenCard): boolean {
  return (
    a.timer.status === b.timer.status &&
    a.timer.status !== 'hidden' &&
    a.uiState.value === b.uiState.value
  );
}
