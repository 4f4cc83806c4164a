/**
 * A portal page without Bitrix24: it renders apps in frames of another origin, speaks the real window
 * protocol with them, and shows one call card at a time.
 */
import type {CallProgress} from '../../model/call.js';
import type {EntityRef} from '../../model/entity-ref.js';
import type {OperatorAction} from '../../model/operator-action.js';
import type {JsonObject} from '../../model/reading.js';
import {CallDesk, type CardPicture} from './call-desk.js';
import {placementOptionsOf, type CallSetup, type SimulatedCall} from './call-facts.js';
import type {Dialect} from './card-commands.js';
import {mountCard, type CardMount, type CardViewSetup} from './card-mount.js';
import {systemClock, type PortalClock} from './clock.js';
import type {CredentialSource} from './credentials.js';
import type {Faults} from './faults.js';
import type {HostMessage} from './host-wire.js';
import {CALL_CARD, PAGE_BACKGROUND_WORKER} from './placement-interface.js';
import {showAlert} from './portal-alert.js';
import {parametersOf, PORTAL_COMMANDS, type CommandContext} from './portal-commands.js';
import type {FrameOptions, PortalFrame} from './portal-frame.js';
import {PortalFrames} from './portal-frames.js';
import {Slider} from './slider.js';
import type {Timeline} from './timeline.js';

export interface SimulatedPortalOptions {
  /** Where the tokens come from. */
  readonly backend: CredentialSource;
  /** The origin of the app's pages; a message from any other is ignored. */
  readonly appOrigin: string;
  readonly dialect?: Dialect;
  readonly language?: string;
  readonly clock?: PortalClock;
  readonly document?: Document;
  readonly isAdmin?: boolean;
  /** Sends empty maps as `[]`, as PHP does. */
  readonly emptyMapsAsLists?: boolean;
  /** HTML-escapes the strings in `PLACEMENT_OPTIONS`. */
  readonly escapesOptions?: boolean;
  /** Lists every name of `getInterface` twice. */
  readonly repeatsNames?: boolean;
  /** Shows the card in the page, with a tab for each app. Without it the card has no looks. */
  readonly cardView?: CardViewSetup;
  /** What `reloadWindow` does; reloads the page when absent. */
  readonly reloadPage?: () => void;
}

export class SimulatedPortal {
  readonly #frames: PortalFrames;
  readonly #desk: CallDesk;
  readonly #slider: Slider;
  readonly #mount: CardMount | null;
  readonly #context: CommandContext;
  readonly #alerts: (() => void)[] = [];

  constructor(options: SimulatedPortalOptions) {
    const document = options.document ?? globalThis.document;
    const clock = options.clock ?? systemClock;
    const window = document.defaultView;
    if (window === null) throw new Error('the portal needs a document with a window');
    this.#slider = new Slider(document);
    this.#context = this.#makeContext(options, document);
    this.#desk = new CallDesk(
      {
        clock,
        emit: (placement, event) => {
          this.#frames.emit(placement, event);
        },
      },
      options.dialect ?? 'browser',
    );
    this.#frames = new PortalFrames({
      window,
      document,
      clock,
      language: this.#context.language,
      credentials: options.backend,
      appOrigin: options.appOrigin,
      optionsFor: (frame) => this.#optionsFor(frame),
      run: (frame, message) => this.#run(frame, message),
    });
    this.#desk.subscribe((picture) => {
      if (picture === null) this.#closeCardFrames();
    });
    this.#mount =
      options.cardView === undefined
        ? null
        : mountCard({portal: this, document, clock, ...options.cardView});
  }

  /** Every message that passed. */
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

  /** Resolves once the frame has bound the event. */
  whenBound(frame: PortalFrame, event: string): Promise<void> {
    return this.#frames.whenBound(frame, event);
  }

  /** Opens the card of a new call. */
  startCall(setup: CallSetup = {}): SimulatedCall {
    return this.#desk.start(setup);
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

  /** Takes everything out of the page and stops listening. */
  dispose(): void {
    this.#desk.closeCard();
    this.#mount?.dispose();
    this.#frames.dispose();
    this.#slider.dispose();
    for (const remove of this.#alerts) remove();
  }

  /** Frames in the card go with the card. */
  #closeCardFrames(): void {
    for (const frame of this.frames) if (frame.placement === CALL_CARD) frame.close();
  }

  #run(frame: PortalFrame, {command, parameters}: HostMessage): readonly unknown[] | null {
    const given = parametersOf(parameters);
    const common = PORTAL_COMMANDS.get(command);
    if (common !== undefined) return [common(frame, given, this.#context)];
    if (!frame.offered.command.includes(command)) return null;
    if (frame.placement === PAGE_BACKGROUND_WORKER)
      return this.#desk.runWorkerCommand(command, given);
    return this.#desk.runTabCommand(command);
  }

  #optionsFor(frame: PortalFrame): JsonObject {
    if (frame.givenOptions !== undefined) return frame.givenOptions;
    const picture = this.#desk.picture;
    return frame.placement === CALL_CARD && picture !== null
      ? placementOptionsOf(picture.call)
      : {};
  }

  #makeContext(options: SimulatedPortalOptions, document: Document): CommandContext {
    const {host, protocol} = document.location;
    return {
      credentials: options.backend,
      language: options.language ?? 'en',
      host,
      secure: protocol === 'https:',
      appOptions: {},
      userOptions: {},
      isAdmin: options.isAdmin ?? true,
      emptyMapsAsLists: options.emptyMapsAsLists ?? false,
      escapesOptions: options.escapesOptions ?? true,
      repeatsNames: options.repeatsNames ?? false,
      alert: (text) => {
        this.#alerts.push(showAlert(document, text));
      },
      reloadPage:
        options.reloadPage ??
        (() => {
          document.location.reload();
        }),
      openSlider: (path) => this.#slider.open(path),
    };
  }
}
