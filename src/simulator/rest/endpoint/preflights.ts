/**
 * Tells whose preflight an `OPTIONS` request was. It carries no token, so it waits here until the
 * request that it announced arrives, and is then logged at that request's portal.
 */

export interface Preflight {
  readonly at: number;
  readonly address: string;
  readonly origin: string | null;
  /** The headers it asked for, in lower case. */
  readonly headers: readonly string[];
}

/** What a page may send without asking first. */
const SIMPLE_TYPES = /^(?:text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
/** Preflights whose requests never came are forgotten beyond this. */
const CAPACITY = 100;

export class Preflights {
  #waiting: Preflight[] = [];

  add(address: string, headers: Headers, at: number): void {
    const asked = headers.get('access-control-request-headers') ?? '';
    this.#waiting.push({
      at,
      address,
      origin: headers.get('origin'),
      headers: asked
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ''),
    });
    if (this.#waiting.length > CAPACITY) this.#waiting.shift();
  }

  /** The preflight that announced this request, which waits no longer; nothing when there was none. */
  take(address: string, headers: Headers): Preflight | undefined {
    const found = this.#waiting.find(
      (preflight) =>
        preflight.address === address &&
        preflight.origin === headers.get('origin') &&
        preflight.headers.every((name) => wasAnnounced(name, headers)),
    );
    this.#waiting = this.#waiting.filter((preflight) => preflight !== found);
    return found;
  }
}

/** A content type is only asked for when it is none of the simple ones. */
function wasAnnounced(name: string, headers: Headers): boolean {
  const value = headers.get(name);
  if (value === null) return false;
  return name !== 'content-type' || !SIMPLE_TYPES.test(value);
}
