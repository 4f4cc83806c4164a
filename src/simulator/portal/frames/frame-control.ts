/** The portal's line to the conditions of one rendering of a frame; the app does not see it. */
import {asText, isObject} from '../../../model/parse/reading.js';
import type {FrameOrder} from './frame-conditions.js';

/** What a frame says when its conditions are in place. */
export interface FrameHello {
  readonly sid: string;
  readonly port: MessagePort;
}

const KEY = 'simulatedConditionsOf';

/** The message with which a frame offers its line. */
export function helloOf(sid: string): unknown {
  return {[KEY]: sid};
}

/** The line that a message offers, where it is such a message. */
export function readHello({data, ports}: MessageEvent<unknown>): FrameHello | undefined {
  const sid = isObject(data) ? asText(data[KEY]) : undefined;
  const [port] = ports;
  return sid === undefined || port === undefined ? undefined : {sid, port};
}

export class FrameControl {
  readonly #port: Promise<MessagePort>;
  readonly #end: Promise<never>;
  #connect: (port: MessagePort) => void = () => undefined;
  #reject: (reason: Error) => void = () => undefined;

  constructor() {
    this.#port = new Promise((resolve) => {
      this.#connect = resolve;
    });
    this.#end = new Promise((_resolve, reject) => {
      this.#reject = reject;
    });
    // Nobody may be waiting when the rendering goes.
    this.#end.catch(() => undefined);
  }

  connect(port: MessagePort): void {
    this.#connect(port);
  }

  /** Resolves once the order was carried out; rejects when the rendering goes before that. */
  async ask(order: FrameOrder): Promise<void> {
    const port = await Promise.race([this.#port, this.#end]);
    const {port1, port2} = new MessageChannel();
    const done = new Promise<void>((resolve) => {
      port1.addEventListener('message', () => resolve(), {once: true});
    });
    port1.start();
    port.postMessage(order, [port2]);
    await Promise.race([done, this.#end]).finally(() => port1.close());
  }

  /** The rendering is gone. */
  end(): void {
    this.#reject(new Error('The rendering of the frame is gone.'));
  }
}
