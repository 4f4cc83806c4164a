/** Holds the present snapshot: the one place where it changes, and that tells every listener. */
import type {CallCardError} from '../model/errors/call-card-error.js';
import type {Call} from '../model/call/call.js';
import type {CardCommandName} from '../model/card/card-command.js';
import type {AnnouncedAction} from '../model/card/operator-action.js';
import type {Problem} from '../model/parse/reading.js';
import type {PortalSession} from '../model/portal/session.js';
import type {PlacementInterface} from '../model/portal/portal-answers.js';
import {commandsIn, noCommands, type Commands} from './availability.js';
import {Emitter} from '../model/emitter.js';
import type {Card, ConnectingSnapshot, HubState, ReadySnapshot, Snapshot} from './snapshot.js';

/** A portal that sends the same nonsense all day must not fill the memory. */
const MOST_PROBLEMS = 20;

/** Before anything is known. */
export const CONNECTING_SNAPSHOT: ConnectingSnapshot = {
  status: 'connecting',
  placement: null,
  call: null,
  card: {status: 'unseen'},
  cardLostAt: null,
  autoClose: {status: 'normal'},
  commands: noCommands('connecting'),
  handles: [],
  problems: [],
  hub: {status: 'off'},
};

export type SnapshotChange = Partial<
  Pick<ReadySnapshot, 'call' | 'card' | 'autoClose' | 'problems'>
>;

/** What the app's other frames add to what this one knows. */
export interface PeerState {
  readonly state: HubState;
  readonly cardFor: (call: Call | null, own: Card) => Card;
  readonly reach: (call: Call | null) => ReadonlySet<CardCommandName>;
  /** When the last frame with the card of the call went; `null` while one has it, or none ever had. */
  readonly lostAt: (call: Call | null) => number | null;
  /** What the frame that leads does of the actions that not every app does; without a hub it is this one. */
  readonly handles: readonly AnnouncedAction[] | null;
}

/** What of a snapshot follows from the rest and from the other frames. */
type Seen = Pick<ReadySnapshot, 'card' | 'cardLostAt' | 'commands' | 'handles' | 'hub'>;

const NO_COMMANDS: ReadonlySet<CardCommandName> = new Set();

export const NO_PEERS: PeerState = {
  state: {status: 'off'},
  cardFor: (_call, own) => own,
  reach: () => NO_COMMANDS,
  lostAt: () => null,
  handles: null,
};

export class SnapshotStore {
  readonly #listeners = new Emitter<Snapshot>();
  #snapshot: Snapshot = Object.freeze({...CONNECTING_SNAPSHOT});
  #offered: PlacementInterface | null = null;
  #session: PortalSession | undefined;
  #ownCard: Card = CONNECTING_SNAPSHOT.card;
  #peerState: PeerState = NO_PEERS;
  #cardNumber = 0;
  #handles: readonly AnnouncedAction[] = [];
  #cardSince: number | null = null;

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** The card as this frame knows it from its own portal page; the snapshot may know more. */
  get ownCard(): Card {
    return this.#ownCard;
  }

  /** How many cards were opened in this frame: two calls may have one id, and two cards never one number. */
  get cardNumber(): number {
    return this.#cardNumber;
  }

  /** When the portal has told of the present card, in milliseconds since the epoch; it tells workers. */
  get cardSince(): number | null {
    return this.#cardSince;
  }

  /** What this frame's own placement can run now. */
  get ownCommands(): Commands {
    if (this.#session === undefined) return this.#snapshot.commands;
    return commandsIn(this.#session.placement, this.#offered, this.#ownCard);
  }

  /** The call, as it will be in the snapshot when the other frames have been heard. */
  get call(): Call | null {
    // An event may have told of the call already, and then knows better.
    return this.#snapshot.call ?? callIn(this.#session);
  }

  /** Hears every new snapshot, the present one at once. Returns the undo. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    const undo = this.#listeners.add(listener);
    listener(this.#snapshot);
    return undo;
  }

  /** The portal has opened a card: what is shown from now on is another one. */
  cardOpened(now: number): void {
    this.#cardNumber += 1;
    this.#cardSince = Math.round(now);
  }

  /** Names in the snapshot what could not be read, and where; the newest are kept. */
  addProblems(source: string, problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const named = problems.map((item) => ({...item, path: `${source} ${item.path}`.trim()}));
    this.update({problems: newest([...this.#snapshot.problems, ...named])});
  }

  /** Begins anew. */
  connecting(): void {
    this.#session = undefined;
    this.#ownCard = CONNECTING_SNAPSHOT.card;
    this.#set({...CONNECTING_SNAPSHOT});
  }

  failed(error: CallCardError): void {
    // What an event may have told meanwhile was of a portal that is not heard any more.
    this.#ownCard = CONNECTING_SNAPSHOT.card;
    this.#set({
      ...CONNECTING_SNAPSHOT,
      status: 'failed',
      error,
      commands: noCommands('not-connected'),
    });
  }

  /**
   * The portal has answered: its call is known, so that a record need not wait for the other frames.
   * The snapshot is ready when `ready` is called.
   */
  connected(session: PortalSession): void {
    this.#session = session;
    this.#offered = session.interface;
    this.update({call: this.call});
  }

  ready(session: PortalSession): void {
    const {placement, language, origin} = session;
    const {autoClose, problems} = this.#snapshot;
    this.#show({
      status: 'ready',
      placement,
      language,
      origin,
      call: this.call,
      autoClose,
      problems: newest([...problems, ...session.problems]),
    });
  }

  /** Takes what this frame's listeners do of the actions that not every app does. */
  handle(handles: readonly AnnouncedAction[]): void {
    if (handles.join() === this.#handles.join()) return;
    this.#handles = handles;
    if (this.#snapshot.status === 'ready') this.#show(this.#snapshot);
  }

  /** Takes what the other frames have told, which goes into the snapshot at once. */
  setPeerState(peerState: PeerState): void {
    this.#peerState = peerState;
    if (this.#snapshot.status === 'ready') this.#show(this.#snapshot);
  }

  /** Changes what is named; everyone hears of it unless it all was like this before. */
  update(change: SnapshotChange): void {
    const present = this.#snapshot;
    const known = {...present, card: this.#ownCard};
    const keys = Object.keys(change) as (keyof SnapshotChange)[];
    if (keys.every((key) => change[key] === known[key])) return;
    this.#ownCard = change.card ?? this.#ownCard;
    if (present.status === 'ready') this.#show({...present, ...change});
    else this.#set({...present, ...change});
  }

  /** Takes a newer list of what the placement offers. */
  offer(offered: PlacementInterface): void {
    this.#offered = offered;
    if (this.#snapshot.status === 'ready') this.#show(this.#snapshot);
  }

  /** The end: nothing can be called any more, and there are no listeners. */
  dispose(): void {
    this.#session = undefined;
    this.#set({...CONNECTING_SNAPSHOT, commands: noCommands('not-connected')});
    this.#listeners.clear();
  }

  /** Shows what is known, with what follows from it and from the other frames. */
  #show(known: Omit<ReadySnapshot, keyof Seen>): void {
    const {call} = known;
    const {state: hub, cardFor, reach, lostAt, handles} = this.#peerState;
    const cardLostAt = this.#ownCard.status === 'unseen' ? lostAt(call) : null;
    const others = {reach: reach(call), isLost: cardLostAt !== null};
    const seen: Seen = {
      card: cardFor(call, this.#ownCard),
      cardLostAt,
      commands: commandsIn(known.placement, this.#offered, this.#ownCard, others),
      handles: handles ?? this.#handles,
      hub,
    };
    this.#set({...known, ...seen});
  }

  #set(snapshot: Snapshot): void {
    this.#snapshot = Object.freeze(snapshot);
    this.#listeners.emit(snapshot);
  }
}

function callIn(session: PortalSession | undefined): Call | null {
  return session?.placement.kind === 'call-card' ? session.placement.call : null;
}

/** The newest problems: that many are kept. */
function newest(problems: readonly Problem[]): readonly Problem[] {
  return problems.slice(-MOST_PROBLEMS);
}
