/** How long a call lasts, in figures. */
import type {CardTimer, Snapshot} from '../../controller/snapshot.js';

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
