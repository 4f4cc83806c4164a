/** One app in the portal page: its rendering, its placement and what it listens to. */
import type {JsonObject} from '../../../model/parse/reading.js';
import {wireCredentials, type CredentialSource, type IssuedToken} from '../page/credentials.js';
import {withConditions, type FrameConditions, type FrameOrder} from './frame-conditions.js';
import {FrameControl} from './frame-control.js';
import {formBody, makeSid, renderFrame} from './frame-rendering.js';
import {
  NOTHING_OFFERED,
  offeredIn,
  PAGE_BACKGROUND_WORKER,
  type OfferedNames,
} from '../commands/placement-interface.js';

export interface FrameOptions {
  /** The app's page on the app's origin. */
  readonly url: string;
  readonly placement: string;
  /** The placement's options; a CALL_CARD without them gets those of the present call. */
  readonly options?: JsonObject;
  /** Where the frame is put; a hidden place for the background worker, the page otherwise. */
  readonly container?: Element;
  readonly title?: string;
  readonly method?: 'post' | 'get';
  /** `late`: commands and events are only there after `registerInterface()`. */
  readonly interface?: 'ready' | 'late';
  /**
   * What the browser denies the frame, which then can be frozen and crashed, too. The app's page must
   * load `frame-side/install.ts` first. The portal's own `conditions` when absent.
   */
  readonly conditions?: FrameConditions;
}

/** What a frame needs of its portal. */
export interface FrameHost {
  readonly document: Document;
  readonly language: string;
  readonly credentials: CredentialSource;
  /** The conditions of frames that have none of their own. */
  conditions(): FrameConditions | undefined;
  /** Posts a message as the portal page, whichever window this code runs in. */
  say(target: Window, text: string, targetOrigin: string): void;
  /** The options with which the frame is opened now. */
  optionsFor(frame: PortalFrame): JsonObject;
  closed(frame: PortalFrame): void;
  /** The frame is there, was frozen or runs again. */
  changed(): void;
  /** The app was opened in the frame, or opened anew. */
  rendered(frame: PortalFrame): void;
}

export class PortalFrame {
  readonly placement: string;
  /** What the frame is called in the timeline, e.g. `CALL_CARD 1`. */
  readonly name: string;
  readonly #host: FrameHost;
  readonly #options: FrameOptions;
  #element: HTMLIFrameElement | null = null;
  #sid = '';
  #token: IssuedToken | null = null;
  #placementOptions: JsonObject = {};
  #registered: boolean;
  #subscriptions: readonly Subscription[] = [];
  #renderings = 0;
  #closed = false;
  #control: FrameControl | null = null;
  #frozen = false;

  constructor(host: FrameHost, options: FrameOptions, name: string) {
    this.placement = options.placement;
    this.name = name;
    this.#host = host;
    this.#options = options;
    this.#registered = options.interface !== 'late';
  }

  get sid(): string {
    return this.#sid;
  }

  get element(): HTMLIFrameElement | null {
    return this.#element;
  }

  /** The address of the app's page. */
  get url(): string {
    return this.#options.url;
  }

  get method(): 'post' | 'get' {
    return this.#options.method ?? 'post';
  }

  get token(): IssuedToken | null {
    return this.#token;
  }

  /** Keeps a renewed token, for the next time the app asks. */
  takeToken(token: IssuedToken): void {
    this.#token = token;
  }

  /** The options that were given when the frame was opened. */
  get givenOptions(): JsonObject | undefined {
    return this.#options.options;
  }

  get placementOptions(): JsonObject {
    return this.#placementOptions;
  }

  get offered(): OfferedNames {
    return this.#registered ? offeredIn(this.placement) : NOTHING_OFFERED;
  }

  /** Whether `freeze` was the last that happened to it. */
  get frozen(): boolean {
    return this.#frozen;
  }

  /** Registers the placement's commands and events, where that was put off. */
  registerInterface(): void {
    this.#registered = true;
  }

  /** Opens the app, or opens it anew: with a new SID, a new token and no subscriptions. */
  async render(): Promise<void> {
    this.#renderings += 1;
    const rendering = this.#renderings;
    const token = await this.#host.credentials.issueToken({language: this.#host.language});
    // Closed, or opened again, while the token was on its way.
    if (this.#closed || rendering !== this.#renderings) return;
    this.#sid = makeSid();
    this.#token = token;
    this.#subscriptions = [];
    this.#placementOptions = this.#host.optionsFor(this);
    const conditions = this.#options.conditions ?? this.#host.conditions();
    this.#control?.end();
    this.#control = conditions === undefined ? null : new FrameControl();
    this.#frozen = false;
    this.#element = this.#renderElement(token, conditions);
    this.#host.changed();
    this.#host.rendered(this);
  }

  reload(): Promise<void> {
    return this.render();
  }

  /**
   * Stops the frame: no timer, message, lock or answer reaches its scripts until `resume`. The page
   * hears `freeze` first, unless it happens silently. Resolves once it stands still.
   */
  async freeze({silently = false}: {readonly silently?: boolean} = {}): Promise<void> {
    await this.#order(silently ? 'freeze-silently' : 'freeze');
    this.#setFrozen(true);
  }

  /** Lets the frame run again; resolved once everything that had waited was told, in order. */
  async resume(): Promise<void> {
    this.#setFrozen(false);
    await this.#order('resume');
  }

  /**
   * Takes the frame away in the midst of what it does: its scripts run no more and hear nothing of
   * it. No page can end another's process; the browser frees the frame's locks all the same.
   */
  async crash(): Promise<void> {
    await this.#order('crash');
    this.close();
  }

  /** Takes the line that the present rendering offers. */
  takeControl(port: MessagePort): void {
    this.#control?.connect(port);
  }

  /**
   * Takes the frame out of the page. In every engine its scripts hear `pagehide`, the change to
   * `hidden` and `unload`, and what they post in that moment still arrives.
   */
  close(): void {
    this.#closed = true;
    this.#control?.end();
    this.#control = null;
    this.#element?.remove();
    this.#element = null;
    this.#subscriptions = [];
    this.#host.closed(this);
  }

  /** Subscribes once more. A name that is not there (yet) is dropped, and nobody is told. */
  subscribe(event: string, callback: string): boolean {
    if (!this.offered.event.includes(event)) return false;
    this.#subscriptions = [...this.#subscriptions, {event, callback}];
    return true;
  }

  /** The events that the app has bound, each once. */
  get boundEvents(): readonly string[] {
    return [...new Set(this.#subscriptions.map(({event}) => event))];
  }

  /** Where an event goes; a name that was bound twice is there twice. */
  callbacksFor(event: string): readonly string[] {
    return this.#subscriptions.filter((bound) => bound.event === event).map((b) => b.callback);
  }

  /** Sends a message to the app's window. */
  post(message: string, targetOrigin: string): void {
    const target = this.#element?.contentWindow;
    if (target) this.#host.say(target, message, targetOrigin);
  }

  #setFrozen(frozen: boolean): void {
    this.#frozen = frozen;
    this.#host.changed();
  }

  async #order(order: FrameOrder): Promise<void> {
    if (this.#control === null) throw new Error(`${this.name} was not opened with conditions.`);
    await this.#control.ask(order);
  }

  #renderElement(token: IssuedToken, conditions: FrameConditions | undefined): HTMLIFrameElement {
    const {document, language, credentials} = this.#host;
    const access = {memberId: credentials.memberId, endpoint: `${credentials.origin}/rest/`};
    const credentialFields = wireCredentials(token) as Readonly<Record<string, string>>;
    const {url, method} = this;
    return renderFrame({
      document,
      language,
      container: this.#options.container ?? document.body,
      hidden: this.placement === PAGE_BACKGROUND_WORKER,
      url: conditions === undefined ? url : withConditions(url, conditions),
      sid: this.#sid,
      title: this.#options.title ?? this.placement,
      method,
      body: {...credentialFields, ...formBody(this.placement, this.#placementOptions, access)},
      replaces: this.#element,
    });
  }
}

interface Subscription {
  readonly event: string;
  readonly callback: string;
}
