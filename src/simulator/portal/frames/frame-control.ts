/** The message channel by which the portal freezes, resumes and crashes a frame, unseen by the app. */
import {asText, isObject} from '../../../model/parse/reading.js';
import type {FrameOrder} from './frame-conditions.js';

/** The first message of a frame whose conditions are in force: its SID, and a port for orders. */
export interface FrameHello {
  readonly sid: string;
  readonly port: MessagePort;
}

const KEY = 'simulatedConditionsOf';

/** The data of a frame's first message. */
export function helloOf(sid: string): unknown {
  return {[KEY]: sid};
}

/** Reads a frame's first message; `undefined` for any other message. */
export function readHello({data, ports}: MessageEvent<unknown>): FrameHello | undefined {
  const sid = isObject(data) ? asText(data[KEY]) : undefined;
  const [port] = ports;
  return sid === undefined || port === undefined ? undefined : {sid, port};
}

export class FrameControl {
  readonly #port: Promise<MessagePort>;
  readonly #end: Promise<never>;
  #resolvePort: (port: MessagePort) => void = () => undefined;
  #rejectEnd: (reason: Error) => void = () => undefined;

  constructor() {
    this.#port = new Promise((resolve) => {
      this.#resolvePort = resolve;
    });
    this.#end = new Promise((_resolve, reject) => {
      this.#rejectEnd = reject;
    });
    // No order may be pending when the rendering ends.
    this.#end.catch(() => undefined);
  }

  connect(port: MessagePort): void {
    this.#resolvePort(port);
  }

  /** Sends an order. Resolves when it was carried out; rejects when the rendering ends before that. */
  async sendOrder(order: FrameOrder): Promise<void> {
    const port = await Promise.race([this.#port, this.#end]);
    const {port1, port2} = new MessageChannel();
    const done = new Promise<void>((resolve) => {
      port1.addEventListener('message', () => resolve(), {once: true});
    });
    port1.start();
    port.postMessage(order, [port2]);
    await Promise.race([done, this.#end]).finally(() => port1.close());
  }

  /** Ends the channel with the rendering; pending orders reject. */
  end(): void {
    this.#rejectEnd(new Error('The rendering of the frame is gone.'));
  }
}
