/** Waiting before something is asked again, for as long as somebody wants the answer. */
import type {Clock} from '../../model/clock.js';

/** Waits, and tells whether somebody still wants the answer. */
export function pauseFor(
  milliseconds: number,
  group: readonly {readonly signal: AbortSignal}[],
  time: Clock,
): Promise<boolean> {
  const wanted = (): boolean => group.some(({signal}) => !signal.aborted);
  if (!wanted()) return Promise.resolve(false);
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (): void => {
      stop();
      over.abort();
      resolve(wanted());
    };
    const stop = time.after(milliseconds, end);
    const giveUp = (): void => {
      if (!wanted()) end();
    };
    for (const {signal} of group) {
      signal.addEventListener('abort', giveUp, {signal: over.signal});
    }
  });
}
