/** One app in the portal page: its iframe, its placement and the events that it has bound. */
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
  /** The app's page, on the app's origin. */
  readonly url: string;
  /** The placement's code, e.g. `CALL_CARD`. */
  readonly placement: string;
  /** The placement's options. By default a `CALL_CARD` frame gets those of the present call. */
  readonly options?: JsonObject;
  /** The element that gets the iframe. By default it is the page's body; a background worker is hidden. */
  readonly container?: Element;
  /** The iframe's title; the placement's code by default. */
  readonly title?: string;
  /** The HTTP method that opens the page. A portal uses `post`, the default; static hosting needs `get`. */
  readonly method?: 'post' | 'get';
  /** `late`: commands and events exist only after `registerInterface()`. By default they are `ready`. */
  readonly interface?: 'ready' | 'late';
  /**
   * What the browser denies the frame. A frame with conditions, even with empty ones, can be frozen and
   * crashed; its page must load `frame-side/install.js` before any other script. By default the portal's
   * own `conditions` apply.
   */
  readonly conditions?: FrameConditions;
}

/** What a frame needs of its page. */
export interface FrameHost {
  readonly document: Document;
  readonly language: string;
  readonly credentials: CredentialSource;
  /** The conditions of frames that have none of their own. */
  conditions(): FrameConditions | undefined;
  /** Posts a message as the portal's page, whichever window this code runs in. */
  postMessage(target: Window, text: string, targetOrigin: string): void;
  /** The placement's options with which the frame is opened now. */
  optionsFor(frame: PortalFrame): JsonObject;
  /** The frame was opened, frozen or resumed. */
  onChange(): void;
  /** The app's page was opened in the frame, or opened anew. */
  onRender(frame: PortalFrame): void;
  onClose(frame: PortalFrame): void;
}

export class PortalFrame {
  readonly placement: string;
  /** The frame's name in the timeline, e.g. `CALL_CARD 1`. */
  readonly name: string;
  readonly #host: FrameHost;
  readonly #options: FrameOptions;
  #element: HTMLIFrameElement | null = null;
  #sid = '';
  #token: IssuedToken | null = null;
  #placementOptions: JsonObject = {};
  #registered: boolean;
  #bindings: readonly Binding[] = [];
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

  /** The secret id of the present rendering: 32 hexadecimal digits, in every message of the app. */
  get sid(): string {
    return this.#sid;
  }

  /** The iframe; `null` before the first rendering and after `close`. */
  get element(): HTMLIFrameElement | null {
    return this.#element;
  }

  /** The address of the app's page. */
  get url(): string {
    return this.#options.url;
  }

  /** The HTTP method that opens the page. */
  get method(): 'post' | 'get' {
    return this.#options.method ?? 'post';
  }

  /** The REST token of the present rendering; `null` until it was issued. */
  get token(): IssuedToken | null {
    return this.#token;
  }

  /**
   * Replaces the token by a renewed one.
   *
   * @internal
   */
  replaceToken(token: IssuedToken): void {
    this.#token = token;
  }

  /**
   * The placement's options that were given when the frame was opened, if any were.
   *
   * @internal
   */
  get givenOptions(): JsonObject | undefined {
    return this.#options.options;
  }

  /** The placement's options of the present rendering. */
  get placementOptions(): JsonObject {
    return this.#placementOptions;
  }

  /** The commands and events that the placement offers the app. */
  get offered(): OfferedNames {
    return this.#registered ? offeredIn(this.placement) : NOTHING_OFFERED;
  }

  /** Whether the frame is frozen. */
  get frozen(): boolean {
    return this.#frozen;
  }

  /** Registers the placement's commands and events, for a frame with `interface: 'late'`. */
  registerInterface(): void {
    this.#registered = true;
  }

  /**
   * Opens the app's page, or opens it anew: with a new SID, a new token and no bound events.
   *
   * @internal
   */
  async render(): Promise<void> {
    this.#renderings += 1;
    const rendering = this.#renderings;
    const token = await this.#host.credentials.issueToken({language: this.#host.language});
    // The frame was closed or rendered again while the token was requested.
    if (this.#closed || rendering !== this.#renderings) return;
    this.#sid = makeSid();
    this.#token = token;
    this.#bindings = [];
    this.#placementOptions = this.#host.optionsFor(this);
    const conditions = this.#options.conditions ?? this.#host.conditions();
    this.#control?.end();
    this.#control = conditions === undefined ? null : new FrameControl();
    this.#frozen = false;
    this.#element = this.#renderElement(token, conditions);
    this.#host.onChange();
    this.#host.onRender(this);
  }

  /** Loads the app's page anew. */
  reload(): Promise<void> {
    return this.render();
  }

  /**
   * Freezes the frame, as a browser freezes a page in the background: no timer, message, lock or answer
   * reaches its scripts until `resume`. Resolves when the frame stands still. Rejects when the frame was
   * opened without conditions, or is closed in the meantime.
   *
   * @param options - `silently`: the page gets no `freeze` event
   */
  async freeze({silently = false}: {readonly silently?: boolean} = {}): Promise<void> {
    await this.#sendOrder(silently ? 'freeze-silently' : 'freeze');
    this.#setFrozen(true);
  }

  /**
   * Lets the frame run again. Resolves when everything that had waited was delivered, in its order.
   * Rejects as `freeze` does.
   */
  async resume(): Promise<void> {
    this.#setFrozen(false);
    await this.#sendOrder('resume');
  }

  /**
   * Removes the frame as if its process had crashed: its scripts stop at once and get no `pagehide`. The
   * browser releases the frame's locks. Rejects as `freeze` does.
   */
  async crash(): Promise<void> {
    await this.#sendOrder('crash');
    this.close();
  }

  /**
   * Connects the port on which the present rendering receives orders.
   *
   * @internal
   */
  connectControl(port: MessagePort): void {
    this.#control?.connect(port);
  }

  /**
   * Removes the frame from the page. In every engine its scripts get `pagehide`, the change to `hidden`
   * and `unload`, and what they post in that moment still arrives.
   */
  close(): void {
    this.#closed = true;
    this.#control?.end();
    this.#control = null;
    this.#element?.remove();
    this.#element = null;
    this.#bindings = [];
    this.#host.onClose(this);
  }

  /**
   * Binds an event to a callback id of the app, in addition to earlier bindings.
   *
   * @returns false for a name that the placement does not offer (yet): a portal ignores it in silence
   *
   * @internal
   */
  bindEvent(event: string, callback: string): boolean {
    if (!this.offered.event.includes(event)) return false;
    this.#bindings = [...this.#bindings, {event, callback}];
    return true;
  }

  /** The names of the events that the app has bound, each once. */
  get boundEvents(): readonly string[] {
    return [...new Set(this.#bindings.map(({event}) => event))];
  }

  /**
   * The callback ids that the app has bound to an event; an event that was bound twice has two.
   *
   * @internal
   */
  callbacksFor(event: string): readonly string[] {
    return this.#bindings.filter((bound) => bound.event === event).map((b) => b.callback);
  }

  /**
   * Posts a message to the app's window.
   *
   * @internal
   */
  postMessage(message: string, targetOrigin: string): void {
    const target = this.#element?.contentWindow;
    if (target) this.#host.postMessage(target, message, targetOrigin);
  }

  #setFrozen(frozen: boolean): void {
    this.#frozen = frozen;
    this.#host.onChange();
  }

  async #sendOrder(order: FrameOrder): Promise<void> {
    if (this.#control === null) throw new Error(`${this.name} was not opened with conditions.`);
    await this.#control.sendOrder(order);
  }

  #renderElement(token: IssuedToken, conditions: FrameConditions | undefined): HTMLIFrameElement {
    const {document, language, credentials} = this.#host;
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
      body: {...credentialFields, ...formBody(this.placement, this.#placementOptions, credentials)},
      replaces: this.#element,
    });
  }
}

interface Binding {
  readonly event: string;
  readonly callback: string;
}
