/** Writes the running time into the element once a second, without an update of the element. */
import type {LitElement, ReactiveController} from 'lit';
import type {CardTimer} from '../../controller/snapshot.js';
import {elapsedOf, timeInFigures} from './call-time.js';

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
