/** The portal's request limit, a leaky bucket: it takes a burst, and drains at a constant rate. */
import type {LimitSetting} from '../contract.js';

/** The limit of the ordinary cloud plans (documented). */
const CLOUD = {burst: 50, drainPerSecond: 2};

export class RateLimit {
  readonly #burst: number;
  readonly #drainPerSecond: number;
  #level = 0;
  #at = 0;

  constructor(setting: {readonly burst: number; readonly drainPerSecond: number}) {
    this.#burst = setting.burst;
    this.#drainPerSecond = setting.drainPerSecond;
  }

  /**
   * Counts a request. Returns false when the bucket is full; such a request does not fill it further.
   *
   * @param now - milliseconds
   */
  admitRequest(now: number): boolean {
    const drained = ((now - this.#at) / 1000) * this.#drainPerSecond;
    this.#level = Math.max(0, this.#level - drained);
    this.#at = now;
    if (this.#level + 1 > this.#burst) return false;
    this.#level += 1;
    return true;
  }
}

/** The limit of a setting; `null` for none. */
export function rateLimitOf(setting: LimitSetting): RateLimit | null {
  if (setting === false) return null;
  return new RateLimit(setting === true ? CLOUD : setting);
}
