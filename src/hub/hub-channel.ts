/**
 * Sends and receives the hub's messages: numbered, addressed, and each of them once. They go by a
 * BroadcastChannel, and where there is none, by messages to the frames of the same origin in this portal tab:
 * frames of other portal tabs can't be reached so.
 */
import {BoundedMap} from '../model/bounded-map.js';
import {
  readHubMessage,
  writeHubMessage,
  type HubFault,
  type HubMessage,
} from '../model/hub/hub-message.js';
import type {HearText, HubTransport} from './hub-environment.js';

/** A frame that is reloaded has a new id; that many of them may be remembered. */
const MOST_SENDERS = 500;

/** A portal page has few frames; of a page that makes thousands not all get messages. */
const MOST_WINDOWS = 100;

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

/** Nothing where the browser has none, or denies it to this frame. */
export function openChannel(name: string, hear: HearText): HubTransport | null {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({data}) => hear(data);
    return {
      reach: 'channel',
      post: (text) => channel.postMessage(text),
      close: () => channel.close(),
    };
  } catch {
    // Denied, as storage is: the frames beside this one can still be reached.
    return null;
  }
}

/** Messages are read from windows of the page's own origin only. */
export function openSiblings(hear: HearText, page: Window = window): HubTransport | null {
  // Without an origin of its own a frame can't tell who it talks to.
  if (page.origin === 'null' || page.parent === page) return null;
  const known = new Set<MessageEventSource>();
  let isFirst = true;
  const listen = ({origin, source, data}: MessageEvent<unknown>): void => {
    if (origin !== page.origin || source === page) return;
    // The browser names no source when the frame has gone meanwhile: these are its last words.
    if (source !== null && known.size < MOST_WINDOWS) known.add(source);
    hear(data);
  };
  page.addEventListener('message', listen);
  return {
    reach: 'siblings',
    post: (text) => {
      // The browser logs an error for each window of another origin, so only the first message,
      // with which a frame introduces itself, goes to all of them; those who answer are known then.
      const windows = isFirst ? framesBeside(page) : known;
      isFirst = false;
      for (const target of windows) {
        if ('closed' in target && target.closed) known.delete(target);
        else target.postMessage(text, {targetOrigin: page.origin});
      }
    },
    close: () => page.removeEventListener('message', listen),
  };
}

/** Every window of this portal tab except the page's own; all of it may be read across origins. */
function framesBeside(page: Window): readonly Window[] {
  const found: Window[] = [page.top ?? page];
  for (let next = 0; next < found.length && found.length < MOST_WINDOWS; next += 1) {
    const frames = found[next]?.frames;
    for (let index = 0; index < (frames?.length ?? 0); index += 1) {
      const frame = frames?.[index];
      if (frame !== undefined && found.length < MOST_WINDOWS) found.push(frame);
    }
  }
  return found.filter((each) => each !== page);
}
