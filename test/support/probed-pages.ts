/** The pages that serve tasks, by their frames in the portal. */
import {isObject} from '../../src/model/parse/reading.js';
import type {PortalFrame} from '../../src/simulator/index.js';
import {ProbedPage} from './probed-page.js';
import {waitUntil} from './wait-until.js';

export class ProbedPages {
  readonly #pages = new Map<string, ProbedPage>();
  readonly #listening = new AbortController();

  /** Must be made before the frames are opened. It receives messages from other tabs and sliders, too. */
  constructor() {
    const receive = (event: MessageEvent<unknown>): void => this.#receive(event);
    window.addEventListener('message', receive, {signal: this.#listening.signal});
  }

  /** The page in a frame, as soon as it is ready; after a reload, the new one. */
  async of(frame: PortalFrame | undefined): Promise<ProbedPage> {
    if (frame === undefined) throw new Error('there is no such frame');
    // The frame's SID comes with its token, and is another one after a reload.
    const arrived = (): boolean => this.#pages.has(frame.sid);
    await waitUntil(arrived, `${frame.name} should be ready`, {timeout: 20_000});
    const page = this.#pages.get(frame.sid);
    if (page === undefined) throw new Error(`${frame.name} was loaded anew meanwhile`);
    return page;
  }

  dispose(): void {
    this.#listening.abort();
  }

  #receive({data, ports: [port]}: MessageEvent<unknown>): void {
    const sid = isObject(data) ? data['app'] : undefined;
    if (port === undefined || typeof sid !== 'string') return;
    this.#pages.set(sid, new ProbedPage(port));
  }
}
