/**
 * One page of a portal with its call card, and the app's frames in it: the simulator's own desk behind
 * the frames' windows. It keeps to the protocol, but its answers may be late, doubled, or lost.
 */
import {isObject, type JsonObject} from '../../../src/model/parse/reading.js';
import {PortalCallService} from '../../../src/simulator/portal/card/portal-call.js';
import {WORKER_COMMANDS_BY_WIRE} from '../../../src/simulator/portal/commands/card-commands.js';
import {placementOptionsOf} from '../../../src/simulator/portal/card/call-facts.js';
import {encodeHostMessage} from '../../../src/simulator/portal/commands/host-wire.js';
import {CALL_CARD, offeredIn} from '../../../src/simulator/portal/commands/placement-interface.js';
import {FakeHost, type PostedMessage} from '../../support/fake-host.js';
import type {VirtualTime} from '../conversation/virtual-time.js';
import {LIMITS} from '../conversation/facts.js';

/** What becomes of one command of a worker. */
export type Fate =
  | {readonly kind: 'at once'}
  /** The answer comes this many milliseconds later: maybe when the next card is open. */
  | {readonly kind: 'late'; readonly milliseconds: number}
  /** It comes at once, and once more. */
  | {readonly kind: 'twice'; readonly milliseconds: number}
  /** The portal does it and says nothing. */
  | {readonly kind: 'silent'}
  /** The portal does not do it, and says so. */
  | {readonly kind: 'refused'; readonly milliseconds: number};

const REFUSAL = [{result: 'error', errorCode: 'Something is wrong'}];

/** What the app can't know of the present card. */
export class Doubts {
  /** The commands of which the portal did not say in time what became of them. */
  readonly commands = new Set<string>();
  /** Those of which it has told a page that was not there any more. */
  readonly lost = new Set<string>();
  timer = false;
  /** No frame was there all the time: nobody can know more than that there is a card. */
  everything = false;
}

export class PortalPage {
  readonly desk: PortalCallService;
  /** The ids of the app's frames that are in the page. */
  readonly hubIds = new Set<string>();
  /** How many messages to the portal are on their way. */
  underWay = 0;
  doubts = new Doubts();
  /** Whether the last card was closed by a command, and the app was told so in time. */
  isCloseTold = false;
  readonly #time: VirtualTime;
  readonly #latency: number;
  readonly #nextFate: () => Fate;
  readonly #frames = new Set<PageFrame>();

  constructor(time: VirtualTime, latency: number, nextFate: () => Fate) {
    this.#time = time;
    this.#latency = latency;
    this.#nextFate = nextFate;
    this.desk = new PortalCallService(
      {
        clock: time,
        emit: (placement, {name, value}) => {
          for (const frame of this.#frames)
            if (frame.placement === placement) frame.tell(name, value);
        },
      },
      'browser',
    );
  }

  /** A frame of the app is loaded. */
  open(placement: string): PageFrame {
    const frame = new PageFrame(placement, this.desk);
    this.#frames.add(frame);
    frame.answer = (message) => {
      this.underWay += 1;
      frame.posted.length = 0;
      this.#time.after(this.#latency, () => {
        this.underWay -= 1;
        this.#take(frame, message);
      });
      return undefined;
    };
    frame.send = (callback, value, late = 0, missed = () => undefined) => {
      this.#time.after(this.#latency + late, () => {
        if (this.#frames.has(frame)) frame.say(encodeHostMessage(callback, value));
        else missed();
      });
    };
    return frame;
  }

  /** The frame is there no more: what it has sent still arrives, and it hears nothing. */
  remove(frame: PageFrame): void {
    this.#frames.delete(frame);
  }

  /** A new card: nothing that was asked before is in doubt on it. */
  start(setup: Parameters<PortalCallService['start']>[0]): void {
    this.doubts = new Doubts();
    this.isCloseTold = false;
    this.desk.start(setup);
  }

  #take(frame: PageFrame, {command, callback, parameters}: PostedMessage): void {
    const given = isObject(parameters) ? parameters : {};
    const name = WORKER_COMMANDS_BY_WIRE.get(command);
    if (name === undefined || name === 'listUiStates') {
      for (const value of frame.answersTo(command, callback, given)) frame.send(callback, value);
      return;
    }
    // Whether there is a card at all is asked for with a state that there is not.
    const fate: Fate = given['uiState'] === 'none' ? {kind: 'at once'} : this.#nextFate();
    const hadCard = this.desk.snapshot !== null;
    const answers =
      fate.kind === 'refused' ? [REFUSAL] : (this.desk.runWorkerCommand(command, given) ?? []);
    if (hadCard) this.#doubt(name, fate, answers.length > 0);
    if (!this.#frames.has(frame)) this.doubts.lost.add(name);
    const {doubts} = this;
    const missed = (): void => void doubts.lost.add(name);
    for (const value of answers) this.#answer(frame, {callback, value, fate, missed});
  }

  #answer(frame: PageFrame, {callback, value, fate, missed}: Answer): void {
    if (fate.kind === 'silent') return;
    if (fate.kind === 'at once') frame.send(callback, value, 0, missed);
    else if (fate.kind === 'twice') {
      frame.send(callback, value, 0, missed);
      frame.send(callback, value, fate.milliseconds);
    } else frame.send(callback, value, fate.milliseconds, missed);
  }

  #doubt(name: string, fate: Fate, hasAnswer: boolean): void {
    const late = fate.kind === 'late' ? fate.milliseconds : 0;
    const isTold = hasAnswer && fate.kind !== 'silent' && late + 2 * this.#latency < LIMITS.answer;
    if (name === 'startTimer' || name === 'stopTimer') {
      // A later answer may come before this refusal, and says that the timer was set.
      if (fate.kind === 'refused') this.doubts.timer = true;
      return;
    }
    if (fate.kind === 'refused') return;
    if (isTold) this.doubts.lost.delete(name);
    if (isTold) this.doubts.commands.delete(name);
    else this.doubts.commands.add(name);
    if (name === 'close') this.isCloseTold = isTold;
    // The timer is set by the order of the confirmations, too.
    if (name === 'setUiState' && (!isTold || late > 0)) this.doubts.timer = true;
  }
}

interface Answer {
  readonly callback: string;
  readonly value: unknown;
  readonly fate: Fate;
  /** The frame is not there any more. */
  readonly missed: () => void;
}

export class PageFrame extends FakeHost {
  readonly placement: string;
  send: (callback: string, value: unknown, late?: number, missed?: () => void) => void = () =>
    undefined;
  readonly #desk: PortalCallService;
  readonly #bound = new Map<string, string[]>();

  constructor(placement: string, desk: PortalCallService) {
    super();
    this.placement = placement;
    this.#desk = desk;
  }

  /** Tells an event to whoever has bound it. */
  tell(event: string, value: unknown): void {
    for (const callback of this.#bound.get(event) ?? []) this.send(callback, value);
  }

  answersTo(command: string, callback: string, parameters: JsonObject): readonly unknown[] {
    switch (command) {
      case 'getInitData':
        return [this.#initData()];
      case 'getInterface':
        return [offeredIn(this.placement)];
      case 'placementBindEvent': {
        const event = String(parameters['event']);
        if (offeredIn(this.placement).event.includes(event)) {
          this.#bound.set(event, [...(this.#bound.get(event) ?? []), callback]);
        }
        return [];
      }
      default: {
        if (this.placement === CALL_CARD) return this.#desk.runTabCommand(command) ?? [];
        return this.#desk.runWorkerCommand(command, parameters) ?? [];
      }
    }
  }

  #initData(): unknown {
    const {snapshot} = this.#desk;
    return {
      LANG: 'en',
      PATH: '/rest',
      AUTH_ID: 'token',
      AUTH_EXPIRES: '3600',
      MEMBER_ID: 'member',
      PLACEMENT: this.placement,
      PLACEMENT_OPTIONS:
        this.placement === CALL_CARD && snapshot !== null ? placementOptionsOf(snapshot.call) : [],
    };
  }
}
