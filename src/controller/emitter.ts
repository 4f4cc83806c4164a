/** Listeners that can't disturb each other: one that throws is reported, the others still hear. */
interface Listener<V> {
  readonly tell: (value: V) => void;
  hasLeft: boolean;
}

export class Emitter<V> {
  readonly #listeners = new Set<Listener<V>>();
  /** What is being told, and behind it what was emitted by those who were told. */
  readonly #tellings: (() => void)[] = [];

  get size(): number {
    return this.#listeners.size;
  }

  /** Adds a listener and returns the undo. The same function may be added twice. */
  add(tell: (value: V) => void): () => void {
    const listener: Listener<V> = {tell, hasLeft: false};
    this.#listeners.add(listener);
    return () => {
      listener.hasLeft = true;
      this.#listeners.delete(listener);
    };
  }

  /**
   * Tells everyone who listens now. What a listener brings about while it is told is told afterwards:
   * all hear the same in the same order.
   */
  emit(value: V): void {
    const listeners = [...this.#listeners];
    this.#tellings.push(() => listeners.forEach((listener) => tell(listener, value)));
    if (this.#tellings.length > 1) return;
    for (const telling of this.#tellings) telling();
    this.#tellings.length = 0;
  }

  clear(): void {
    this.#listeners.clear();
  }
}

function tell<V>(listener: Listener<V>, value: V): void {
  if (listener.hasLeft) return;
  try {
    listener.tell(value);
  } catch (error) {
    // The listener's own fault: shown on the console and to `window.onerror`, as for DOM events.
    reportError(error);
  }
}
