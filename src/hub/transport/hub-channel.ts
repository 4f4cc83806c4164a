/** Sends and receives the hub's messages: numbered, addressed, and each of them once. */
import {BoundedMap} from '../../model/bounded-map.js';
import {
  readHubMessage,
  writeHubMessage,
  type HubFault,
  type HubMessage,
} from '../../model/hub/hub-message.js';
import type {HubTransport} from '../hub-environment.js';

/** A frame that is reloaded has a new id; that many of them may be remembered. */
const MOST_SENDERS = 500;

export interface HubChannelOptions {
  readonly name: string;
  readonly frameId: string;
  readonly receive: (message: HubMessage, from: string) => void;
  readonly fault: (fault: HubFault) => void;
}

export class HubChannel {
  readonly #options: HubChannelOptions;
  /** The number of the last message of each sender; the one that was silent for longest is forgotten. */
  readonly #heard = new BoundedMap<string, number>(MOST_SENDERS);
  #transport: HubTransport | null = null;
  #sent = 0;

  constructor(options: HubChannelOptions) {
    this.#options = options;
  }

  /** @param open - opens the way to the others; `null` when there is none */
  open(open: (hear: (data: unknown) => void) => HubTransport | null): HubTransport | null {
    this.#transport ??= open((data) => this.#hear(data));
    return this.#transport;
  }

  /** Sends to all other frames, or to one of them. */
  readonly post = (message: HubMessage, to: string | null = null): void => {
    const {name, frameId} = this.#options;
    this.#sent += 1;
    const envelope = {from: frameId, number: this.#sent, to, message};
    this.#transport?.post(writeHubMessage(name, envelope));
  };

  /** Hears and says nothing until it is opened again. */
  close(): void {
    this.#transport?.close();
    this.#transport = null;
  }

  #hear(data: unknown): void {
    const {name, frameId, fault, receive} = this.#options;
    const reading = readHubMessage(data, name);
    if (reading.status === 'other') return;
    if (reading.status === 'fault') {
      fault(reading.fault);
      return;
    }
    const {from, number, to, message} = reading.envelope;
    // No frame hears what it sends itself, so this one bears a false name.
    if (from === frameId) fault('forged');
    else if (number <= (this.#heard.get(from) ?? 0)) fault('replayed');
    else {
      this.#heard.renew(from, number);
      if (to === null || to === frameId) receive(message, from);
    }
  }
}
