/** Holds the present snapshot: the one place where it changes, and where everyone hears of it. */
import type {CallCardError} from '../model/call-card-error.js';
import type {Problem} from '../model/reading.js';
import type {PortalSession} from '../model/session.js';
import type {PlacementInterface} from '../model/init-data.js';
import {commandsIn, noCommands} from './availability.js';
import {Emitter} from './emitter.js';
import type {ConnectingSnapshot, ReadySnapshot, Snapshot} from './snapshot.js';

/** A portal that sends the same nonsense all day must not fill the memory. */
const MOST_PROBLEMS = 20;

const CONNECTING: ConnectingSnapshot = {
  status: 'connecting',
  placement: null,
  call: null,
  card: {status: 'unseen'},
  autoClose: {status: 'normal'},
  commands: noCommands('connecting'),
  problems: [],
};

export type SnapshotChange = Partial<
  Pick<ReadySnapshot, 'call' | 'card' | 'autoClose' | 'problems'>
>;

export class SnapshotStore {
  readonly #listeners = new Emitter<Snapshot>();
  #snapshot: Snapshot = Object.freeze({...CONNECTING});
  #offered: PlacementInterface | null = null;

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Hears every new snapshot, the present one at once. Returns the undo. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    const undo = this.#listeners.add(listener);
    listener(this.#snapshot);
    return undo;
  }

  /** Begins anew. */
  connecting(): void {
    this.#set({...CONNECTING});
  }

  failed(error: CallCardError): void {
    this.#set({...CONNECTING, status: 'failed', error, commands: noCommands('not-connected')});
  }

  ready(session: PortalSession): void {
    const {placement, language, origin} = session;
    const {card, call, autoClose, problems} = this.#snapshot;
    this.#offered = session.interface;
    this.#set({
      status: 'ready',
      placement,
      language,
      origin,
      // An event may have told of the call already, and then knows better.
      call: call ?? (placement.kind === 'call-card' ? placement.call : null),
      card,
      autoClose,
      commands: commandsIn(placement, this.#offered, card),
      problems: newest([...problems, ...session.problems]),
    });
  }

  /** Changes what is named; everyone hears of it unless it all was like this before. */
  update(change: SnapshotChange): void {
    const present = this.#snapshot;
    const keys = Object.keys(change) as (keyof SnapshotChange)[];
    if (keys.every((key) => change[key] === present[key])) return;
    if (present.status !== 'ready') {
      this.#set({...present, ...change});
      return;
    }
    const card = change.card ?? present.card;
    const commands = commandsIn(present.placement, this.#offered, card);
    this.#set({...present, ...change, commands});
  }

  /** Takes a newer list of what the placement offers. */
  offer(offered: PlacementInterface): void {
    this.#offered = offered;
    const present = this.#snapshot;
    if (present.status !== 'ready') return;
    this.#set({...present, commands: commandsIn(present.placement, offered, present.card)});
  }

  /** Names what could not be read; the newest are kept. */
  note(source: string, problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const named = problems.map((item) => ({...item, path: `${source} ${item.path}`.trim()}));
    this.update({problems: newest([...this.#snapshot.problems, ...named])});
  }

  /** The end: nothing can be called any more, and nobody listens. */
  dispose(): void {
    this.#set({...CONNECTING, commands: noCommands('not-connected')});
    this.#listeners.clear();
  }

  #set(snapshot: Snapshot): void {
    this.#snapshot = Object.freeze(snapshot);
    this.#listeners.emit(snapshot);
  }
}

function newest(problems: readonly Problem[]): readonly Problem[] {
  return problems.slice(-MOST_PROBLEMS);
}
