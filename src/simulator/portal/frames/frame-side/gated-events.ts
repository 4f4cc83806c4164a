/** Holds back the events of a frozen frame: messages wait, the page's lifecycle events are suppressed. */
import type {Gate} from './gate.js';
import {replace} from './replace.js';

const MESSAGE_EVENTS = ['message', 'messageerror'];
/** Events that a frozen or crashed page never gets. */
const LIFECYCLE_EVENTS = [
  'pagehide',
  'beforeunload',
  'unload',
  'visibilitychange',
  'freeze',
  'resume',
];

export class GatedEvents {
  readonly #gate: Gate;
  /** Events that are let through: those that have waited, and `freeze` and `resume` themselves. */
  readonly #released = new WeakSet<Event>();

  /** Must be called before the app adds listeners: only an earlier listener can stop an event for others. */
  constructor(gate: Gate) {
    this.#gate = gate;
    this.#guard(window, [...MESSAGE_EVENTS, 'storage']);
    for (const type of LIFECYCLE_EVENTS)
      window.addEventListener(type, this.#suppress, {capture: true});
    const guardPort = (port: MessagePort): void => this.#guard(port, MESSAGE_EVENTS);
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
    const guardChannel = (channel: BroadcastChannel): void => this.#guard(channel, MESSAGE_EVENTS);
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

  /** Dispatches a lifecycle event, also while the frame is frozen. */
  dispatchLifecycleEvent(type: 'freeze' | 'resume'): void {
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
    const copy = copyOf(event);
    this.#released.add(copy);
    this.#gate.enqueue(() => currentTarget?.dispatchEvent(copy));
  };

  /** Guards the ports that arrive with a message. */
  #guardPorts({ports}: MessageEvent): void {
    for (const port of ports) this.#guard(port, MESSAGE_EVENTS);
  }

  readonly #suppress = (event: Event): void => {
    if (!this.#gate.isOpen && !this.#released.has(event)) event.stopImmediatePropagation();
  };
}

/** A copy of an event. Chromium does not dispatch an event again whose propagation was stopped. */
function copyOf(event: Event): Event {
  if (event instanceof MessageEvent) {
    const {type, data, origin, lastEventId, source, ports} = event as MessageEvent<unknown>;
    const copy = new MessageEvent(type, {data, origin, lastEventId, ports: [...ports]});
    // Firefox's constructor rejects a window of another origin as the source.
    Object.defineProperty(copy, 'source', {value: source});
    return copy;
  }
  if (event instanceof StorageEvent) {
    const {type, key, oldValue, newValue, url} = event;
    return new StorageEvent(type, {key, oldValue, newValue, url});
  }
  return new Event(event.type);
}
