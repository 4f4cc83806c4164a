/** Watches whether anything is heard of the apps' pages, and says why nothing is: a blank frame does not. */
import type {PortalClock} from '../page/clock.js';
import type {CredentialSource} from '../page/credentials.js';
import {FrameError, refusalOf, silenceOf, unboundIn, type SilentFrame} from './frame-error.js';
import type {PortalFrame} from './portal-frame.js';

/** How long a page may be silent before its server is asked, in milliseconds. */
const SILENCE_MS = 3000;
/** How long `whenBound` waits, in milliseconds. */
export const BOUND_TIME_LIMIT_MS = 15_000;

export interface FrameWatchOptions {
  readonly clock: PortalClock;
  readonly appOrigin: string;
  readonly credentials: CredentialSource;
  /** A page can't be loaded: that is shown. */
  readonly refused: (frame: PortalFrame, error: FrameError) => void;
}

interface BoundWait {
  readonly frame: PortalFrame;
  readonly event: string;
  readonly end: (error?: FrameError) => void;
}

export class FrameWatch {
  readonly #options: FrameWatchOptions;
  /** By their SIDs: the renderings of which something was heard. */
  readonly #heard = new Set<string>();
  readonly #silences = new Map<PortalFrame, () => void>();
  readonly #waiting = new Set<BoundWait>();

  constructor(options: FrameWatchOptions) {
    this.#options = options;
  }

  /** The frame was opened, or opened anew. */
  rendered(frame: PortalFrame): void {
    const {sid} = frame;
    this.#silences.get(frame)?.();
    const cancel = this.#options.clock.after(SILENCE_MS, () => void this.#ask(frame, sid));
    this.#silences.set(frame, cancel);
  }

  /** A message of the frame has arrived. */
  heard(frame: PortalFrame): void {
    this.#heard.add(frame.sid);
    this.#silences.get(frame)?.();
  }

  /** The frame has bound an event. */
  bound(frame: PortalFrame, event: string): void {
    for (const wait of this.#waiting) if (wait.frame === frame && wait.event === event) wait.end();
  }

  closed(frame: PortalFrame): void {
    this.#silences.get(frame)?.();
    this.#silences.delete(frame);
    const facts = {url: frame.url, method: frame.method, answers: null};
    this.#end(frame, new FrameError('closed', `${frame.name} was closed.`, facts));
  }

  /** Resolves once the frame has bound the event; rejects with a `FrameError` that says why it has not. */
  whenBound(frame: PortalFrame, event: string, timeLimit: number): Promise<void> {
    if (frame.callbacksFor(event).length > 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const cancel = this.#options.clock.after(timeLimit, () => {
        void this.#errorOf(frame, event, timeLimit).then(wait.end);
      });
      const wait: BoundWait = {
        frame,
        event,
        end: (error) => {
          cancel();
          this.#waiting.delete(wait);
          if (error === undefined) resolve();
          else reject(error);
        },
      };
      this.#waiting.add(wait);
    });
  }

  #end(frame: PortalFrame, error: FrameError): void {
    for (const wait of this.#waiting) if (wait.frame === frame) wait.end(error);
  }

  /** Nothing was heard for a while: when the page can't have come, nobody waits for it any more. */
  async #ask(frame: PortalFrame, sid: string): Promise<void> {
    const error = refusalOf(await this.#factsOf(frame));
    if (error === undefined || frame.sid !== sid || this.#heard.has(sid)) return;
    if (!this.#silences.has(frame)) return;
    this.#options.refused(frame, error);
    this.#end(frame, error);
  }

  async #errorOf(frame: PortalFrame, event: string, timeLimit: number): Promise<FrameError> {
    const facts = await this.#factsOf(frame);
    if (this.#heard.has(frame.sid)) return unboundIn(facts, event, frame.boundEvents, timeLimit);
    return refusalOf(facts) ?? silenceOf(facts, timeLimit);
  }

  async #factsOf({name, url, method}: PortalFrame): Promise<SilentFrame> {
    const {credentials, appOrigin} = this.#options;
    const answers = (await credentials.probePage?.(url)) ?? null;
    return {name, url, method, answers, appOrigin};
  }
}
