/** The card's events: heard from the portal once each, read, and told to everyone who listens. */
import {
  CARD_EVENTS,
  CARD_EVENT_NAMES,
  readCardEvent,
  type CardEventName,
  type CardEventValues,
  type ReceivedEvent,
} from '../model/card-event.js';
import type {Placement} from '../model/placement.js';
import type {Portal} from '../portal/portal.js';
import {Emitter} from './emitter.js';

export class CardEvents {
  readonly #portal: Portal;
  readonly #receive: (received: ReceivedEvent) => void;
  readonly #emitters = new Map<CardEventName, Emitter<unknown>>();
  readonly #undo = new Map<CardEventName, () => void>();

  /** @param receive - told of each event before the listeners are */
  constructor(portal: Portal, receive: (received: ReceivedEvent) => void) {
    this.#portal = portal;
    this.#receive = receive;
  }

  on<N extends CardEventName>(name: N, listener: (value: CardEventValues[N]) => void): () => void {
    const emitter = this.#emitters.get(name) ?? new Emitter<unknown>();
    this.#emitters.set(name, emitter);
    return emitter.add((value) => listener(value as CardEventValues[N]));
  }

  /** Listens to every event: before the placement is known any of them may be the first. */
  open(): void {
    for (const name of CARD_EVENT_NAMES) this.#listen(name);
  }

  /** Stops listening to events that the placement does not have. */
  keepOnly(kind: Placement['kind']): void {
    for (const name of CARD_EVENT_NAMES) {
      if (CARD_EVENTS[name].placement !== kind) this.#unlisten(name);
    }
  }

  dispose(): void {
    for (const name of CARD_EVENT_NAMES) this.#unlisten(name);
    for (const emitter of this.#emitters.values()) emitter.clear();
  }

  #listen(name: CardEventName): void {
    if (this.#undo.has(name)) return;
    const undo = this.#portal.listen(CARD_EVENTS[name].wire, (raw) => {
      const received = readCardEvent(name, raw);
      this.#receive(received);
      this.#emitters.get(name)?.emit(received.event.value);
    });
    this.#undo.set(name, undo);
  }

  #unlisten(name: CardEventName): void {
    this.#undo.get(name)?.();
    this.#undo.delete(name);
  }
}
