/** Ids that nobody guesses and that never repeat. */

/** Lower-case hexadecimal digits. Works on pages without TLS too, where `randomUUID` is missing. */
export function randomHex(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.slice(0, length);
}
