/**
 * The hub of one app's frames in one portal: who is there, what their cards show, who leads, and the
 * way of actions and commands between them.
 */
import type {Call} from '../model/call/call.js';
import type {Card} from '../model/card/card.js';
import type {CardCommand, CardCommandName} from '../model/card/card-command.js';
import type {HubCall} from '../model/hub/hub-call.js';
import {mayLead, type HubFrame} from '../model/hub/hub-frame.js';
import {MOST_HUB_ITEMS} from '../model/parse/hub-values.js';
import type {ActionEnd, HubAction, HubFault, HubMessage} from '../model/hub/hub-message.js';
import type {AnnouncedAction} from '../model/card/operator-action.js';
import type {HubState} from '../model/hub/hub-state.js';
import {ActionDelivery, type HubActionRequest} from './actions/action-delivery.js';
import {ClientInCard} from './campaign.js';
import {CommandRelay} from './commands/command-relay.js';
import type {HubEnvironment, HubTransport, PageChange} from './hub-environment.js';
import {HubChannel} from './transport/hub-channel.js';
import {Membership} from './membership/membership.js';
import {SharedCalls} from './sharing/shared-calls.js';
import {HubPeerChannel} from './sharing/hub-peer-channel.js';
import {SharedDrafts} from './sharing/shared-drafts.js';

/** Of so many frames what they told last is taken; a page lives shorter than that. */
const MOST_DEPARTED = 500;

/** What the frame tells about itself. */
export type OwnFrame = Omit<HubFrame, 'id' | 'since' | 'liveness' | 'throttled'>;

/** The frame to which this end of the hub belongs. */
export interface HubHost {
  readonly describe: () => OwnFrame;
  /** Runs a command at the frame's own portal. */
  readonly runHere: (command: CardCommand, callId: string | null) => Promise<unknown>;
  /** Gives an action to the app; resolves when it is done. */
  readonly act: (request: HubActionRequest) => Promise<void> | undefined;
  /** What is known of the other frames, the leader or their cards has changed. */
  readonly changed: () => void;
  readonly fault: (fault: HubFault) => void;
}

export class Hub {
  readonly id: string;
  /** How frames share what they have loaded from the portal. */
  readonly data: HubPeerChannel;
  /** The notes that are not saved, in all frames. */
  readonly drafts: SharedDrafts;
  readonly #name: string;
  readonly #environment: HubEnvironment;
  readonly #host: HubHost;
  readonly #since: number;
  readonly #line: HubChannel;
  readonly #members: Membership;
  readonly #calls: SharedCalls;
  readonly #client = new ClientInCard();
  readonly #actions: ActionDelivery;
  readonly #commands: CommandRelay;
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
    this.id = environment.newId();
    this.#name = name;
    this.#environment = environment;
    this.#host = host;
    const {clock, newId} = environment;
    this.#since = clock.now();
    const own = (): HubFrame => this.#own();
    const post = (message: HubMessage, to?: string): void => this.#post(message, to);
    this.#line = new HubChannel({
      name,
      frameId: this.id,
      receive: (message, from) => this.#receive(message, from),
      fault: host.fault,
    });
    this.#members = new Membership({
      name,
      environment,
      own,
      post,
      reachesAll: () => this.#reach === 'channel',
      welcome: () => this.#welcome(),
      changed: () => this.#changed(),
      left: (frameId) => this.#left(frameId),
      fault: host.fault,
    });
    this.#calls = new SharedCalls(this.id, (frameId) => this.#sinceOf(frameId));
    this.#actions = new ActionDelivery({
      frameId: this.id,
      post,
      clock,
      newId,
      lead: () => this.#lead(),
      witness: () => this.#members.witness,
      act: host.act,
      challengeLeader: (frameId) => this.#members.challengeLeader(frameId),
      probeLeader: () => this.#members.doubt(),
    });
    const {roster} = this.#members;
    this.data = new HubPeerChannel({frameId: this.id, frames: () => roster.frames, post});
    this.drafts = new SharedDrafts({
      frameId: this.id,
      clock,
      isThere: (frameId) => roster.has(frameId),
      hasWriters: () => roster.frames.some(({role}) => role !== 'worker'),
      post,
    });
    const calls = this.#calls;
    const {runHere} = host;
    this.#commands = new CommandRelay({roster, calls, own, post, clock, newId, runHere});
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
      calls: this.#calls.calls,
    };
  }

  /** Whether this frame leads. Where no other frame can be reached it does. */
  get leads(): boolean {
    return this.#lead() === 'own';
  }

  /** Joins the others. Resolves when what they know is known here, within a fifth of a second. */
  async open(): Promise<void> {
    this.#stopObserving = this.#environment.observePage((change) => this.#follow(change));
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
  announceCall(told: HubCall, cardNumber = 0): void {
    const call = this.#calls.takeOwn(told, cardNumber);
    const text = JSON.stringify(call);
    if (text === this.#announcedCall) return;
    this.#announcedCall = text;
    // Those who are met later hear of it then.
    if (this.#members.isIn) this.#line.post({kind: 'call', call});
    this.#host.changed();
  }

  /** Brings what the operator asks for to the frame that leads; never rejects. */
  request(action: Pick<HubAction, 'action' | 'callId' | 'source'>): Promise<ActionEnd> {
    return this.#actions.requestAction(action);
  }

  /** Whether nobody else has to be asked to run a command for the call. */
  isOwnMatter(name: CardCommandName, callId: string | null): boolean {
    return this.#commands.isOwnMatter(name, callId);
  }

  /** See `CommandRelay.note`. */
  note(command: CardCommand, callId: string | null): void {
    this.#commands.noteCommand(command, callId);
  }

  /** See `CommandRelay.run`. */
  run(command: CardCommand, callId: string | null): Promise<unknown> {
    const {client} = this.#host.describe();
    return this.#commands.relayCommand(
      command,
      client?.id === callId ? this.idInCard(client) : callId,
    );
  }

  /** What other frames can run for the call. */
  reach(callId: string | null): ReadonlySet<CardCommandName> {
    return this.#commands.reachableCommands(callId);
  }

  /** What this frame shows for the call, given what it knows itself. */
  cardFor(callId: string | null, own: Card): Card {
    return this.#calls.cardFor(callId, own);
  }

  /** When the last frame with the card of a call went; `null` while one is there. */
  lostAt(callId: string | null): number | null {
    if (callId === null) return null;
    return this.#calls.lostAt(callId, this.#environment.clock.now());
  }

  /** By which id the frame with the card knows a call of this frame. */
  idInCard(call: Call | null): string | null {
    return call === null ? null : this.#client.idOf(call, this.#calls.calls);
  }

  /** What the frame that gets the operator's actions does of those that not every app does. */
  get handles(): readonly AnnouncedAction[] {
    const {roster, record} = this.#members;
    const candidates = [this.#own(), ...roster.frames].filter(mayLead);
    const leading = candidates.filter(({id}) => id === record.leader?.frameId);
    // While the lead changes hands, what any of them does: a button would come and go.
    return (leading.length > 0 ? leading : candidates).flatMap(({handles}) => handles);
  }

  /** What other frames have told of the call. */
  elsewhere(callId: string): HubCall | undefined {
    const known = this.#calls.elsewhere(callId);
    if (known?.card === undefined || known.card === null) return known;
    // That frame may not have heard all commands yet.
    const card = this.#commands.applied(known, known.card);
    return card.status === 'open' ? {call: known.call, card} : known;
  }

  /**
   * The call whose card is in the same portal page: a tab of the app is in it. A page has one card at a
   * time, and while a tab of the card before has not gone yet, the youngest one knows.
   */
  get callBeside(): string | null {
    const beside = new Set(this.#environment.neighbours());
    const {frames} = this.#members.roster;
    const tabs = frames.filter(({id, role, callId}) => {
      return role === 'tab' && callId !== null && beside.has(id);
    });
    return tabs.sort((a, b) => b.since - a.since)[0]?.callId ?? null;
  }

  /** Leaves the others. */
  close(): void {
    this.#stopObserving?.();
    this.#leavePage?.();
    this.#members.leave();
    this.#actions.dispose();
    this.#commands.dispose();
    this.drafts.dispose();
    this.#line.close();
    this.#calls.clear();
    this.#reach = 'none';
  }

  async #join(): Promise<void> {
    const transport = this.#line.open((hear) => this.#environment.open(this.#name, hear));
    this.#reach = transport?.reach ?? 'none';
    if (transport === null) {
      this.#changed();
      return;
    }
    await this.#members.join();
    if (!this.#members.isIn) return;
    this.announce();
    for (const call of this.#calls.own) this.#line.post({kind: 'call', call});
    this.#actions.resendOwn();
    this.drafts.join();
  }

  #post(message: HubMessage, to?: string): void {
    const tellsAll = to === undefined && (message.kind === 'hello' || message.kind === 'frame');
    if (tellsAll) this.#announced = JSON.stringify(message.frame);
    this.#line.post(message, to);
  }

  #receive(message: HubMessage, from: string): void {
    if (!this.#members.noteSender(message, from)) {
      this.#hearLast(message, from);
      return;
    }
    const isAboutCalls = this.#takeCalls(message, from);
    this.#commands.receive(message, from);
    this.#actions.receive(message, from);
    this.#members.receive(message, from);
    this.data.receive(message, from);
    this.drafts.receive(message, from);
    if (isAboutCalls) this.#host.changed();
  }

  /** What a frame has told of its card may arrive after its lock was free: it is still true. */
  #hearLast(message: HubMessage, from: string): void {
    if (message.kind !== 'call' || !this.#departed.has(from)) return;
    if (this.#takeCalls(message, from)) this.#host.changed();
  }

  #takeCalls(message: HubMessage, from: string): boolean {
    if (message.kind === 'call') return this.#calls.take(from, message.call);
    if (message.kind !== 'welcome') return false;
    const {calls, orphans} = message;
    const isNews = calls.map((call) => this.#calls.take(from, call)).includes(true);
    for (const call of orphans) this.#calls.adopt(call);
    return isNews || orphans.length > 0;
  }

  /** What a new frame should know. A call is told by those who have its card, while there are any. */
  #welcome(): HubMessage {
    const {leader} = this.#members.record;
    return {
      kind: 'welcome',
      frame: this.#own(),
      epoch: leader?.epoch ?? 0,
      leaderId: leader?.frameId ?? null,
      calls: this.#calls.own,
      orphans: this.#calls.orphans,
      settings: this.#commands.settings,
      actions: this.#actions.open.slice(0, MOST_HUB_ITEMS),
    };
  }

  #changed(): void {
    const frames = [this.#own(), ...this.#members.roster.frames];
    this.#calls.prune((callId) => frames.some((frame) => frame.callId === callId));
    if (!this.leads) this.#actions.endTerm();
    // The app hears that it leads before it hears of the first action.
    this.#host.changed();
    this.#actions.beginOpenActions();
  }

  /** A frame is there no more: nobody waits for it. */
  #left(frameId: string): void {
    if (this.#departed.size < MOST_DEPARTED) this.#departed.add(frameId);
    this.#commands.left(frameId);
    this.data.left(frameId);
    this.drafts.left(frameId);
  }

  #follow(change: PageChange): void {
    if (change === 'awake') {
      void this.#join();
      return;
    }
    this.#members.leave();
    this.#actions.leave();
    // An open channel would keep the page out of the back-forward cache.
    this.#line.close();
    this.#changed();
  }

  #lead(): 'own' | 'other' | 'none' {
    // Where nobody can be reached, nobody else leads.
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
