/** Writes the running time into the element once a second, without an update of the element. */
import type {LitElement, ReactiveController} from 'lit';
import type {CardTimer, Snapshot} from '../../controller/snapshot.js';

export class TimerController implements ReactiveController {
  readonly #host: LitElement;
  readonly #read: () => CardTimer;
  #timeout: ReturnType<typeof setTimeout> | undefined;

  /** @param read - the timer as it is now; it is written into the host's `role="timer"` */
  constructor(host: LitElement, read: () => CardTimer) {
    this.#host = host;
    this.#read = read;
  }

  hostUpdated(): void {
    this.#write();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timeout);
  }

  #write(): void {
    clearTimeout(this.#timeout);
    const place = this.#host.renderRoot.querySelector('[role="timer"]');
    if (place === null) return;
    const timer = this.#read();
    const elapsed = elapsedOf(timer, Date.now());
    const figures = timeInFigures(elapsed);
    if (place.textContent !== figures) place.textContent = figures;
    if (timer.status !== 'running') return;
    // With the next full second, so that none is skipped however late the timeouts come.
    this.#timeout = setTimeout(() => this.#write(), 1000 - (elapsed % 1000));
  }
}

/** The card's timer. Nobody knows how it goes on when the frame that had the card has gone. */
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
      // The clock may have been set back since.
      return Math.max(0, now - timer.startedAt);
  }
}

/** `04:05`, or `1:04:05` from one hour on. */
export function timeInFigures(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = [minutes, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return (hours === 0 ? parts : [hours, ...parts]).join(':');
}
