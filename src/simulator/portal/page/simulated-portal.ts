/**
 * A portal page without Bitrix24: it renders apps in frames of another origin, speaks the real window
 * protocol with them, and shows one call card at a time. Further tabs and sliders are pages like it.
 */
import type {CallProgress} from '../../../model/call/call.js';
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import type {OperatorAction} from '../../../model/card/operator-action.js';
import {PortalCallService, type CardPicture} from '../card/portal-call.js';
import type {CallSetup, SimulatedCall} from '../card/call-facts.js';
import type {Dialect} from '../commands/card-commands.js';
import {mountCard, type CardMount} from '../card/card-mount.js';
import {systemClock, type PortalClock} from './clock.js';
import {makeCommandContext} from '../commands/command-context.js';
import type {Faults} from '../frames/message-faults.js';
import type {FrameConditions} from '../frames/frame-conditions.js';
import {PlacementServices} from '../commands/placement-services.js';
import {ChildPages, type PagePlace} from './child-pages.js';
import {voiceOf} from '../frames/post-as-window.js';
import {CALL_CARD, PAGE_BACKGROUND_WORKER} from '../commands/placement-interface.js';
import {showAlert} from './portal-alert.js';
import type {CommandContext} from '../commands/portal-commands.js';
import type {FrameOptions, PortalFrame} from '../frames/portal-frame.js';
import {PortalFrames} from '../frames/portal-frames.js';
import {Messenger} from './portal-messenger.js';
import type {
  FurtherPageOptions,
  SimulatedPortalOptions,
  TabOptions,
  WorkerPage,
} from './portal-options.js';
import {PortalWorld} from './portal-world.js';
import {Slider} from './slider.js';
import type {Timeline} from '../frames/timeline.js';

export class SimulatedPortal {
  /** Under which frames are run that are opened or reloaded from now on. */
  conditions: FrameConditions | undefined;
  readonly #options: SimulatedPortalOptions;
  readonly #document: Document;
  readonly #shared: PortalWorld<SimulatedPortal>;
  readonly #place: PagePlace<SimulatedPortal> | undefined;
  readonly #further: ChildPages<SimulatedPortal>;
  readonly #frames: PortalFrames;
  readonly #desk: PortalCallService;
  readonly #slider: Slider;
  readonly #mount: CardMount | null;
  readonly #context: CommandContext;
  readonly #alerts: (() => void)[] = [];
  readonly #messenger: Messenger;

  /** The first page of a portal; the others are opened by `openTab` and `openSlider`. */
  constructor(options: SimulatedPortalOptions, place?: PagePlace<SimulatedPortal>) {
    const document = options.document ?? globalThis.document;
    const clock = options.clock ?? systemClock;
    this.#options = options;
    this.#document = document;
    this.#shared = place?.shared ?? new PortalWorld();
    this.#place = place;
    this.conditions = options.conditions;
    this.#slider = new Slider(document);
    this.#messenger = new Messenger(document);
    this.#further = this.#makeFurther();
    this.#context = this.#makeContext();
    this.#desk = new PortalCallService(
      {
        clock,
        emit: (placement, event) => {
          this.#frames.emit(placement, event);
        },
        nextCall: this.#shared.nextCall,
      },
      options.dialect ?? 'browser',
    );
    this.#frames = this.#makeFrames(clock);
    this.#desk.subscribe((picture) => {
      if (picture === null) this.#closeCardFrames();
    });
    this.#mount =
      options.cardView === undefined
        ? null
        : mountCard({portal: this, document, clock, ...options.cardView});
    this.#shared.add(this);
  }

  /** What the page is called in the timeline: empty for the first, else e.g. `tab 2`, `slider 1`. */
  get name(): string {
    return this.#place?.name ?? '';
  }

  /** Every open page of the portal: this one, its sliders and the other tabs. */
  get pages(): readonly SimulatedPortal[] {
    return this.#shared.pages;
  }

  /** Calls back whenever a page or a frame comes, goes, is frozen or resumed, on any page. */
  subscribePages(listener: () => void): () => void {
    return this.#shared.subscribe(listener);
  }

  /** The first background worker of the page. */
  get worker(): PortalFrame | undefined {
    return this.frames.find(({placement}) => placement === PAGE_BACKGROUND_WORKER);
  }

  /** Every message that passed, on all pages. */
  get timeline(): Timeline {
    return this.#frames.timeline;
  }

  /** Faults on demand. */
  get faults(): Faults {
    return this.#frames.faults;
  }

  get frames(): readonly PortalFrame[] {
    return this.#frames.all;
  }

  get slider(): Slider {
    return this.#slider;
  }

  /** The portal's messenger and telephone, of which apps ask things that they never hear of again. */
  get messenger(): Messenger {
    return this.#messenger;
  }

  /** The open card and its call; nothing when no card is open. */
  get card(): CardPicture | null {
    return this.#desk.picture;
  }

  get dialect(): Dialect {
    return this.#desk.dialect;
  }

  set dialect(dialect: Dialect) {
    this.#desk.dialect = dialect;
  }

  /** Calls back now and for every change of the card. */
  subscribeCard(listener: (picture: CardPicture | null) => void): () => void {
    return this.#desk.subscribe(listener);
  }

  /** Opens an app in a frame. Tabs in the card's view are opened by the view. */
  openFrame(options: FrameOptions): Promise<PortalFrame> {
    return this.#frames.open(options);
  }

  /** Opens the background worker of the options, as every page of a portal does once. */
  openWorker(more: Partial<WorkerPage> = {}): Promise<PortalFrame> {
    const {worker} = this.#options;
    if (worker === undefined) throw new Error('the portal was made without a worker');
    return this.openFrame({...worker, ...more, placement: PAGE_BACKGROUND_WORKER});
  }

  /** Another tab of the portal, with a card of its own and its own worker. `dispose` closes it. */
  openTab(options: TabOptions = {}): Promise<SimulatedPortal> {
    return this.#further.openTab(options);
  }

  /**
   * A page of the portal in a slider over this one, where the worker is loaded again. There is no
   * card in a slider, so its worker is offered no commands; `registerInterface` on it changes that.
   */
  openSlider(path: string, options: FurtherPageOptions = {}): Promise<SimulatedPortal> {
    return this.#further.openSlider(path, options);
  }

  /**
   * Resolves once the frame has bound the event. Rejects with a `FrameError` that says why it has not:
   * after `timeLimit` milliseconds, 15 000 when nothing is said, and as soon as it is known that the page
   * can't come.
   */
  whenBound(
    frame: PortalFrame,
    event: string,
    {timeLimit}: {readonly timeLimit?: number} = {},
  ): Promise<void> {
    return this.#frames.whenBound(frame, event, timeLimit);
  }

  /** Opens the card of a new call. */
  startCall(setup: CallSetup = {}): SimulatedCall {
    return this.#desk.start(setup);
  }

  /** Opens the card of a call that another tab shows, too: with `initialized` and clicks of its own. */
  showCall(call: SimulatedCall): SimulatedCall {
    return this.#desk.start(call);
  }

  /** Another main record, as when the operator creates or chooses one. */
  changeEntity(
    entity: EntityRef | null,
    more: Pick<CallSetup, 'bindings' | 'phoneNumber'> = {},
  ): void {
    this.#desk.changeCall({...more, entity});
  }

  bindRecord(record: EntityRef): void {
    this.#desk.bindRecord(record);
  }

  setCallProgress(progress: CallProgress): void {
    this.#desk.setProgress(progress);
  }

  /** The conversation ends; the card closes unless an app holds it or a campaign goes on. */
  endCall(): void {
    this.#desk.end();
  }

  closeCard(): void {
    this.#desk.closeCard();
  }

  sendBeforeClose(): void {
    this.#desk.sendBeforeClose();
  }

  /** The next client of a campaign, in the same card and the same frames. */
  nextClient(setup: CallSetup): void {
    this.#desk.nextClient(setup);
  }

  /** Clicks in the card; throws where the present state has no such button. */
  click(action: OperatorAction): void {
    this.#desk.click(action);
  }

  /** The page breaks down: none of its frames hears that it goes. They need `conditions`. */
  async crash(): Promise<void> {
    await Promise.all(this.frames.map((frame) => frame.crash()));
    this.dispose();
  }

  /** Takes everything out of the page, its sliders and tabs too, and stops listening. */
  dispose(): void {
    if (!this.#shared.remove(this)) return;
    this.#desk.closeCard();
    this.#mount?.dispose();
    this.#frames.dispose();
    this.#further.dispose();
    this.#slider.dispose();
    this.#messenger.dispose();
    for (const remove of this.#alerts) remove();
    this.#place?.remove();
  }

  /** Frames in the card go with the card. */
  #closeCardFrames(): void {
    for (const frame of this.frames) if (frame.placement === CALL_CARD) frame.close();
  }

  #makeFrames(clock: PortalClock): PortalFrames {
    const {defaultView: window} = this.#document;
    if (window === null) throw new Error('the portal needs a document with a window');
    const desk = new PlacementServices(this.#desk, this.#context);
    return new PortalFrames({
      window,
      document: this.#document,
      clock,
      pageName: this.name,
      timeline: this.#shared.timeline,
      language: this.#context.language,
      credentials: this.#options.backend,
      appOrigin: this.#options.appOrigin,
      conditions: () => this.conditions,
      changed: this.#shared.changed,
      complain: (text) => {
        console.error(text);
        this.#alerts.push(showAlert(this.#document, text));
      },
      say: voiceOf(this.#document),
      optionsFor: (frame) => desk.optionsFor(frame),
      run: (frame, message) => desk.run(frame, message),
    });
  }

  #makeContext(): CommandContext {
    const {appOptions, userOptions} = this.#shared;
    return makeCommandContext(this.#options, this.#document, {
      appOptions,
      userOptions,
      messenger: this.#messenger,
      alert: (text) => {
        this.#alerts.push(showAlert(this.#document, text));
      },
      openSlider: (path) => this.#further.openPath(path),
    });
  }

  #makeFurther(): ChildPages<SimulatedPortal> {
    return new ChildPages({
      document: this.#document,
      slider: this.#slider,
      shared: this.#shared,
      options: () => {
        const {dialect, conditions} = this;
        return {...this.#options, dialect, ...(conditions === undefined ? {} : {conditions})};
      },
      make: (options, place) => new SimulatedPortal(options, place),
    });
  }
}
