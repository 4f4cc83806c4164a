/** Failure detector of the apps' pages: finds out why a frame stays silent, which a blank frame hides. */
import type {PortalClock} from '../page/clock.js';
import type {CredentialSource} from '../page/credentials.js';
import {FrameError, refusalOf, silenceOf, unboundIn, type SilentFrame} from './frame-error.js';
import type {PortalFrame} from './portal-frame.js';

/** How long a page may be silent before its server is probed, in milliseconds. */
const SILENCE_MS = 3000;
/** How long `whenBound` waits, in milliseconds. */
export const BOUND_TIME_LIMIT_MS = 15_000;

export interface FrameWatchOptions {
  readonly clock: PortalClock;
  readonly appOrigin: string;
  readonly credentials: CredentialSource;
  /** Called once for each rendering whose page cannot be loaded. */
  readonly onRefused: (frame: PortalFrame, error: FrameError) => void;
}

interface BoundWait {
  readonly frame: PortalFrame;
  readonly event: string;
  readonly end: (error?: FrameError) => void;
}

export class FrameWatch {
  readonly #options: FrameWatchOptions;
  /** The SIDs of the renderings that have sent a message. */
  readonly #heard = new Set<string>();
  readonly #silenceTimers = new Map<PortalFrame, () => void>();
  readonly #waits = new Set<BoundWait>();

  constructor(options: FrameWatchOptions) {
    this.#options = options;
  }

  /** Starts the time limit of a frame that was opened, or opened anew. */
  watchRendering(frame: PortalFrame): void {
    const {sid} = frame;
    this.#silenceTimers.get(frame)?.();
    const cancel = this.#options.clock.after(SILENCE_MS, () => void this.#probeServer(frame, sid));
    this.#silenceTimers.set(frame, cancel);
  }

  /** A message of the frame has arrived. */
  markHeard(frame: PortalFrame): void {
    this.#heard.add(frame.sid);
    this.#silenceTimers.get(frame)?.();
  }

  /** The frame has bound an event. */
  markBound(frame: PortalFrame, event: string): void {
    for (const wait of this.#waits) if (wait.frame === frame && wait.event === event) wait.end();
  }

  /** The frame was closed: pending waits reject. */
  forgetFrame(frame: PortalFrame): void {
    this.#silenceTimers.get(frame)?.();
    this.#silenceTimers.delete(frame);
    const facts = {url: frame.url, method: frame.method, answers: null};
    this.#rejectWaits(frame, new FrameError('closed', `${frame.name} was closed.`, facts));
  }

  /** Resolves when the frame has bound the event; rejects with a `FrameError` that gives the reason. */
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
          this.#waits.delete(wait);
          if (error === undefined) resolve();
          else reject(error);
        },
      };
      this.#waits.add(wait);
    });
  }

  #rejectWaits(frame: PortalFrame, error: FrameError): void {
    for (const wait of this.#waits) if (wait.frame === frame) wait.end(error);
  }

  /** Probes the server of a silent page. If the page cannot be loaded, pending waits reject at once. */
  async #probeServer(frame: PortalFrame, sid: string): Promise<void> {
    const error = refusalOf(await this.#factsOf(frame));
    if (error === undefined || frame.sid !== sid || this.#heard.has(sid)) return;
    if (!this.#silenceTimers.has(frame)) return;
    this.#options.onRefused(frame, error);
    this.#rejectWaits(frame, error);
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
