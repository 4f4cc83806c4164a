/**
 * Reads the card's status again after a change. Quick changes are merged, and the last one wins: an
 * answer that another change has overtaken is dropped.
 */
export class StatusReader {
  readonly #read: () => Promise<unknown>;
  readonly #apply: (status: unknown) => void;
  #reading: Promise<void> | undefined;
  #overtaken = false;

  constructor(read: () => Promise<unknown>, apply: (status: unknown) => void) {
    this.#read = read;
    this.#apply = apply;
  }

  /** Resolves when the latest status is applied; rejects when it could not be read. */
  refresh(): Promise<void> {
    if (this.#reading !== undefined) {
      this.#overtaken = true;
      return this.#reading;
    }
    this.#reading = this.#readUntilLatest().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readUntilLatest(): Promise<void> {
    do {
      this.#overtaken = false;
      try {
        const status = await this.#read();
        if (!this.#wasOvertaken()) this.#apply(status);
      } catch (error) {
        // What failed was overtaken as well: the later change is still to be read.
        if (!this.#wasOvertaken()) throw error;
      }
    } while (this.#wasOvertaken());
  }

  // A method, because the compiler believes that the field is still what it was before the wait.
  #wasOvertaken(): boolean {
    return this.#overtaken;
  }
}
