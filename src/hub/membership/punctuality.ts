/**
 * Whether the browser runs this page's timers late. Those of a hidden page run once a second, and after
 * some minutes once a minute, while messages arrive as ever: the page is there, and would be late with
 * all that it does by itself.
 */

/** How late a timer is that runs once a minute, and never one that runs once a second, in milliseconds. */
const LATE_MS = 2000;
/** A busy page is late once; one whose timers are throttled is it again and again. */
const LATE_TIMES = 2;
/** How often in turn timers must be on time before they are relied on again. */
const PROOF_TIMES = 10;

export class Punctuality {
  readonly #changed: () => void;
  #late = 0;
  #onTime = 0;
  #isThrottled = false;

  /** @param changed - the page's timers are throttled from now on, or no more */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isThrottled(): boolean {
    return this.#isThrottled;
  }

  /** Takes note of a timer that should run once a second. @param delay - how late it was, in milliseconds */
  note(delay: number): void {
    const isLate = delay >= LATE_MS;
    this.#late = isLate ? this.#late + 1 : 0;
    this.#onTime = isLate ? 0 : this.#onTime + 1;
    const is = this.#isThrottled ? this.#onTime < PROOF_TIMES : this.#late >= LATE_TIMES;
    if (is === this.#isThrottled) return;
    this.#isThrottled = is;
    this.#changed();
  }
}
