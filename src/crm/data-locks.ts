/** The Web Locks by which frames agree on who loads what. Held by one, they say that it is at it. */
import type {FrameLine} from './frame-line.js';

export type Release = () => void;

export class DataLocks {
  readonly #line: FrameLine;

  constructor(line: FrameLine) {
    this.#line = line;
  }

  /** Whether there are any in this browser. */
  get areThere(): boolean {
    return this.#line.locks !== null;
  }

  /**
   * Takes the lock, if nobody has it. Resolves with what frees it, `null` when another frame has it;
   * where it is refused everybody has it.
   */
  take(key: string, mode: LockMode = 'exclusive'): Promise<Release | null> {
    const {locks} = this.#line;
    if (locks === null) return Promise.resolve(() => undefined);
    return new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (lock !== null) return new Promise((release) => resolve(release));
        resolve(null);
        return undefined;
      };
      locks
        .request(this.#name(key), {mode, ifAvailable: true}, hold)
        .catch(() => resolve(() => undefined));
    });
  }

  /** Waits for the lock, as long as the signal does not end it. */
  await(key: string, signal: AbortSignal | undefined, granted: (release: Release) => void): void {
    const hold = (): Promise<void> | undefined => {
      if (signal?.aborted) return undefined;
      return new Promise((release) => granted(release));
    };
    // Aborted, or refused: then it is never granted.
    this.#line.locks
      ?.request(this.#name(key), signal === undefined ? {} : {signal}, hold)
      .catch(() => undefined);
  }

  #name(key: string): string {
    return `${this.#line.name} data ${key}`;
  }
}
