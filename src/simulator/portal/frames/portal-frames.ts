/** The frames of a portal page: opens them, receives their messages, sends them answers and events. */
import {asObject, asText} from '../../../model/parse/reading.js';
import type {PortalClock} from '../page/clock.js';
import type {CredentialSource} from '../page/credentials.js';
import type {FrameConditions} from './frame-conditions.js';
import {readHello} from './frame-control.js';
import {BOUND_TIME_LIMIT_MS, FrameWatch} from './frame-watch.js';
import {decodeHostMessage, encodeHostMessage, type HostMessage} from '../commands/host-wire.js';
import type {PortalEvent} from '../card/operator-clicks.js';
import type {PlacementServices} from '../commands/placement-services.js';
import {Faults} from './message-faults.js';
import {NOT_SIMULATED} from '../commands/portal-commands.js';
import {PortalFrame, type FrameHost, type FrameOptions} from './portal-frame.js';
import {messagePosterOf} from './post-as-window.js';
import type {Timeline, TimelineEntry} from './timeline.js';

/** What the frames need of their page. */
export interface FramesHost {
  readonly document: Document;
  /** The page's name, which stands before the names of its frames; empty for the first page. */
  readonly pageName: string;
  readonly timeline: Timeline;
  /** The portal's language code. */
  readonly language: string;
  readonly credentials: CredentialSource;
  /** The origin of the app's pages; messages from any other origin are ignored. */
  readonly appOrigin: string;
  readonly clock: PortalClock;
  readonly services: PlacementServices;
  /** The conditions of frames that have none of their own. */
  conditions(): FrameConditions | undefined;
  /** Called when a frame opens, closes, is frozen or resumed. */
  changed(): void;
  /** Shows the integrator what is wrong with an app's page. */
  showAlert(text: string): void;
}

export class PortalFrames {
  readonly faults: Faults;
  readonly #host: FramesHost;
  readonly #open = new Set<PortalFrame>();
  readonly #counts = new Map<string, number>();
  readonly #watch: FrameWatch;
  readonly #listening = new AbortController();
  readonly #frameHost: FrameHost;

  /** @throws Error - the document has no window */
  constructor(host: FramesHost) {
    this.#host = host;
    const {document, language, credentials, clock, appOrigin, services} = host;
    const postMessage = messagePosterOf(document);
    this.#watch = new FrameWatch({
      clock,
      appOrigin,
      credentials,
      onRefused: (frame, {message}) => {
        this.#logReceived(frame.name, 'page', frame.url, message);
        console.error(message);
        host.showAlert(message);
      },
    });
    this.#frameHost = {
      document,
      language,
      credentials,
      conditions: () => host.conditions(),
      postMessage,
      optionsFor: (frame) => services.optionsFor(frame),
      onChange: () => host.changed(),
      onRender: (frame) => this.#watch.watchRendering(frame),
      onClose: (frame) => {
        this.#open.delete(frame);
        this.#watch.forgetFrame(frame);
        host.changed();
      },
    };
    this.faults = new Faults(clock);
    document.defaultView?.addEventListener(
      'message',
      (event) => {
        this.#receive(event);
      },
      {signal: this.#listening.signal},
    );
  }

  get timeline(): Timeline {
    return this.#host.timeline;
  }

  /** Every frame, including those that still wait for their token. */
  get all(): readonly PortalFrame[] {
    return [...this.#open];
  }

  /** Opens an app and resolves once its frame is in the page. */
  async open(options: FrameOptions): Promise<PortalFrame> {
    const count = (this.#counts.get(options.placement) ?? 0) + 1;
    this.#counts.set(options.placement, count);
    const name = [this.#host.pageName, `${options.placement} ${count}`].filter(Boolean).join(' · ');
    const frame = new PortalFrame(this.#frameHost, options, name);
    this.#open.add(frame);
    await frame.render();
    return frame;
  }

  /**
   * Sends an event to every frame of a placement that has bound it, once for each binding.
   *
   * @returns the number of copies that were sent
   */
  emit(placement: string, event: PortalEvent): number {
    const copies = this.all
      .filter((frame) => frame.placement === placement)
      .flatMap((frame) => frame.callbacksFor(event.name).map((callback) => ({frame, callback})));
    for (const {frame, callback} of copies) this.#send(frame, event.name, callback, event.value);
    return copies.length;
  }

  /**
   * Resolves when the frame has bound the event; rejects with a `FrameError`.
   *
   * @param timeLimit - milliseconds
   */
  whenBound(
    frame: PortalFrame,
    event: string,
    timeLimit: number = BOUND_TIME_LIMIT_MS,
  ): Promise<void> {
    return this.#watch.whenBound(frame, event, timeLimit);
  }

  /** Closes the frames of a placement. */
  closeAll(placement: string): void {
    for (const frame of this.all) if (frame.placement === placement) frame.close();
  }

  dispose(): void {
    this.#listening.abort();
    this.faults.clear();
    for (const frame of this.all) frame.close();
  }

  #receive(event: MessageEvent<unknown>): void {
    // As the portal does: it checks the origin and the SID, never the window that sent the message.
    if (event.origin !== this.#host.appOrigin) return;
    const hello = readHello(event);
    if (hello !== undefined) {
      this.all.find(({sid}) => sid === hello.sid)?.connectControl(hello.port);
      return;
    }
    const decoded = decodeHostMessage(event.data);
    const text = typeof event.data === 'string' ? event.data : JSON.stringify(event.data);
    if (decoded.status === 'unreadable') {
      this.#logReceived('', 'unreadable', text, decoded.problem);
      return;
    }
    const {message} = decoded;
    const frame = this.all.find(({sid}) => sid === message.sid);
    if (frame !== undefined) this.#watch.markHeard(frame);
    if (frame === undefined) this.#logReceived('', message.command, text, 'no frame has this SID');
    else if (message.command === 'placementBindEvent') this.#bindEvent(frame, message, text);
    else this.#runCommand(frame, message, text);
  }

  #runCommand(frame: PortalFrame, message: HostMessage, text: string): void {
    const answers = this.#host.services.runCommand(frame, message);
    this.#logReceived(
      frame.name,
      message.command,
      text,
      answers === null ? reasonOfSilence(message) : undefined,
    );
    const {sid} = frame;
    const send = (value: unknown): void => {
      // The frame has been loaded anew: the page that sent the command is gone.
      if (value === undefined || frame.sid !== sid) return;
      this.#send(frame, message.command, message.callback, value);
    };
    for (const answer of answers ?? []) {
      if (answer instanceof Promise) void answer.then(send);
      else send(answer);
    }
  }

  #bindEvent(frame: PortalFrame, {command, parameters, callback}: HostMessage, text: string): void {
    const event = eventNameIn(parameters);
    const bound = frame.bindEvent(event, callback);
    this.#logReceived(frame.name, `${command} ${event}`, text, bound ? undefined : 'unknown event');
    if (bound) this.#watch.markBound(frame, event);
  }

  #send(frame: PortalFrame, about: string, callback: string, value: unknown): void {
    if (callback === '') return;
    const fault = this.faults.deliver(about, (content) => {
      const text =
        content === 'garbage' ? `${callback}:{not JSON` : encodeHostMessage(callback, value);
      this.#log({frame: frame.name, direction: 'to-app', about, text});
      frame.postMessage(text, this.#host.appOrigin);
    });
    if (fault === null) return;
    this.#log({frame: frame.name, direction: 'to-app', about, text: '', note: `fault: ${fault}`});
  }

  #logReceived(frame: string, about: string, text: string, note?: string): void {
    const entry = {frame, direction: 'to-portal', about, text} as const;
    this.#log(note === undefined ? entry : {...entry, note});
  }

  #log(entry: Omit<TimelineEntry, 'time'>): void {
    this.timeline.add({time: this.#host.clock.now(), ...entry});
  }
}

/** Why the portal does not answer a command. */
function reasonOfSilence({command}: HostMessage): string {
  return NOT_SIMULATED.has(command)
    ? 'a portal has this command, the simulator does not'
    : 'unknown command';
}

function eventNameIn(parameters: unknown): string {
  return asText(asObject(parameters)?.['event']) ?? '';
}
