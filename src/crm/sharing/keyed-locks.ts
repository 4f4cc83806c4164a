/** The Web Locks by which frames agree on who loads what. Held by one, they say that it is at it. */

export type LocksOfPage = Pick<LockManager, 'request'>;
export type Release = () => void;

/** `refused`: the browser has no locks, or denies them to this frame. */
export type AcquiredLock = {readonly release: Release} | 'held' | 'refused';

export class KeyedLocks {
  readonly #name: string;
  readonly #locks: LocksOfPage | null;

  /** @param name - the same for all frames that share, and for no others */
  constructor(name: string, locks: LocksOfPage | null) {
    this.#name = name;
    this.#locks = locks;
  }

  /** Takes the lock, unless another frame has it. Never rejects. */
  take(key: string, mode: LockMode = 'exclusive'): Promise<AcquiredLock> {
    const locks = this.#locks;
    if (locks === null) return Promise.resolve('refused');
    return new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (lock !== null) return new Promise((release) => resolve({release}));
        resolve('held');
        return undefined;
      };
      locks
        .request(this.#nameOf(key), {mode, ifAvailable: true}, hold)
        .catch(() => resolve('refused'));
    });
  }

  /** Waits for the lock, as long as the signal does not end it. */
  await(key: string, signal: AbortSignal | undefined, granted: (release: Release) => void): void {
    const hold = (): Promise<void> | undefined => {
      if (signal?.aborted) return undefined;
      return new Promise((release) => granted(release));
    };
    // Aborted, or refused: then it is never granted.
    this.#locks
      ?.request(this.#nameOf(key), signal === undefined ? {} : {signal}, hold)
      .catch(() => undefined);
  }

  #nameOf(key: string): string {
    return `${this.#name} ${key}`;
  }
}

/** The locks of this page; null where there are none. */
export function locksOfPage(): LocksOfPage | null {
  try {
    // Not there without https, and in a frame whose storage is denied reading it may throw.
    return (navigator as Partial<Navigator>).locks ?? null;
  } catch {
    return null;
  }
}
