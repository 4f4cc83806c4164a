/** Says in a live region what has changed about the call: once, however many elements show it. */
import {html, type LitElement, type ReactiveController} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import {newsIn, type News} from './call-news.js';
import type {ControllerConsumer} from './controller-consumer.js';

/** How long a screen reader may need to notice a live region that is new on the page. */
const NOTICE_TIME = 150;

/** What was said last of each controller, by whichever element was first. */
const said = new WeakMap<CallCardController, News>();

export class CallAnnouncer implements ReactiveController {
  /** Where it is said; belongs into the host's template, in every state. */
  static readonly region = html`<p id="news" class="visually-hidden" role="status"></p>`;

  readonly #host: LitElement;
  readonly #consumer: ControllerConsumer;
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, consumer: ControllerConsumer) {
    this.#host = host;
    this.#consumer = consumer;
    host.addController(this);
  }

  hostUpdated(): void {
    const {controller, snapshot} = this.#consumer;
    if (controller === undefined) return;
    const before = said.get(controller);
    const news = newsIn(snapshot, before?.callId);
    if (news === undefined || news.key === before?.key) return;
    said.set(controller, news);
    this.#waiting.push(news.words.join(', '));
    this.#timer ??= setTimeout(() => this.#say(), NOTICE_TIME);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  /** A new text node, so that the same words count as new, too. */
  #say(): void {
    const region = this.#host.renderRoot.querySelector('#news');
    region?.replaceChildren(this.#waiting.join('. '));
    this.#timer = undefined;
    this.#waiting = [];
  }
}
