/** Whether the frame runs. What a browser does not run in a frozen page waits here, in its order. */
export class Gate {
  #state: 'open' | 'frozen' | 'draining' | 'dead' = 'open';
  #waiting: readonly (() => void)[] = [];
  #drained: (() => void) | null = null;
  // The page's own class is about to be replaced by one that passes this gate.
  readonly #tasks = new MessageChannel();

  constructor() {
    this.#tasks.port1.onmessage = () => this.#runNext();
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Runs it now, or in its turn after `resume`. The returned function takes it out of the line. */
  pass(run: () => void): () => void {
    if (this.#state === 'open') run();
    else if (this.#state !== 'dead') {
      this.#waiting = [...this.#waiting, run];
      return () => {
        this.#waiting = this.#waiting.filter((other) => other !== run);
      };
    }
    return () => undefined;
  }

  /** What the work returns, once it may run. */
  enter<T>(work: () => T | PromiseLike<T>): Promise<T> {
    return new Promise((resolve) => {
      // Asynchronous only so that an error becomes the promise's; it begins at once.
      this.pass(() => resolve((async () => await work())()));
    });
  }

  /** The outcome of something outside, which reaches the frame when it may run. */
  settle<T>(outcome: Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      const tell = (): unknown => this.pass(() => resolve(outcome));
      outcome.then(tell, tell);
    });
  }

  freeze(): void {
    if (this.#state !== 'dead') this.#state = 'frozen';
    this.#finish();
  }

  /** Runs what waited, each in a task of its own; resolves after the last, or when frozen anew. */
  resume(): Promise<void> {
    if (this.#state !== 'frozen') return Promise.resolve();
    this.#state = 'draining';
    this.#tasks.port2.postMessage(null);
    return new Promise((resolve) => {
      this.#drained = resolve;
    });
  }

  /** Nothing runs ever again. */
  die(): void {
    this.#state = 'dead';
    this.#waiting = [];
    this.#finish();
  }

  #runNext(): void {
    if (this.#state !== 'draining') return;
    const [next, ...others] = this.#waiting;
    this.#waiting = others;
    if (next === undefined) {
      this.#state = 'open';
      this.#finish();
      return;
    }
    // Before it runs, because it may throw.
    this.#tasks.port2.postMessage(null);
    next();
  }

  #finish(): void {
    this.#drained?.();
    this.#drained = null;
  }
}
