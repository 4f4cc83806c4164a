/** Messages and the events of a page's life that wait, or are not told, while the frame is frozen. */
import type {Gate} from './gate.js';
import {replace} from './replace.js';

const MESSAGES = ['message', 'messageerror'];
/** What a frozen or crashed page is never told. */
const LIFE = ['pagehide', 'beforeunload', 'unload', 'visibilitychange', 'freeze', 'resume'];

export class GatedEvents {
  readonly #gate: Gate;
  /** Events that have waited, or that are told in spite of everything. */
  readonly #released = new WeakSet<Event>();

  /** Must come before any listener of the app: only the first can keep the others from hearing. */
  constructor(gate: Gate) {
    this.#gate = gate;
    this.#guard(window, [...MESSAGES, 'storage']);
    for (const type of LIFE) window.addEventListener(type, this.#suppress, {capture: true});
    const guardPort = (port: MessagePort): void => this.#guard(port, MESSAGES);
    replace(
      window,
      'MessageChannel',
      (Native) =>
        class MessageChannel extends Native {
          constructor() {
            super();
            guardPort(this.port1);
            guardPort(this.port2);
          }
        },
    );
    if (!('BroadcastChannel' in window)) return;
    const guardChannel = (channel: BroadcastChannel): void => this.#guard(channel, MESSAGES);
    replace(
      window,
      'BroadcastChannel',
      (Native) =>
        class BroadcastChannel extends Native {
          constructor(name: string) {
            super(name);
            guardChannel(this);
          }
        },
    );
  }

  /** Tells the page a step of its life, also while it is frozen. */
  announce(type: 'freeze' | 'resume'): void {
    const event = new Event(type);
    this.#released.add(event);
    document.dispatchEvent(event);
  }

  #guard(target: EventTarget, types: readonly string[]): void {
    for (const type of types) target.addEventListener(type, this.#hold, {capture: true});
  }

  readonly #hold = (event: Event): void => {
    if (event instanceof MessageEvent) this.#guardPorts(event);
    if (this.#gate.isOpen || this.#released.has(event)) return;
    event.stopImmediatePropagation();
    const {currentTarget} = event;
    const again = sameAs(event);
    this.#released.add(again);
    this.#gate.pass(() => currentTarget?.dispatchEvent(again));
  };

  /** A port that arrives here is new to this frame. */
  #guardPorts({ports}: MessageEvent): void {
    for (const port of ports) this.#guard(port, MESSAGES);
  }

  readonly #suppress = (event: Event): void => {
    if (!this.#gate.isOpen && !this.#released.has(event)) event.stopImmediatePropagation();
  };
}

/** Chromium tells nobody of an event that was stopped once, so what has waited is an event anew. */
function sameAs(event: Event): Event {
  if (event instanceof MessageEvent) {
    const {type, data, origin, lastEventId, source, ports} = event as MessageEvent<unknown>;
    const again = new MessageEvent(type, {data, origin, lastEventId, ports: [...ports]});
    // Firefox takes no window of another origin in the constructor.
    Object.defineProperty(again, 'source', {value: source});
    return again;
  }
  if (event instanceof StorageEvent) {
    const {type, key, oldValue, newValue, url} = event;
    return new StorageEvent(type, {key, oldValue, newValue, url});
  }
  return new Event(event.type);
}
