/** Brings together what is decided one after the other: all who are undecided at a moment go on at once. */

export class WaitGroup {
  #undecided = 0;
  #waiting: (() => void)[] = [];

  /** Somebody decides from now on, until the returned function is called. */
  begin(): () => void {
    this.#undecided += 1;
    let isDecided = false;
    return () => {
      if (isDecided) return;
      isDecided = true;
      this.#undecided -= 1;
      if (this.#undecided > 0) return;
      for (const goOn of this.#waiting.splice(0)) goOn();
    };
  }

  /** Resolves when nobody is undecided. */
  whenDecided(): Promise<void> {
    if (this.#undecided === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
