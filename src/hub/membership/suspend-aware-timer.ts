/** Timers that know whether the page has stood still: frozen, throttled or put to sleep. */
import type {Clock} from '../../model/clock.js';

/** A busy page is late, too, but not by so much, in milliseconds. */
const STANDSTILL_MS = 300;

/**
 * Calls back after so many milliseconds and says whether the page stood still meanwhile: then it has
 * not heard what was said to it yet, and others have not heard it. Returns the undo.
 */
export function afterUnlessSuspended(
  clock: Clock,
  milliseconds: number,
  callback: (hasSlept: boolean) => void,
): () => void {
  const due = clock.now() + milliseconds;
  return clock.after(milliseconds, () => callback(clock.now() - due > STANDSTILL_MS));
}
