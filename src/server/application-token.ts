/** Compares the token of a portal's events with the one that the app has stored. */

/**
 * Whether an event is from the portal that the app was installed in. Takes the same time for every wrong token of
 * a length, so that nobody finds a token character by character. Is not asynchronous on purpose: a promise that is
 * not awaited would be true.
 *
 * @param received - `auth.applicationToken` of the event
 * @param expected - what was stored for this `memberId` at the installation; `null` if nothing was
 */
export function verifyApplicationToken(received: unknown, expected: unknown): boolean {
  if (typeof received !== 'string' || typeof expected !== 'string') return false;
  // Without a stored token, an empty one would be right.
  if (expected.trim() === '') return false;
  const encoder = new TextEncoder();
  return isSameBytes(encoder.encode(received), encoder.encode(expected));
}

/** @internal Reads all bytes of the second list, whatever the first has. */
export function isSameBytes(received: ArrayLike<number>, expected: ArrayLike<number>): boolean {
  let difference = received.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1) {
    difference |= (received[index] ?? 0) ^ (expected[index] ?? 0);
  }
  return difference === 0;
}
