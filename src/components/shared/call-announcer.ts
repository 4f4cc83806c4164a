/** Announces changes of the call in a live region: once, however many elements show the call. */
import {html, type LitElement, type ReactiveController} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import {announcementIn, announcementText, type CallAnnouncement} from './call-announcement.js';
import type {ControllerConsumer} from './controller/controller-consumer.js';

/** How long a screen reader may need to notice a live region that is new on the page. */
const NOTICE_TIME_MS = 150;

/** What an element announces: all about the call, or only a failed connection. */
type Subject = 'call' | 'connection';

/** The last announcement about each controller, by any element. */
const lastAnnouncements = new WeakMap<CallCardController, CallAnnouncement>();

export class CallAnnouncer implements ReactiveController {
  /** The live region; belongs into the host's template in every state. */
  static readonly region = html`<p id="news" class="visually-hidden" role="status"></p>`;

  readonly #host: LitElement;
  readonly #consumer: ControllerConsumer;
  readonly #subject: Subject;
  #waiting: CallAnnouncement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, consumer: ControllerConsumer, subject: Subject = 'call') {
    this.#host = host;
    this.#consumer = consumer;
    this.#subject = subject;
    host.addController(this);
  }

  hostUpdated(): void {
    const {controller, snapshot} = this.#consumer;
    if (controller === undefined) return;
    // After another attempt the outcome is announced again, even if it is the same.
    if (snapshot.status === 'connecting' && lastAnnouncements.get(controller)?.isFailure === true) {
      lastAnnouncements.delete(controller);
    }
    if (this.#subject === 'connection' && snapshot.status !== 'failed') return;
    const before = lastAnnouncements.get(controller);
    const announcement = announcementIn(snapshot, before?.client);
    if (announcement === undefined || announcement.key === before?.key) return;
    lastAnnouncements.set(controller, announcement);
    // A state that lasts no longer than the timer is skipped; the number of a new call is not.
    this.#waiting = {...announcement, newCall: announcement.newCall ?? this.#waiting?.newCall};
    this.#timer ??= setTimeout(() => this.#announce(), NOTICE_TIME_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #announce(): void {
    const words = this.#waiting === undefined ? '' : announcementText(this.#waiting);
    this.#timer = undefined;
    this.#waiting = undefined;
    // A new text node, so that the same words are read again.
    if (words !== '') this.#host.renderRoot.querySelector('#news')?.replaceChildren(words);
  }
}
