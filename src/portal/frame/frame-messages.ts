/**
 * The conversation with the portal's window: commands and their answers, bound callbacks, and who
 * may speak. Knows the wire, but no command.
 */
import type {PortalNotice} from '../../model/portal/portal-notice.js';
import {PendingRequests, notJsonError, type PendingRequest} from '../pending-requests.js';
import type {RequestParameters} from '../portal.js';
import type {FrameName} from './frame-name.js';
import {decodeHostMessage, encodeCommand, type HostMessage} from './wire.js';

interface Callback {
  /** Present for a command, which may be forgotten once it was settled; absent for a binding. */
  readonly asking?: PendingRequest;
  readonly receive: (payload: HostMessage['payload']) => void;
}

/** How many callbacks are kept, so that a late answer is told from one for another client. */
const MOST_CALLBACKS = 300;

export class FrameMessages {
  readonly #window: Window;
  readonly #name: FrameName;
  readonly #notice: (notice: PortalNotice) => void;
  readonly #askings: PendingRequests;
  readonly #callbacks = new Map<string, Callback>();
  readonly #listening = new AbortController();

  constructor(window: Window, name: FrameName, notice: (notice: PortalNotice) => void) {
    this.#window = window;
    this.#name = name;
    this.#notice = notice;
    this.#askings = new PendingRequests(notice);
    const {signal} = this.#listening;
    window.addEventListener('message', (event) => this.#receive(event), {signal});
  }

  /** Sends a command and resolves with the value of the first answer; `undefined` for none. */
  ask(command: string, parameters: RequestParameters, timeLimit: number): Promise<unknown> {
    const asking = this.#askings.start(command, parameters, timeLimit);
    this.#post(command, parameters, {
      asking,
      receive: (payload) => {
        if (payload.kind === 'malformed') asking.fail(notJsonError(command, parameters));
        else asking.settle(valueOf(payload));
      },
    });
    this.#forgetOldest();
    return asking.answer;
  }

  /** Sends a command whose callback is answered any number of times: an event's subscription. */
  bind(command: string, parameters: RequestParameters, listener: (value: unknown) => void): void {
    this.#post(command, parameters, {
      receive: (payload) => {
        if (payload.kind === 'malformed') this.#notice({kind: 'malformed', command});
        else listener(valueOf(payload));
      },
    });
  }

  /** Stops listening; what is waiting rejects with `disconnected`. */
  dispose(): void {
    this.#listening.abort();
    this.#callbacks.clear();
    this.#askings.dispose();
  }

  #post(command: string, parameters: RequestParameters, callback: Callback): void {
    const id = newCallbackId();
    this.#callbacks.set(id, callback);
    const text = encodeCommand(command, parameters, id, this.#name.sid);
    this.#window.parent.postMessage(text, this.#name.origin);
  }

  #receive(event: MessageEvent): void {
    if (event.source !== this.#window.parent || event.origin !== this.#name.origin) {
      this.#notice({kind: 'foreign'});
      return;
    }
    const message = decodeHostMessage(event.data);
    if (message === undefined) return;
    const callback = this.#callbacks.get(message.callback);
    if (callback === undefined) this.#notice({kind: 'unknown-callback'});
    else callback.receive(message.payload);
  }

  #forgetOldest(): void {
    if (this.#callbacks.size <= MOST_CALLBACKS) return;
    for (const [id, {asking}] of this.#callbacks) {
      if (asking?.isSettled !== true) continue;
      this.#callbacks.delete(id);
      return;
    }
  }
}

function valueOf(payload: HostMessage['payload']): unknown {
  return payload.kind === 'value' ? payload.value : undefined;
}

// Other clients on the page have callbacks, too: the id must not meet one of theirs.
function newCallbackId(): string {
  return `cck${crypto.getRandomValues(new Uint32Array(3)).join('')}`;
}
