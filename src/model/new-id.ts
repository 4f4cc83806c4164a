/** A unique id: 96 random bits as text. `crypto.randomUUID` does not exist on pages without https. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');
}
