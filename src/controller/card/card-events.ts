/** The card's events: heard from the portal once each, and told to everyone who listens. */
import {
  CARD_EVENT_NAMES,
  CARD_EVENT_SOURCES,
  type CardEventName,
} from '../../model/card/card-event-source.js';
import type {CardEvent, CardEventValues} from '../../model/card/card-event.js';
import type {Placement} from '../../model/portal/placement.js';
import type {Portal} from '../../portal/portal.js';
import {Emitter} from '../../model/emitter.js';

export class CardEvents {
  readonly #portal: Portal;
  readonly #receive: (name: CardEventName, raw: unknown) => void;
  readonly #emitters = new Map<CardEventName, Emitter<unknown>>();
  readonly #undo = new Map<CardEventName, () => void>();

  /** @param receive - has each event read; what it says then goes to the listeners by `tell` */
  constructor(portal: Portal, receive: (name: CardEventName, raw: unknown) => void) {
    this.#portal = portal;
    this.#receive = receive;
  }

  on<N extends CardEventName>(name: N, listener: (value: CardEventValues[N]) => void): () => void {
    const emitter = this.#emitters.get(name) ?? new Emitter<unknown>();
    this.#emitters.set(name, emitter);
    return emitter.add((value) => listener(value as CardEventValues[N]));
  }

  /**
   * Listens to the events of a placement, and to no others; to all while it may be any, since any event
   * may be the first.
   */
  follow(kind: Placement['kind'] | undefined): void {
    for (const name of CARD_EVENT_NAMES) {
      const {placement} = CARD_EVENT_SOURCES[name];
      if ((kind ?? placement) === placement) this.#listen(name);
      else this.#unlisten(name);
    }
  }

  /** Calls the listeners of an event with its value. */
  tell({name, value}: CardEvent): void {
    this.#emitters.get(name)?.emit(value);
  }

  dispose(): void {
    for (const name of CARD_EVENT_NAMES) this.#unlisten(name);
    for (const emitter of this.#emitters.values()) emitter.clear();
  }

  #listen(name: CardEventName): void {
    if (this.#undo.has(name)) return;
    const undo = this.#portal.listen(CARD_EVENT_SOURCES[name].wire, (raw) => {
      this.#receive(name, raw);
    });
    this.#undo.set(name, undo);
  }

  #unlisten(name: CardEventName): void {
    this.#undo.get(name)?.();
    this.#undo.delete(name);
  }
}
