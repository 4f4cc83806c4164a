/**
 * Runs a command in every frame that can: a tab's mute in the worker that commands the card, in each
 * portal tab that shows the call. Commands of several frames are ordered by Lamport stamps, so that all
 * cards end with the same state, in whatever order the messages arrive.
 */
import {BoundedMap} from '../../model/bounded-map.js';
import {CallCardError, toCallCardError} from '../../model/errors/call-card-error.js';
import {
  CARD_COMMANDS,
  COMMAND_TIME_LIMIT_MS,
  type CardCommand,
  type CardCommandName,
} from '../../model/card/card-command.js';
import type {HubFrame} from '../../model/hub/hub-frame.js';
import type {HubCall} from '../../model/hub/hub-call.js';
import type {HubMessage, HubOutcome, HubSetting} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';
import {isSameOpening} from '../call-openings.js';
import type {HubHost} from '../hub-host.js';
import {LastWriterWins} from './last-writer-wins.js';
import {outcomeOf, type TargetOutcome} from './combine-outcomes.js';
import {canRun, isUncertain, type Roster} from '../membership/roster.js';
import type {SharedCalls} from '../sharing/shared-calls.js';

/** What a command may take on its way there and back, beside the portal's time, in milliseconds. */
const WAY_MS = 1000;
/** How many outcomes are remembered for a command that comes again. */
const MOST_REMEMBERED = 200;

type CommandMessage = Extract<HubMessage, {kind: 'command'}>;

export interface CommandRelayOptions {
  readonly roster: Roster;
  readonly calls: SharedCalls;
  readonly own: () => HubFrame;
  readonly post: (message: HubMessage, to?: string) => void;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly host: Pick<HubHost, 'runHere'>;
}

interface Waiting {
  readonly targets: Map<string, TargetOutcome>;
  readonly check: () => void;
}

export class CommandRelay {
  readonly #options: CommandRelayOptions;
  readonly #waiting = new Map<string, Waiting>();
  /** What became, or becomes, of a command that another frame sent. */
  readonly #served = new BoundedMap<string, Promise<HubOutcome>>(MOST_REMEMBERED);
  readonly #order = new LastWriterWins();

  constructor(options: CommandRelayOptions) {
    this.#options = options;
  }

  /** The commands that other frames can run for a call. */
  reachableCommands(callId: string | null): ReadonlySet<CardCommandName> {
    const {frames} = this.#options.roster;
    return new Set(
      frames.flatMap((frame) => frame.commands.filter((name) => canRun(frame, name, callId))),
    );
  }

  /** Whether only this frame can run it: then it need not be relayed. */
  isOwnMatter(name: CardCommandName, callId: string | null): boolean {
    const {roster, own} = this.#options;
    if (!canRun(own(), name, callId)) return false;
    if (isForOneFrame(name)) return true;
    return !roster.frames.some((frame) => canRun(frame, name, callId));
  }

  /** Announces a command that only this frame can run: a frame that comes later hears of it from any. */
  announceCommand(command: CardCommand, callId: string | null): void {
    const {name, parameters} = command;
    if (callId === null || isForOneFrame(name)) return;
    // The portal is not asked for what it would refuse.
    if (CARD_COMMANDS[name].check(parameters) !== undefined) return;
    const {newId, post, roster} = this.#options;
    const setting = this.#setting(command, callId);
    this.#order.take(setting);
    if (roster.size > 0) post({kind: 'command', id: newId(), ...setting});
  }

  /**
   * Runs it wherever it can be run. Resolves with the first value when all did it; rejects with the
   * reason when none did, with `partial-failure` when some did, and with `unreachable`.
   */
  async relayCommand(command: CardCommand, callId: string | null): Promise<unknown> {
    const {roster, own, newId, post, clock} = this.#options;
    const {name} = command;
    const others = roster.frames.filter((frame) => canRun(frame, name, callId));
    const isOwnToo = canRun(own(), name, callId);
    if (others.length === 0 && !isOwnToo) throw unreachable(command);
    const setting = this.#setting(command, callId);
    const targets = new Map<string, TargetOutcome>(
      others.map((frame) => [frame.id, {status: 'waiting', isUncertain: isUncertain(frame)}]),
    );
    const id = newId();
    const settled = this.#whenSettled(id, targets);
    const cancel = clock.after(COMMAND_TIME_LIMIT_MS + WAY_MS, () => this.#giveUp(id));
    post({kind: 'command', id, ...setting});
    if (isOwnToo) {
      targets.set(own().id, {status: 'waiting', isUncertain: false});
      void this.#runHere(setting).then((outcome) => this.#settleTarget(id, own().id, outcome));
    }
    await settled;
    cancel();
    return outcomeOf(command, [...targets.values()]);
  }

  receive(message: HubMessage, from: string): void {
    if (message.kind === 'command') void this.#serveCommand(message, from);
    else if (message.kind === 'welcome')
      for (const setting of message.settings) this.#catchUp(setting);
    else if (message.kind === 'outcome') this.#settleTarget(message.id, from, message.outcome);
  }

  /** What was set by commands, for a frame that has not heard them. */
  get settings(): readonly HubSetting[] {
    return this.#order.settings;
  }

  /** What other frames have told of a call, with the commands that they may not have heard yet. */
  elsewhere(callId: string): HubCall | undefined {
    const {calls, clock} = this.#options;
    const known = calls.elsewhere(callId);
    if (known?.card === undefined || known.card === null) return known;
    const card = this.#order.applied(known, known.card, clock);
    return card.status === 'open' ? {call: known.call, card} : known;
  }

  /** A frame is there no more: its outcome will not come. */
  left(frameId: string): void {
    for (const id of this.#waiting.keys()) {
      this.#settleTarget(id, frameId, {
        status: 'refused',
        code: 'disconnected',
        message: 'The frame went away before it answered.',
      });
    }
  }

  dispose(): void {
    for (const id of this.#waiting.keys()) this.#giveUp(id);
    this.#served.clear();
    this.#order.clear();
  }

  /** Answers a command of another frame; one that comes again is not run again. */
  async #serveCommand({id, ...setting}: CommandMessage, from: string): Promise<void> {
    const {own, post} = this.#options;
    const {callId, command} = setting;
    const frame = own();
    if (!canRun(frame, command.name, callId) || this.#isForAnotherCard(setting)) {
      this.#order.take(setting);
      // A worker may have lost its card while this was on its way; no other frame has got it.
      if (frame.role === 'worker') post({kind: 'outcome', id, outcome: NO_CARD}, from);
      return;
    }
    const known = this.#served.get(id);
    const outcome = known ?? this.#runHere(setting);
    if (known === undefined) this.#served.set(id, outcome);
    post({kind: 'outcome', id, outcome: await outcome}, from);
  }

  /** Something was set while this frame was away: its own card comes to show it, too. */
  #catchUp(setting: HubSetting): void {
    const {own, host} = this.#options;
    const {callId, command} = setting;
    const frame = own();
    const canDo = frame.callId === callId && canRun(frame, command.name, callId);
    const isOurs = canDo && !this.#isForAnotherCard(setting);
    // What fails is in the log and in the diagnostics.
    if (this.#order.take(setting) && isOurs) host.runHere(command, callId).catch(() => undefined);
  }

  #setting(command: CardCommand, callId: string | null): HubSetting {
    const {own, calls} = this.#options;
    return {callId, opening: calls.openingOf(callId), stamp: this.#order.next(own().id), command};
  }

  /** It was sent for an earlier or a later card of a call with the id of the one that is here. */
  #isForAnotherCard({callId, opening}: HubSetting): boolean {
    return !isSameOpening(opening, this.#options.calls.ownOpening(callId));
  }

  async #runHere(setting: HubSetting): Promise<HubOutcome> {
    // Another frame has set the same thing later: what it set would stay in any order of arrival.
    if (!this.#order.take(setting)) return {status: 'done', value: undefined};
    const {command, callId} = setting;
    try {
      return {status: 'done', value: await this.#options.host.runHere(command, callId)};
    } catch (thrown) {
      const {code, message} = toCallCardError(thrown, CARD_COMMANDS[command.name].wire);
      return {status: 'refused', code, message};
    }
  }

  #whenSettled(id: string, targets: Map<string, TargetOutcome>): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if ([...targets.values()].some(({status}) => status === 'waiting')) return;
        this.#waiting.delete(id);
        resolve();
      };
      this.#waiting.set(id, {targets, check});
    });
  }

  #settleTarget(id: string, frameId: string, outcome: HubOutcome): void {
    const waiting = this.#waiting.get(id);
    const target = waiting?.targets.get(frameId);
    if (target?.status !== 'waiting') return;
    waiting?.targets.set(frameId, {...outcome, isUncertain: target.isUncertain});
    waiting?.check();
  }

  #giveUp(id: string): void {
    const waiting = this.#waiting.get(id);
    for (const frameId of waiting?.targets.keys() ?? []) {
      this.#settleTarget(id, frameId, {
        status: 'refused',
        code: 'timeout',
        message: 'The frame did not answer in time.',
      });
    }
  }
}

const NO_CARD: HubOutcome = {
  status: 'refused',
  code: 'no-card',
  message: 'The frame has no card of this call.',
};

/** What is only read is read in one frame, and each tab keeps its own card open. */
function isForOneFrame(name: CardCommandName): boolean {
  const {answer, placement} = CARD_COMMANDS[name];
  return answer === 'value' || placement === 'call-card';
}

function unreachable({name, parameters}: CardCommand): CallCardError {
  const text = `${name} can't be called: no frame of the app that could run it is open.`;
  return new CallCardError('unreachable', text, {
    request: CARD_COMMANDS[name].wire,
    parameters,
  });
}
