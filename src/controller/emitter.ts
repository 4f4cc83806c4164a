/** Listeners that can't disturb each other: one that throws is reported, the others still hear. */
export class Emitter<V> {
  readonly #listeners = new Set<(value: V) => void>();

  get size(): number {
    return this.#listeners.size;
  }

  /** Adds a listener and returns the undo. The same function may be added twice. */
  add(listener: (value: V) => void): () => void {
    const own = (value: V): void => listener(value);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  emit(value: V): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        // The listener's own fault: shown on the console and to `window.onerror`, as for DOM events.
        reportError(error);
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
