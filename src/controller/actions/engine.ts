/** One telephony engine of the app: begun when its frame begins to lead, and ended when that leads no more. */
import {isPromise, reportAppFault} from './app-faults.js';

/** Ends a telephony engine. */
export type StopEngine = () => unknown;

/**
 * Begins the telephony engine. What it returns, or what its promise resolves with, is called when this
 * frame leads no more.
 */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- What returns nothing is `void` to the compiler.
export type Lead = () => StopEngine | undefined | void | PromiseLike<StopEngine | undefined | void>;

export class Engine {
  readonly #lead: Lead;
  #state: 'idle' | 'beginning' | 'running' = 'idle';
  #isWanted = false;
  #stop: StopEngine | undefined;

  constructor(lead: Lead) {
    this.#lead = lead;
  }

  /** Begins it. One that is still beginning since the frame led before goes on. */
  begin(): void {
    this.#isWanted = true;
    if (this.#state !== 'idle') return;
    this.#state = 'beginning';
    try {
      const begun: unknown = this.#lead();
      if (isPromise(begun)) Promise.resolve(begun).then(this.#begun, this.#failed);
      else this.#begun(begun);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Ends it; one that is still beginning as soon as it has begun. */
  end(): void {
    this.#isWanted = false;
    if (this.#state !== 'running') return;
    const stop = this.#stop;
    this.#state = 'idle';
    this.#stop = undefined;
    try {
      stop?.();
    } catch (error) {
      reportAppFault(error);
    }
  }

  readonly #begun = (stop: unknown): void => {
    this.#state = 'running';
    if (isStop(stop)) this.#stop = stop;
    else if (stop !== undefined && stop !== null) warnOf(stop);
    if (!this.#isWanted) this.end();
  };

  // Its own fault: shown on the console, and the kit goes on. It is tried again with the next lead.
  readonly #failed = (error: unknown): void => {
    this.#state = this.#isWanted ? 'running' : 'idle';
    reportAppFault(error);
  };
}

function isStop(value: unknown): value is StopEngine {
  return typeof value === 'function';
}

function warnOf(found: unknown): void {
  console.warn(
    `call-card-kit: lead returned ${typeof found}, which ends nothing: expected is a function that ends the engine, nothing, or a promise of either.`,
  );
}
