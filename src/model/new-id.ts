/** An id that nothing else has: 96 random bits as letters. `crypto.randomUUID` is not there without https. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');
}
