/** The calls that the app's cards show, as every frame knows them. */
import {BoundedMap} from '../../model/bounded-map.js';
import type {Call} from '../../model/call/call.js';
import type {Card, OpenCard} from '../../model/card/card.js';
import type {HubCall, SharedCall} from '../../model/hub/hub-call.js';
import type {HubMessage} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';
import {MOST_HUB_ITEMS} from '../../model/parse/hub-values.js';
import {CallOpenings, isSameOpening} from '../call-openings.js';

/** What one frame with a card has told of it. */
interface Told extends SharedCall {
  readonly frameId: string;
  readonly card: OpenCard;
}

export class SharedCalls {
  /** The newest report of each frame that has the card of a call, by the call's id. */
  readonly #told = new BoundedMap<string, Map<string, Told>>(MOST_HUB_ITEMS);
  readonly #openings = new CallOpenings();
  readonly #ownId: string;
  readonly #clock: Clock;
  readonly #precedence: (frameId: string) => number;
  /** Since when the frames are gone that told of a call, by its id. */
  readonly #lostAt = new Map<string, number>();

  /**
   * @param precedence - the moment since which a frame is there; `Infinity` for one that has gone.
   *   Of several cards of one call all frames follow that of the oldest.
   */
  constructor(ownId: string, clock: Clock, precedence: (frameId: string) => number) {
    this.#ownId = ownId;
    this.#clock = clock;
    this.#precedence = precedence;
  }

  /** Every call, each as its leading card shows it. */
  get calls(): readonly HubCall[] {
    return [...this.#told.keys()].flatMap((id) => this.#leading(id) ?? []);
  }

  /** The calls whose tellers have gone, while other frames still show them. */
  get orphans(): readonly SharedCall[] {
    return [...this.#told.keys()]
      .filter((id) => this.#isOrphan(id))
      .flatMap((id) => this.#leading(id) ?? [])
      .slice(0, MOST_HUB_ITEMS);
  }

  /**
   * Takes what this frame's own card shows, and returns it as the others hear it.
   *
   * @param cardNumber - another one for each card that is opened in this frame
   */
  takeOwn(told: HubCall, cardNumber: number): SharedCall {
    const opening = this.#openings.ofOwn(told.call, cardNumber, this.#toldOpening(told.call));
    const call = {...told, opening};
    this.take(this.#ownId, call);
    return call;
  }

  /** Hears the messages that are about calls. Returns whether one has changed anything. */
  receive(message: HubMessage, from: string): boolean {
    if (message.kind === 'call') return this.take(from, message.call);
    if (message.kind !== 'welcome') return false;
    const {calls, orphans} = message;
    const isChanged = calls.map((call) => this.take(from, call)).includes(true);
    for (const call of orphans) this.adopt(call);
    return isChanged || orphans.length > 0;
  }

  /** Takes a report. Returns whether it has changed anything. */
  take(frameId: string, {call, card, opening}: SharedCall): boolean {
    this.#openings.heard(call.id, opening);
    const before = this.#leading(call.id);
    if (card === null && this.#isOrphan(call.id)) this.#told.delete(call.id);
    // A frame has one card: whatever it showed before, it shows no more.
    for (const [id, told] of this.#told) if (id !== call.id || card === null) told.delete(frameId);
    if (card !== null) this.#put(call.id, {call, card, opening, frameId});
    const had = this.#told.size;
    for (const [id, told] of this.#told) if (told.size === 0) this.#told.delete(id);
    return this.#leading(call.id) !== before || this.#told.size !== had;
  }

  /** Takes what a frame had told before it went; a frame that still has the card knows better. */
  adopt({call, card, opening}: SharedCall): void {
    if (card === null || this.#told.has(call.id)) return;
    this.#put(call.id, {call, card, opening, frameId: ''});
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
   * keeps what it shows, but counts from the same moment as the leading one, and knows of the
   * conversation what that one knows.
   */
  cardFor(callId: string | null, own: Card): Card {
    const leading = callId === null ? undefined : this.#leading(callId, this.#ownOpening(callId));
    if (leading === undefined) return own;
    if (own.status === 'unseen') return leading.card;
    if (own.status === 'closed') return own;
    if (own.uiState.value !== leading.card.uiState.value) return own;
    const {conversation} = leading.card;
    return isSameTimer(own, leading.card)
      ? {...own, conversation, timer: leading.card.timer}
      : {...own, conversation};
  }

  /**
   * When the last frame with the card of a call went, or this one heard of it, in milliseconds since the
   * epoch; `null` while one is there.
   */
  lostAt(callId: string | null): number | null {
    if (callId === null) return null;
    const isOrphan = this.#isOrphan(callId);
    const lostAt = isOrphan ? (this.#lostAt.get(callId) ?? this.#clock.now()) : null;
    if (lostAt === null) this.#lostAt.delete(callId);
    else this.#lostAt.set(callId, lostAt);
    return lostAt;
  }

  /** What this frame has told. */
  get own(): readonly SharedCall[] {
    return [...this.#told.values()].flatMap((told) => told.get(this.#ownId) ?? []);
  }

  /** What is known from other frames of the card that this one shows, or of the call's newest. */
  elsewhere(callId: string): SharedCall | undefined {
    return this.#first(
      this.#tellers(callId, this.#ownOpening(callId)).filter(
        ({frameId}) => frameId !== this.#ownId,
      ),
    );
  }

  /** Which opening of the call's card a command of this frame is for; 0 when no frame has told of any. */
  openingOf(callId: string | null): number {
    if (callId === null) return 0;
    return this.#ownOpening(callId) ?? this.#newest(this.#tellers(callId));
  }

  /** The opening that this frame's own card of the call is; 0 when it has none. */
  ownOpening(callId: string | null): number {
    return (callId === null ? undefined : this.#ownOpening(callId)) ?? 0;
  }

  clear(): void {
    this.#told.clear();
    this.#lostAt.clear();
    this.#openings.clear();
  }

  /** The newest opening of the call that other frames show; 0 for none. */
  #toldOpening({id, number}: Call): number {
    const others = this.#tellers(id).filter(({frameId, call}) => {
      if (frameId === this.#ownId) return false;
      const [a, b] = [number, call.number];
      return a.kind !== 'number' || b.kind !== 'number' || a.value === b.value;
    });
    return this.#newest(others);
  }

  #isOrphan(callId: string): boolean {
    const told = this.#tellers(callId);
    return told.length > 0 && told.every(({frameId}) => this.#precedence(frameId) === Infinity);
  }

  #ownOpening(callId: string): number | undefined {
    return this.#told.get(callId)?.get(this.#ownId)?.opening;
  }

  /** The frames that show an opening of the call; of any opening where none is named. */
  #tellers(callId: string, opening?: number): Told[] {
    const told = [...(this.#told.get(callId)?.values() ?? [])];
    if (opening === undefined) return told;
    return told.filter((each) => isSameOpening(each.opening, opening));
  }

  /** @param opening - which one; without it the newest: the portal has used the id again */
  #leading(callId: string, opening = this.#newest(this.#tellers(callId))): Told | undefined {
    return this.#first(this.#tellers(callId, opening));
  }

  #newest(told: readonly Told[]): number {
    return Math.max(0, ...told.map(({opening}) => opening));
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
    frames.set(told.frameId, told);
    this.#told.set(callId, frames);
  }
}

function isSameTimer(a: OpenCard, b: OpenCard): boolean {
  return a.timer.status === b.timer.status && a.timer.status !== 'hidden';
}
