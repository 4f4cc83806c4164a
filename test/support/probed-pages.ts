/** The pages that serve tasks, found by the frame of the portal that they are in. */
import {isObject} from '../../src/model/reading.js';
import type {PortalFrame} from '../../src/simulator/index.js';
import {ProbedPage} from './probed-page.js';

export class ProbedPages {
  readonly #pages = new Map<string, ProbedPage>();
  readonly #waiting = new Map<string, (page: ProbedPage) => void>();
  readonly #listening = new AbortController();

  /** Must be there before the frames are opened; it hears those in further tabs and sliders, too. */
  constructor() {
    const receive = (event: MessageEvent<unknown>): void => this.#receive(event);
    window.addEventListener('message', receive, {signal: this.#listening.signal});
  }

  /** The page in a frame, as soon as it is ready; after a reload, the new one. */
  of(frame: PortalFrame | undefined): Promise<ProbedPage> {
    if (frame === undefined) throw new Error('there is no such frame');
    const page = this.#pages.get(frame.sid);
    if (page !== undefined) return Promise.resolve(page);
    return new Promise((resolve) => {
      this.#waiting.set(frame.sid, resolve);
    });
  }

  dispose(): void {
    this.#listening.abort();
  }

  #receive({data, ports: [port]}: MessageEvent<unknown>): void {
    const sid = isObject(data) ? data['app'] : undefined;
    if (port === undefined || typeof sid !== 'string') return;
    const page = new ProbedPage(port);
    this.#pages.set(sid, page);
    this.#waiting.get(sid)?.(page);
  }
}
