/** The apps of a portal page: who is there, what they send and what is sent to them. */
import {asObject, asText} from '../../../model/parse/reading.js';
import type {PortalClock} from '../page/clock.js';
import {Faults} from './message-faults.js';
import {readHello} from './frame-control.js';
import {BOUND_TIME_LIMIT_MS, FrameWatch} from './frame-watch.js';
import {decodeHostMessage, encodeHostMessage, type HostMessage} from '../commands/host-wire.js';
import type {PortalEvent} from '../card/operator-clicks.js';
import {NOT_SIMULATED} from '../commands/portal-commands.js';
import {PortalFrame, type FrameHost, type FrameOptions} from './portal-frame.js';
import type {Timeline, TimelineEntry} from './timeline.js';

/** What the frames need of the portal. */
export interface FramesHost extends Omit<FrameHost, 'closed' | 'rendered'> {
  readonly window: Window;
  /** What the page is called before its frames' names; empty for the first one. */
  readonly pageName: string;
  readonly timeline: Timeline;
  readonly appOrigin: string;
  readonly clock: PortalClock;
  /** Shows the integrator what is wrong with an app's page. */
  complain(text: string): void;
  /**
   * Runs a command and returns its answers in order, or promises of them; none is silence. `null`:
   * the portal does not know the command.
   */
  run(frame: PortalFrame, message: HostMessage): readonly unknown[] | null;
}

export class PortalFrames {
  readonly faults: Faults;
  readonly #host: FramesHost;
  readonly #open = new Set<PortalFrame>();
  readonly #counts = new Map<string, number>();
  readonly #watch: FrameWatch;
  readonly #listening = new AbortController();
  readonly #frameHost: FrameHost;

  constructor(host: FramesHost) {
    this.#host = host;
    const {document, language, credentials, clock, appOrigin} = host;
    this.#watch = new FrameWatch({
      clock,
      appOrigin,
      credentials,
      refused: (frame, {message}) => {
        this.#note(frame.name, 'page', frame.url, message);
        host.complain(message);
      },
    });
    this.#frameHost = {
      document,
      language,
      credentials,
      conditions: () => host.conditions(),
      say: (target, text, targetOrigin) => host.say(target, text, targetOrigin),
      optionsFor: (frame) => host.optionsFor(frame),
      changed: () => host.changed(),
      rendered: (frame) => this.#watch.rendered(frame),
      closed: (frame) => {
        this.#open.delete(frame);
        this.#watch.closed(frame);
        host.changed();
      },
    };
    this.faults = new Faults(clock);
    host.window.addEventListener(
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

  /** Every frame, also those whose token is still on its way. */
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

  /** Delivers an event to every frame of a placement that bound it. Returns how many copies. */
  emit(placement: string, event: PortalEvent): number {
    const copies = this.all
      .filter((frame) => frame.placement === placement)
      .flatMap((frame) => frame.callbacksFor(event.name).map((callback) => ({frame, callback})));
    for (const {frame, callback} of copies) this.#send(frame, event.name, callback, event.value);
    return copies.length;
  }

  /** See `SimulatedPortal.whenBound`. */
  whenBound(
    frame: PortalFrame,
    event: string,
    timeLimit: number = BOUND_TIME_LIMIT_MS,
  ): Promise<void> {
    return this.#watch.whenBound(frame, event, timeLimit);
  }

  dispose(): void {
    this.#listening.abort();
    this.faults.clear();
    for (const frame of this.all) frame.close();
  }

  #receive(event: MessageEvent<unknown>): void {
    // The portal looks at the origin and the SID, never at the window that sent the message.
    if (event.origin !== this.#host.appOrigin) return;
    const hello = readHello(event);
    if (hello !== undefined) {
      this.all.find(({sid}) => sid === hello.sid)?.takeControl(hello.port);
      return;
    }
    const decoded = decodeHostMessage(event.data);
    const text = typeof event.data === 'string' ? event.data : JSON.stringify(event.data);
    if (decoded.status === 'unreadable') {
      this.#note('', 'unreadable', text, decoded.problem);
      return;
    }
    const {message} = decoded;
    const frame = this.all.find(({sid}) => sid === message.sid);
    if (frame !== undefined) this.#watch.heard(frame);
    if (frame === undefined) this.#note('', message.command, text, 'no frame has this SID');
    else if (message.command === 'placementBindEvent') this.#bind(frame, message, text);
    else this.#run(frame, message, text);
  }

  #run(frame: PortalFrame, message: HostMessage, text: string): void {
    const answers = this.#host.run(frame, message);
    this.#note(
      frame.name,
      message.command,
      text,
      answers === null ? silenceAbout(message) : undefined,
    );
    const {sid} = frame;
    const send = (value: unknown): void => {
      // A rendering that is gone has nobody left who asked.
      if (value === undefined || frame.sid !== sid) return;
      this.#send(frame, message.command, message.callback, value);
    };
    for (const answer of answers ?? []) {
      if (answer instanceof Promise) void answer.then(send);
      else send(answer);
    }
  }

  #bind(frame: PortalFrame, {command, parameters, callback}: HostMessage, text: string): void {
    const event = eventNameIn(parameters);
    const bound = frame.subscribe(event, callback);
    this.#note(frame.name, `${command} ${event}`, text, bound ? undefined : 'unknown event');
    if (bound) this.#watch.bound(frame, event);
  }

  #send(frame: PortalFrame, about: string, callback: string, value: unknown): void {
    if (callback === '') return;
    const done = this.faults.pass(about, (content) => {
      const text =
        content === 'garbage' ? `${callback}:{not JSON` : encodeHostMessage(callback, value);
      this.#log({frame: frame.name, direction: 'to-app', about, text});
      frame.post(text, this.#host.appOrigin);
    });
    if (done === null) return;
    this.#log({frame: frame.name, direction: 'to-app', about, text: '', note: `fault: ${done}`});
  }

  #note(frame: string, about: string, text: string, note?: string): void {
    const entry = {frame, direction: 'to-portal', about, text} as const;
    this.#log(note === undefined ? entry : {...entry, note});
  }

  #log(entry: Omit<TimelineEntry, 'time'>): void {
    this.timeline.add({time: this.#host.clock.now(), ...entry});
  }
}

/** Why the portal is silent about a command. */
function silenceAbout({command}: HostMessage): string {
  return NOT_SIMULATED.has(command)
    ? 'a portal has this command, the simulator does not'
    : 'unknown command';
}

function eventNameIn(parameters: unknown): string {
  return asText(asObject(parameters)?.['event']) ?? '';
}
