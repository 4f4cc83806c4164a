/** One app in the portal page: its rendering, its placement and what it listens to. */
import type {JsonObject} from '../../model/reading.js';
import {wireCredentials, type CredentialSource, type IssuedToken} from './credentials.js';
import {formBody, makeSid, renderFrame} from './frame-rendering.js';
import {
  NOTHING_OFFERED,
  offeredIn,
  PAGE_BACKGROUND_WORKER,
  type OfferedNames,
} from './placement-interface.js';

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
}

/** What a frame needs of its portal. */
export interface FrameHost {
  readonly document: Document;
  readonly language: string;
  readonly credentials: CredentialSource;
  /** The options with which the frame is opened now. */
  optionsFor(frame: PortalFrame): JsonObject;
  closed(frame: PortalFrame): void;
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

  /** Registers the placement's commands and events, where that was put off. */
  registerInterface(): void {
    this.#registered = true;
  }

  /** Opens the app, or opens it anew: with a new SID, a new token and no subscriptions. */
  async render(): Promise<void> {
    this.#renderings += 1;
    const rendering = this.#renderings;
    const token = await this.#host.credentials.issueToken();
    // Closed, or opened again, while the token was on its way.
    if (this.#closed || rendering !== this.#renderings) return;
    this.#sid = makeSid();
    this.#token = token;
    this.#subscriptions = [];
    this.#placementOptions = this.#host.optionsFor(this);
    this.#element = this.#renderElement(token);
  }

  reload(): Promise<void> {
    return this.render();
  }

  close(): void {
    this.#closed = true;
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

  /** Where an event goes; a name that was bound twice is there twice. */
  callbacksFor(event: string): readonly string[] {
    return this.#subscriptions.filter((bound) => bound.event === event).map((b) => b.callback);
  }

  /** Sends a message to the app's window. */
  post(message: string, targetOrigin: string): void {
    this.#element?.contentWindow?.postMessage(message, targetOrigin);
  }

  #renderElement(token: IssuedToken): HTMLIFrameElement {
    const {document, language, credentials} = this.#host;
    const access = {memberId: credentials.memberId, endpoint: `${credentials.origin}/rest/`};
    const credentialFields = wireCredentials(token) as Readonly<Record<string, string>>;
    return renderFrame({
      document,
      language,
      container: this.#options.container ?? document.body,
      hidden: this.placement === PAGE_BACKGROUND_WORKER,
      url: this.#options.url,
      sid: this.#sid,
      title: this.#options.title ?? this.placement,
      method: this.#options.method ?? 'post',
      body: {...credentialFields, ...formBody(this.placement, this.#placementOptions, access)},
      replaces: this.#element,
    });
  }
}

interface Subscription {
  readonly event: string;
  readonly callback: string;
}
