/** Random hexadecimal digits in lower case. Unlike `crypto.randomUUID`, it works on pages without TLS. */
export function randomHex(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.slice(0, length);
}
