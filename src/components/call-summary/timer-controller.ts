/** Writes the card's timer into an element once a second, without an update of the element. */
import type {LitElement, ReactiveController} from 'lit';
import type {CardTimer, Snapshot} from '../../controller/snapshot.js';
import {formatDuration} from '../../model/call/duration.js';

export class TimerController implements ReactiveController {
  readonly #host: LitElement;
  readonly #read: () => CardTimer;
  #timeout: ReturnType<typeof setTimeout> | undefined;

  /** @param read - returns the present timer; it is written into the host's `role="timer"` */
  constructor(host: LitElement, read: () => CardTimer) {
    this.#host = host;
    this.#read = read;
  }

  hostUpdated(): void {
    this.#writeTime();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timeout);
  }

  #writeTime(): void {
    clearTimeout(this.#timeout);
    const place = this.#host.renderRoot.querySelector('[role="timer"]');
    if (place === null) return;
    const timer = this.#read();
    const elapsed = elapsedOf(timer, Date.now());
    const duration = formatDuration(elapsed);
    if (place.textContent !== duration) place.textContent = duration;
    if (timer.status !== 'running') return;
    // At the next full second, so that a late timeout skips none.
    this.#timeout = setTimeout(() => this.#writeTime(), 1000 - (elapsed % 1000));
  }
}

/** The card's timer; stopped at the last known time if the frame with the card has gone. */
export function timerOf({card, cardLostAt}: Pick<Snapshot, 'card' | 'cardLostAt'>): CardTimer {
  if (card.status !== 'open') return {status: 'hidden'};
  const {timer} = card;
  if (timer.status !== 'running' || cardLostAt === null) return timer;
  return {...timer, status: 'stopped', elapsed: elapsedOf(timer, cardLostAt)};
}

/**
 * What the card's timer shows, in milliseconds.
 *
 * @param now - milliseconds since the epoch
 */
export function elapsedOf(timer: CardTimer, now: number): number {
  switch (timer.status) {
    case 'hidden':
      return 0;
    case 'stopped':
      return timer.elapsed;
    case 'running':
      // The clock may have been set back.
      return Math.max(0, now - timer.startedAt);
  }
}
