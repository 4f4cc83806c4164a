/** An abort signal that fires when the caller cancels or when the time is over, and says which. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #caller: AbortSignal | undefined;
  #passed = false;

  /** @param timeLimit - in milliseconds */
  constructor(timeLimit: number, caller?: AbortSignal) {
    this.#caller = caller;
    this.#timer = setTimeout(() => {
      this.#passed = true;
      this.#controller.abort();
    }, timeLimit);
    if (caller?.aborted === true) this.#cancel();
    else caller?.addEventListener('abort', this.#cancel, {once: true});
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** True when the time was over before the request was. */
  get passed(): boolean {
    return this.#passed;
  }

  /** Must be called when the request is over. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#cancel);
  }

  readonly #cancel = (): void => this.#controller.abort();
}
