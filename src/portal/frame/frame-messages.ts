/**
 * The conversation with the portal's window: commands and their answers, bound callbacks, and who
 * may speak. Knows the wire, but no command.
 */
import {CallCardError} from '../../model/call-card-error.js';
import type {PortalNotice} from '../../model/portal-notice.js';
import type {RequestParameters} from '../portal.js';
import type {FrameName} from './frame-name.js';
import {decodeHostMessage, encodeCommand, type HostMessage} from './wire.js';

interface Waiting {
  readonly command: string;
  readonly settle: (message: HostMessage | CallCardError) => void;
}

/** How many settled callbacks are remembered, to tell late answers from those of other clients. */
const SETTLED_MEMORY = 200;

export class FrameMessages {
  readonly #window: Window;
  readonly #name: FrameName;
  readonly #notice: (notice: PortalNotice) => void;
  readonly #waiting = new Map<string, Waiting>();
  readonly #bound = new Map<string, (message: HostMessage) => void>();
  readonly #settled = new Map<string, string>();
  readonly #listening = new AbortController();

  constructor(window: Window, name: FrameName, notice: (notice: PortalNotice) => void) {
    this.#window = window;
    this.#name = name;
    this.#notice = notice;
    const {signal} = this.#listening;
    window.addEventListener('message', (event) => this.#receive(event), {signal});
  }

  /** Sends a command and resolves with the value of the first answer; `undefined` for none. */
  async ask(command: string, parameters: RequestParameters, timeLimit: number): Promise<unknown> {
    const callback = newCallbackId();
    const message = await new Promise<HostMessage>((resolve, reject) => {
      const timer = setTimeout(() => {
        settle(timeoutError(command, parameters, timeLimit));
      }, timeLimit);
      const settle = (outcome: HostMessage | CallCardError): void => {
        clearTimeout(timer);
        this.#waiting.delete(callback);
        this.#remember(callback, command);
        if (outcome instanceof CallCardError) reject(outcome);
        else resolve(outcome);
      };
      this.#waiting.set(callback, {command, settle});
      this.#post(command, parameters, callback);
    });
    if (message.payload.kind !== 'malformed') return valueOf(message);
    const text = `The portal's answer to ${command} is not JSON.`;
    throw new CallCardError('bad-answer', text, {request: command, parameters});
  }

  /** Sends a command whose callback is answered any number of times: an event's subscription. */
  bind(command: string, parameters: RequestParameters, listener: (value: unknown) => void): void {
    const callback = newCallbackId();
    this.#bound.set(callback, (message) => {
      if (message.payload.kind === 'malformed') this.#notice({kind: 'malformed', command});
      else listener(valueOf(message));
    });
    this.#post(command, parameters, callback);
  }

  /** Stops listening; what is waiting rejects with `disconnected`. */
  dispose(): void {
    this.#listening.abort();
    this.#bound.clear();
    for (const {command, settle} of [...this.#waiting.values()]) {
      const text = `The connection was closed before the portal answered ${command}.`;
      settle(new CallCardError('disconnected', text, {request: command}));
    }
  }

  #post(command: string, parameters: RequestParameters, callback: string): void {
    const text = encodeCommand(command, parameters, callback, this.#name.sid);
    this.#window.parent.postMessage(text, this.#name.origin);
  }

  #receive(event: MessageEvent): void {
    if (event.source !== this.#window.parent || event.origin !== this.#name.origin) {
      this.#notice({kind: 'foreign'});
      return;
    }
    const message = decodeHostMessage(event.data);
    if (message === undefined) return;
    const {callback} = message;
    const waiting = this.#waiting.get(callback);
    if (waiting !== undefined) {
      waiting.settle(message);
      return;
    }
    const bound = this.#bound.get(callback);
    if (bound !== undefined) {
      bound(message);
      return;
    }
    const command = this.#settled.get(callback);
    if (command === undefined) this.#notice({kind: 'unknown-callback'});
    else this.#notice({kind: 'late-answer', command});
  }

  #remember(callback: string, command: string): void {
    this.#settled.set(callback, command);
    const oldest = this.#settled.keys().next().value;
    if (this.#settled.size > SETTLED_MEMORY && oldest !== undefined) this.#settled.delete(oldest);
  }
}

function valueOf(message: HostMessage): unknown {
  return message.payload.kind === 'value' ? message.payload.value : undefined;
}

function timeoutError(
  command: string,
  parameters: RequestParameters,
  timeLimit: number,
): CallCardError {
  const text = `The portal did not answer ${command} within ${timeLimit} ms.`;
  return new CallCardError('timeout', text, {request: command, parameters});
}

// Other clients on the page have callbacks, too: the id must not meet one of theirs.
function newCallbackId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `cck${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
