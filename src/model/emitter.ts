/** Listeners that can't disturb each other: one that throws is reported, the others still hear. */
export class Emitter<V> {
  readonly #listeners = new Set<(value: V) => void>();
  /** What is going on, and behind it what those who are told have brought about. */
  readonly #turns: (() => void)[] = [];

  /** Adds a listener and returns the undo. The same function may be added twice. */
  add(listener: (value: V) => void): () => void {
    const own = (value: V): void => listener(value);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /**
   * Tells everyone who listens now. What a listener brings about while it is told is told afterwards:
   * all hear the same in the same order.
   */
  emit(value: V): void {
    const listeners = [...this.#listeners];
    this.#take(() => {
      for (const listener of listeners) if (this.#listeners.has(listener)) tell(listener, value);
    });
  }

  /** Removes everyone, after what is still to be told. */
  clear(): void {
    this.#take(() => this.#listeners.clear());
  }

  #take(turn: () => void): void {
    if (this.#turns.push(turn) > 1) return;
    for (const next of this.#turns) next();
    this.#turns.length = 0;
  }
}

function tell<V>(listener: (value: V) => void, value: V): void {
  try {
    listener(value);
  } catch (error) {
    // The listener's own fault: shown on the console and to `window.onerror`, as for DOM events.
    reportError(error);
  }
}
