/** The queue of a frozen frame: what a browser does not run in a frozen page waits here, in its order. */
export class Gate {
  #state: 'open' | 'frozen' | 'draining' | 'dead' = 'open';
  #queue: readonly (() => void)[] = [];
  #drained: (() => void) | null = null;
  // Made before the page's `MessageChannel` is replaced by one that waits at this gate.
  readonly #tasks = new MessageChannel();

  constructor() {
    this.#tasks.port1.onmessage = () => this.#runNext();
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Runs the function now, or in its turn after `resume`. The result removes it from the queue. */
  enqueue(run: () => void): () => void {
    if (this.#state === 'open') run();
    else if (this.#state !== 'dead') {
      this.#queue = [...this.#queue, run];
      return () => {
        this.#queue = this.#queue.filter((other) => other !== run);
      };
    }
    return () => undefined;
  }

  /** Runs the work now or after `resume`, and resolves with its result. */
  runWhenOpen<T>(work: () => T | PromiseLike<T>): Promise<T> {
    return new Promise((resolve) => {
      // The async function turns an exception into a rejection; it starts at once.
      this.enqueue(() => resolve((async () => await work())()));
    });
  }

  /** Passes a promise on: it settles when the frame runs. */
  delay<T>(outcome: Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      const settle = (): unknown => this.enqueue(() => resolve(outcome));
      outcome.then(settle, settle);
    });
  }

  freeze(): void {
    if (this.#state !== 'dead') this.#state = 'frozen';
    this.#endDraining();
  }

  /** Runs the queue, each entry in a task of its own. Resolves after the last, or when frozen again. */
  resume(): Promise<void> {
    if (this.#state !== 'frozen') return Promise.resolve();
    this.#state = 'draining';
    this.#tasks.port2.postMessage(null);
    return new Promise((resolve) => {
      this.#drained = resolve;
    });
  }

  /** Stops the frame for good. */
  die(): void {
    this.#state = 'dead';
    this.#queue = [];
    this.#endDraining();
  }

  #runNext(): void {
    if (this.#state !== 'draining') return;
    const [next, ...others] = this.#queue;
    this.#queue = others;
    if (next === undefined) {
      this.#state = 'open';
      this.#endDraining();
      return;
    }
    // Posted before the entry runs, because it may throw.
    this.#tasks.port2.postMessage(null);
    next();
  }

  #endDraining(): void {
    this.#drained?.();
    this.#drained = null;
  }
}
