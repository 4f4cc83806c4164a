/** Reads `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). */

/**
 * The wait in milliseconds; nothing where the header is absent, unreadable or over. A server of
 * another origin must name it in `Access-Control-Expose-Headers`, or the browser keeps it back.
 *
 * @param now - milliseconds since the epoch
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return wait > 0 ? wait : undefined;
}
