/**
 * Listeners that can't disturb each other: one that throws is reported, and the others are still called.
 */
export class Emitter<V> {
  readonly #listeners = new Set<(value: V) => void>();
  /** The emit under way, and behind it those that its listeners have caused. */
  readonly #queue: (() => void)[] = [];

  /** How many listeners there are. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Adds a listener and returns the undo. The same function may be added twice. */
  add(listener: (value: V) => void): () => void {
    const own = (value: V): void => listener(value);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /**
   * Calls each present listener. An emit that a listener causes is deferred until all have been called,
   * so that every listener gets the same values in the same order.
   */
  emit(value: V): void {
    const listeners = [...this.#listeners];
    this.#enqueue(() => {
      for (const listener of listeners) if (this.#listeners.has(listener)) call(listener, value);
    });
  }

  /** Removes all listeners, after the emits that are queued. */
  clear(): void {
    this.#enqueue(() => this.#listeners.clear());
  }

  #enqueue(turn: () => void): void {
    if (this.#queue.push(turn) > 1) return;
    for (const next of this.#queue) next();
    this.#queue.length = 0;
  }
}

function call<V>(listener: (value: V) => void, value: V): void {
  try {
    listener(value);
  } catch (error) {
    // The listener's own fault: shown on the console and to `window.onerror`, as for DOM events.
    reportError(error);
  }
}
