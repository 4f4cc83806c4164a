/**
 * Assigns CORS preflights to portals. An `OPTIONS` request has no token, so it waits here until the request
 * that it announced arrives, and is then logged for that request's portal.
 */

export interface Preflight {
  readonly at: number;
  readonly address: string;
  readonly origin: string | null;
  /** The names of the headers that it announces, in lower case. */
  readonly headers: readonly string[];
}

/** Content types that need no preflight. */
const SIMPLE_TYPES = /^(?:text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
/** The number of preflights that wait; the oldest are removed. */
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

  /** Removes and returns the preflight that announced the request, if there was one. */
  takeFor(address: string, headers: Headers): Preflight | undefined {
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

/** Whether a preflight for the request names the header. Simple content types are not named. */
function wasAnnounced(name: string, headers: Headers): boolean {
  const value = headers.get(name);
  if (value === null) return false;
  return name !== 'content-type' || !SIMPLE_TYPES.test(value);
}
