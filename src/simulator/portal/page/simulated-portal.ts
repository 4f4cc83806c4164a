/**
 * A portal page without Bitrix24. It renders apps in frames of another origin, speaks the real window
 * protocol with them, and shows one call card at a time. Tabs and sliders are pages of the same class.
 */
import type {CallProgress} from '../../../model/call/call.js';
import type {OperatorAction} from '../../../model/card/operator-action.js';
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import type {CallSetup, SimulatedCall} from '../card/call-facts.js';
import {mountCard, type CardMount} from '../card/card-mount.js';
import type {CardSnapshot} from '../card/portal-call.js';
import type {Dialect} from '../commands/card-commands.js';
import {PAGE_BACKGROUND_WORKER} from '../commands/placement-interface.js';
import type {FrameConditions} from '../frames/frame-conditions.js';
import type {Faults} from '../frames/message-faults.js';
import type {FrameOptions, PortalFrame} from '../frames/portal-frame.js';
import type {Timeline} from '../frames/timeline.js';
import {ChildPages, type PagePlace} from './child-pages.js';
import {systemClock} from './clock.js';
import {makePageParts, type PageParts} from './page-parts.js';
import type {Messenger} from './portal-messenger.js';
import type {
  ChildPageOptions,
  SimulatedPortalOptions,
  TabOptions,
  WorkerPage,
} from './portal-options.js';
import {PortalWorld} from './portal-world.js';
import type {Slider} from './slider.js';

export class SimulatedPortal {
  /**
   * The conditions under which frames run that are opened or reloaded from now on. `undefined`: ordinary
   * frames, which cannot be frozen, resumed or crashed.
   */
  conditions: FrameConditions | undefined;
  readonly #options: SimulatedPortalOptions;
  readonly #world: PortalWorld<SimulatedPortal>;
  readonly #place: PagePlace<SimulatedPortal> | undefined;
  readonly #parts: PageParts;
  readonly #childPages: ChildPages<SimulatedPortal>;
  readonly #mount: CardMount | null;

  /**
   * The first page of a portal. `openTab` and `openSlider` make the others.
   *
   * @param place - for pages that another page opens: their name and what they share with it
   * @throws Error - the document of the options has no window
   */
  constructor(options: SimulatedPortalOptions, place?: PagePlace<SimulatedPortal>) {
    const {document = globalThis.document, clock = systemClock, cardView} = options;
    this.#options = options;
    this.#world = place?.world ?? new PortalWorld();
    this.#place = place;
    this.conditions = options.conditions;
    this.#parts = makePageParts(options, {
      document,
      pageName: this.name,
      world: this.#world,
      conditions: () => this.conditions,
      openPath: (path) => this.#childPages.openPath(path),
    });
    this.#childPages = new ChildPages({
      document,
      slider: this.slider,
      world: this.#world,
      options: () => this.#currentOptions(),
      make: (childOptions, childPlace) => new SimulatedPortal(childOptions, childPlace),
    });
    this.#mount =
      cardView === undefined ? null : mountCard({portal: this, document, clock, ...cardView});
    this.#world.add(this);
  }

  /** The page's name in the timeline: empty for the first page, else e.g. `tab 2` or `slider 1`. */
  get name(): string {
    return this.#place?.name ?? '';
  }

  /** Every open page of the portal: the first one, its sliders and the other tabs. */
  get pages(): readonly SimulatedPortal[] {
    return this.#world.pages;
  }

  /**
   * Calls the listener when a page or a frame of any page opens, closes, is frozen or resumed.
   *
   * @returns a function that ends the subscription
   */
  subscribePages(listener: () => void): () => void {
    return this.#world.subscribe(listener);
  }

  /** The first background worker of the page. */
  get worker(): PortalFrame | undefined {
    return this.frames.find(({placement}) => placement === PAGE_BACKGROUND_WORKER);
  }

  /** The messages between the portal and its apps, on all pages. */
  get timeline(): Timeline {
    return this.#parts.frames.timeline;
  }

  /** Faults for the answers and events that this page sends. */
  get faults(): Faults {
    return this.#parts.frames.faults;
  }

  /** The open frames of this page, in the order in which they were opened. */
  get frames(): readonly PortalFrame[] {
    return this.#parts.frames.all;
  }

  /** The page's slider, which the command `openPath` opens. */
  get slider(): Slider {
    return this.#parts.slider;
  }

  /** The portal's messenger and telephone. It keeps what apps requested and answers nothing. */
  get messenger(): Messenger {
    return this.#parts.messenger;
  }

  /** The open card and its call; `null` while no card is open. */
  get card(): CardSnapshot | null {
    return this.#parts.calls.snapshot;
  }

  /** Which client of the portal the page is: the browser, or the desktop client with its own answers. */
  get dialect(): Dialect {
    return this.#parts.calls.dialect;
  }

  set dialect(dialect: Dialect) {
    this.#parts.calls.dialect = dialect;
  }

  /**
   * Calls the listener now and with every change of the card.
   *
   * @returns a function that ends the subscription
   */
  subscribeCard(listener: (snapshot: CardSnapshot | null) => void): () => void {
    return this.#parts.calls.subscribe(listener);
  }

  /** Opens an app in a frame. The card's view opens the frames of its tabs itself. */
  openFrame(options: FrameOptions): Promise<PortalFrame> {
    return this.#parts.frames.open(options);
  }

  /**
   * Opens the background worker of the portal's options, as every page of a portal does once.
   *
   * @param more - options that differ from those of the portal
   * @throws Error - the portal's options have no worker
   */
  openWorker(more: Partial<WorkerPage> = {}): Promise<PortalFrame> {
    const {worker} = this.#options;
    if (worker === undefined) throw new Error('the portal was made without a worker');
    return this.openFrame({...worker, ...more, placement: PAGE_BACKGROUND_WORKER});
  }

  /**
   * Opens another tab of the portal, with a card and a worker of its own. `dispose` closes it.
   *
   * Rejects where the browser opens no window for `in: 'window'`.
   */
  openTab(options: TabOptions = {}): Promise<SimulatedPortal> {
    return this.#childPages.openTab(options);
  }

  /**
   * Opens a page of the portal in a slider over this one, where the worker is loaded again. A slider has
   * no card, so its worker is offered no commands until `registerInterface` is called on its frame.
   *
   * @param path - the path of the page in the portal, e.g. `/crm/contact/details/17/`
   */
  openSlider(path: string, options: ChildPageOptions = {}): Promise<SimulatedPortal> {
    return this.#childPages.openSlider(path, options);
  }

  /**
   * Resolves when the frame has bound the event. Rejects with a `FrameError` that gives the reason: after
   * `timeLimit` milliseconds (15 000 by default), or when the page is known to be unreachable.
   */
  whenBound(
    frame: PortalFrame,
    event: string,
    {timeLimit}: {readonly timeLimit?: number} = {},
  ): Promise<void> {
    return this.#parts.frames.whenBound(frame, event, timeLimit);
  }

  /** Opens the card of a new call. A card that was open is closed first. */
  startCall(setup: CallSetup = {}): SimulatedCall {
    return this.#parts.calls.start(setup);
  }

  /** Opens a card for a call that another tab shows, too, with its own `initialized` and clicks. */
  showCall(call: SimulatedCall): SimulatedCall {
    return this.#parts.calls.start(call);
  }

  /**
   * Changes the call's primary record, as when the operator creates or chooses one. Does nothing while no
   * card is open.
   */
  changeEntity(
    entity: EntityRef | null,
    more: Pick<CallSetup, 'bindings' | 'phoneNumber'> = {},
  ): void {
    this.#parts.calls.changeCall({...more, entity});
  }

  /** Binds one more record to the call, as the operator does in the card. */
  bindRecord(record: EntityRef): void {
    this.#parts.calls.bindRecord(record);
  }

  /** Sets how far the conversation is, and emits `CallCard::CallStateChanged`. */
  setCallProgress(progress: CallProgress): void {
    this.#parts.calls.setProgress(progress);
  }

  /** Ends the conversation. The card closes, unless an app holds it open or it belongs to a campaign. */
  endCall(): void {
    this.#parts.calls.end();
  }

  /** Closes the card with its frames. */
  closeCard(): void {
    this.#parts.calls.closeCard();
  }

  /** Emits `CallCard::BeforeClose`. `endCall` does so by itself while an app holds the card open. */
  sendBeforeClose(): void {
    this.#parts.calls.sendBeforeClose();
  }

  /** Shows the next client of a campaign in the same card and the same frames; its timer starts anew. */
  nextClient(setup: CallSetup): void {
    this.#parts.calls.nextClient(setup);
  }

  /**
   * Presses a button of the card.
   *
   * @throws Error - no card is open, or its present state has no such button
   */
  click(action: OperatorAction): void {
    this.#parts.calls.click(action);
  }

  /** Ends the page without a word to its frames, which must have been opened with `conditions`. */
  async crash(): Promise<void> {
    await Promise.all(this.frames.map((frame) => frame.crash()));
    this.dispose();
  }

  /** Closes the page with its frames, sliders and tabs, and stops listening. */
  dispose(): void {
    if (!this.#world.remove(this)) return;
    this.#parts.calls.closeCard();
    this.#mount?.dispose();
    this.#childPages.dispose();
    this.#parts.dispose();
    this.#place?.remove();
  }

  /** The options of this page as they are now, for the pages that it opens. */
  #currentOptions(): SimulatedPortalOptions {
    const {dialect, conditions} = this;
    return {...this.#options, dialect, ...(conditions === undefined ? {} : {conditions})};
  }
}
