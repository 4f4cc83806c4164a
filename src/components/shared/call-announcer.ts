/** Says in a live region what has changed about the call: once, however many elements show it. */
import {html, type LitElement, type ReactiveController} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import {announcementsIn, announcementText, type CallAnnouncement} from './call-announcement.js';
import type {ControllerConsumer} from './controller/controller-consumer.js';

/** How long a screen reader may need to notice a live region that is new on the page, in ms. */
const NOTICE_TIME = 150;

/** What an element tells of: the whole call, or whether there is a connection at all. */
type Subject = 'call' | 'connection';

/** What was said last of each controller, by whichever element was first. */
const said = new WeakMap<CallCardController, CallAnnouncement>();

export class CallAnnouncer implements ReactiveController {
  /** Where it is said; belongs into the host's template, in every state. */
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
    // Whoever tries again wants to hear what became of it, though it be the same.
    if (snapshot.status === 'connecting' && said.get(controller)?.isFailure === true) {
      said.delete(controller);
    }
    if (this.#subject === 'connection' && snapshot.status !== 'failed') return;
    const before = said.get(controller);
    const news = announcementsIn(snapshot, before?.client);
    if (news === undefined || news.key === before?.key) return;
    said.set(controller, news);
    // A state that lasts no longer than this is not worth a word; the call's number is.
    this.#waiting = {...news, newCall: news.newCall ?? this.#waiting?.newCall};
    this.#timer ??= setTimeout(() => this.#say(), NOTICE_TIME);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #say(): void {
    const words = this.#waiting === undefined ? '' : announcementText(this.#waiting);
    this.#timer = undefined;
    this.#waiting = undefined;
    // A new text node, so that the same words count as new, too.
    if (words !== '') this.#host.renderRoot.querySelector('#news')?.replaceChildren(words);
  }
}
