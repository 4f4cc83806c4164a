/**
 * The hub of one app's frames in one portal: who is there, what their cards show, who leads, and the
 * way of actions and commands between them.
 */
import type {Call} from '../model/call/call.js';
import type {HubCall} from '../model/hub/hub-call.js';
import type {HubFrame} from '../model/hub/hub-frame.js';
import type {HubFault, HubMessage} from '../model/hub/hub-message.js';
import type {HubState} from '../model/hub/hub-state.js';
import type {AnnouncedAction} from '../model/card/operator-action.js';
import {MOST_HUB_ITEMS} from '../model/parse/hub-values.js';
import {ActionDelivery} from './actions/action-delivery.js';
import {clientAsRead, ClientInCard} from './campaign.js';
import {CommandRelay} from './commands/command-relay.js';
import type {HubEnvironment, HubTransport, PageChange} from './hub-environment.js';
import type {HubHost} from './hub-host.js';
import {HubChannel} from './hub-channel.js';
import {Membership} from './membership/membership.js';
import {SharedCalls} from './sharing/shared-calls.js';
import {HubPeerChannel} from './sharing/hub-peer-channel.js';
import {SharedDrafts} from './sharing/shared-drafts.js';

/** Of so many frames what they told last is taken; a page lives shorter than that. */
const MOST_DEPARTED = 500;

export class Hub {
  readonly id: string;
  /** What the operator asks for, on its way to the leader. */
  readonly actions: ActionDelivery;
  /** The card's commands, run in each frame that can. */
  readonly commands: CommandRelay;
  /** What the cards of all frames show. */
  readonly calls: SharedCalls;
  /** How frames share what they have loaded from the portal. */
  readonly data: HubPeerChannel;
  /** The notes that are not saved, in all frames. */
  readonly drafts: SharedDrafts;
  readonly #name: string;
  readonly #environment: HubEnvironment;
  readonly #host: HubHost;
  readonly #since: number;
  readonly #channel: HubChannel;
  readonly #members: Membership;
  readonly #client = new ClientInCard();
  #reach: HubTransport['reach'] | 'none' = 'none';
  /** The frames that were here and have gone. */
  readonly #departed = new Set<string>();
  /** What all the others have heard of this frame. */
  #announced = '';
  #announcedCall = '';
  #stopObserving: (() => void) | undefined;
  #leavePage: (() => void) | undefined;

  /** @param name - the same for all frames of one app in one portal, and for no others */
  constructor(name: string, environment: HubEnvironment, host: HubHost) {
    const {clock, newId} = environment;
    const frameId = newId();
    this.id = frameId;
    this.#name = name;
    this.#environment = environment;
    this.#host = host;
    this.#since = clock.now();
    const own = (): HubFrame => this.#own();
    const fault = (happened: HubFault): void => host.fault(happened);
    this.#channel = new HubChannel({
      name,
      frameId,
      receive: (message, from) => this.#receive(message, from),
      fault,
    });
    const {post} = this.#channel;
    this.#members = new Membership({
      name,
      environment,
      own,
      post: (message, to) => this.#postAsMember(message, to),
      reachesAll: () => this.#reach === 'channel',
      welcome: () => this.#welcome(),
      changed: () => this.#changed(),
      left: (id) => this.#left(id),
      fault,
    });
    const {roster} = this.#members;
    this.calls = new SharedCalls(frameId, clock, (id) => this.#sinceOf(id));
    this.actions = new ActionDelivery({
      frameId,
      post,
      clock,
      newId,
      host,
      lead: () => this.#lead(),
      witness: () => this.#members.witness,
      challengeLeader: (id) => this.#members.challengeLeader(id),
      probeLeader: () => this.#members.probeLeader(),
    });
    this.commands = new CommandRelay({roster, calls: this.calls, own, post, clock, newId, host});
    this.data = new HubPeerChannel({frameId, frames: () => roster.frames, post});
    this.drafts = new SharedDrafts({
      frameId,
      clock,
      isThere: (id) => roster.has(id),
      hasWriters: () => roster.frames.some(({role}) => role !== 'worker'),
      post,
    });
  }

  get state(): HubState {
    const {isIn, liveness, roster} = this.#members;
    if (!isIn && this.#reach !== 'none') return {status: 'off'};
    return {
      status: 'joined',
      reach: this.#reach,
      liveness,
      leads: this.leads,
      frames: [...roster.frames].sort((a, b) => a.since - b.since),
      calls: this.calls.calls,
    };
  }

  /** Whether this frame leads. Where no other frame can be reached it does. */
  get leads(): boolean {
    return this.#lead() === 'own';
  }

  /** What the frame that gets the operator's actions does of those that not every app does. */
  get handles(): readonly AnnouncedAction[] {
    return this.#members.record.handles;
  }

  /** Joins the others. Resolves when what they know is known here, within a fifth of a second. */
  async open(): Promise<void> {
    this.#stopObserving = this.#environment.observePage((change) => this.#followPage(change));
    this.#leavePage = this.#environment.enterPage(this.id);
    await this.#join();
  }

  /** Tells the others what has changed about this frame, if anything has. */
  announce(): void {
    if (!this.#members.isIn || JSON.stringify(this.#own()) === this.#announced) return;
    this.#members.announceFrame();
  }

  /**
   * Tells the others what this frame's own card shows.
   *
   * @param cardNumber - another one for each card that is opened in this frame
   */
  announceCall(shown: HubCall, cardNumber = 0): void {
    const call = this.calls.takeOwn(shown, cardNumber);
    const text = JSON.stringify(call);
    if (text === this.#announcedCall) return;
    this.#announcedCall = text;
    // Frames that are met later hear of it then.
    if (this.#members.isIn) this.#channel.post({kind: 'call', call});
    this.#host.changed();
  }

  /** By which id the frame with the card knows a call of this frame. */
  idInCard(call: Call | null): string | null {
    return call === null ? null : this.#client.idOf(call, this.calls.calls);
  }

  /** The present client of a campaign as a tab has read it; nothing where no tab has. */
  clientAsRead(call: Call): Call | undefined {
    return this.#members.isIn ? clientAsRead(call, this.#members.roster.frames) : undefined;
  }

  /**
   * The call whose card is in the same portal page: a tab of the app is in it. A page has one card at a
   * time, and while a tab of the card before has not gone yet, the youngest one knows.
   */
  get callBeside(): string | null {
    const beside = new Set(this.#environment.neighbours());
    return this.#members.roster.youngestTab(beside)?.callId ?? null;
  }

  /** Leaves the others. */
  close(): void {
    this.#stopObserving?.();
    this.#leavePage?.();
    this.#members.leave();
    this.actions.dispose();
    this.commands.dispose();
    this.drafts.dispose();
    this.#channel.close();
    this.calls.clear();
    this.#reach = 'none';
  }

  async #join(): Promise<void> {
    const transport = this.#channel.open((hear) => this.#environment.open(this.#name, hear));
    this.#reach = transport?.reach ?? 'none';
    if (transport === null) {
      this.#changed();
      return;
    }
    await this.#members.join();
    if (!this.#members.isIn) return;
    this.announce();
    for (const call of this.calls.own) this.#channel.post({kind: 'call', call});
    this.actions.resendOwn();
    this.drafts.join();
  }

  #postAsMember(message: HubMessage, to?: string): void {
    const tellsAll = to === undefined && (message.kind === 'hello' || message.kind === 'frame');
    if (tellsAll) this.#announced = JSON.stringify(message.frame);
    this.#channel.post(message, to);
  }

  #receive(message: HubMessage, from: string): void {
    const isKnown = this.#members.noteSender(message, from);
    // What a frame has told of its card may arrive after its lock was free: it is still true.
    const isLast = message.kind === 'call' && this.#departed.has(from);
    const isAboutCalls = (isKnown || isLast) && this.calls.receive(message, from);
    if (isKnown) {
      this.commands.receive(message, from);
      this.actions.receive(message, from);
      this.#members.receive(message, from);
      this.data.receive(message, from);
      this.drafts.receive(message, from);
    }
    if (isAboutCalls) this.#host.changed();
  }

  /** What a new frame should know. Each frame tells of its own card; of orphans any does. */
  #welcome(): HubMessage {
    const {leader} = this.#members.record;
    return {
      kind: 'welcome',
      frame: this.#own(),
      epoch: leader?.epoch ?? 0,
      leaderId: leader?.frameId ?? null,
      calls: this.calls.own,
      orphans: this.calls.orphans,
      settings: this.commands.settings,
      actions: this.actions.open.slice(0, MOST_HUB_ITEMS),
    };
  }

  #changed(): void {
    const frames = [this.#own(), ...this.#members.roster.frames];
    this.calls.prune((callId) => frames.some((frame) => frame.callId === callId));
    if (!this.leads) this.actions.endTerm();
    // The app hears that it leads before it hears of the first action.
    this.#host.changed();
    this.actions.beginOpenActions();
  }

  /** A frame has gone: nothing waits for it any more. */
  #left(frameId: string): void {
    if (this.#departed.size < MOST_DEPARTED) this.#departed.add(frameId);
    this.commands.left(frameId);
    this.data.left(frameId);
    this.drafts.left(frameId);
  }

  #followPage(change: PageChange): void {
    if (change === 'awake') {
      void this.#join();
      return;
    }
    this.#members.leave();
    this.actions.leave();
    // An open channel would keep the page out of the back-forward cache.
    this.#channel.close();
    this.#changed();
  }

  #lead(): 'own' | 'other' | 'none' {
    // Where no other frame can be reached, no other one leads.
    if (this.#reach === 'none') return 'own';
    const {isIn, record} = this.#members;
    if (!isIn || record.leader === null) return 'none';
    return record.leads ? 'own' : 'other';
  }

  #own(): HubFrame {
    const own = this.#host.describe();
    const role = own.role === 'other' && this.#environment.isInSlider ? 'slider' : own.role;
    const {liveness, isThrottled: throttled} = this.#members;
    return {...own, role, id: this.id, since: this.#since, liveness, throttled};
  }

  #sinceOf(frameId: string): number {
    if (frameId === this.id) return this.#since;
    return this.#members.roster.get(frameId)?.since ?? Infinity;
  }
}
