/** Which frame of the app leads, and what the ways of choosing it have in common. */
import {hasBetterRank, isBetterSuited, mayLead, type HubFrame} from '../../model/hub/hub-frame.js';
import type {HubMessage} from '../../model/hub/hub-message.js';
import type {AnnouncedAction} from '../../model/card/operator-action.js';
import type {Roster} from '../membership/roster.js';

/** The frame that leads, as this frame knows it. */
export interface Leader {
  readonly frameId: string;
  /** Grows with every change of the leader; a higher one is newer. */
  readonly epoch: number;
}

/** A way of choosing the leader. */
export interface LeaderElection {
  /** Begins to take part. */
  start(): void;
  /** Something about the frames has changed: this one may have to lead now, or to stop. */
  review(): void;
  /** Takes over from a leader that does not answer. */
  takeOver(): void;
  /** Ends taking part, and leading. */
  stop(): void;
  /** Another frame says that it leads. */
  heardLeader(leader: Leader): void;
}

export interface LeaderRecordOptions {
  readonly roster: Roster;
  /** This frame as it presently is. */
  readonly own: () => HubFrame;
  readonly post: (message: HubMessage) => void;
  /** The leader is another one now, or none. */
  readonly changed: () => void;
}

/** Which frame leads, as far as this one has heard. */
export class LeaderRecord {
  readonly #options: LeaderRecordOptions;
  #leader: Leader | null = null;
  #epoch = 0;

  constructor(options: LeaderRecordOptions) {
    this.#options = options;
  }

  get leader(): Leader | null {
    return this.#leader;
  }

  get leads(): boolean {
    return this.#leader?.frameId === this.#options.own().id;
  }

  /** The highest epoch that was heard of. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Whether this frame may lead beside the others: of those that are suited alike each may. */
  get isSuited(): boolean {
    return this.#isAmongBest(isBetterSuited);
  }

  /** The same by its rank alone. */
  get hasRank(): boolean {
    return this.#isAmongBest(hasBetterRank);
  }

  /** True when no other frame comes before this one. */
  get isFirst(): boolean {
    const {roster, own} = this.#options;
    return roster.candidates(own())[0]?.id === own().id;
  }

  /** What the leader does of the actions that not every app does. */
  get handles(): readonly AnnouncedAction[] {
    const {roster, own} = this.#options;
    const candidates = roster.candidates(own());
    const leading = candidates.filter(({id}) => id === this.#leader?.frameId);
    // While the lead changes hands, what any of them does: a button would come and go.
    return (leading.length > 0 ? leading : candidates).flatMap(({handles}) => handles);
  }

  /** This frame leads from now on, and tells so. */
  gained(): void {
    this.#epoch += 1;
    this.tell();
    this.#set({frameId: this.#options.own().id, epoch: this.#epoch});
  }

  /** Says again that this frame leads. */
  tell(): void {
    this.#options.post({kind: 'lead', epoch: this.#epoch});
  }

  /** This frame has lost the lead; another one may take it. */
  resigned(): void {
    if (!this.leads) return;
    this.#options.post({kind: 'resign', epoch: this.#epoch});
    this.#set(null);
  }

  /** Takes a leader that was heard of. Returns false for one of the past. */
  take(leader: Leader): boolean {
    if (leader.epoch < this.#epoch) return false;
    this.#epoch = leader.epoch;
    this.#set(leader);
    return true;
  }

  /** The frame has gone, or does not lead any more. */
  end(frameId: string): void {
    if (this.#leader?.frameId === frameId) this.#set(null);
  }

  /** This frame hears nothing more of who leads. */
  forget(): void {
    this.#leader = null;
  }

  #isAmongBest(isBetter: (a: HubFrame, b: HubFrame) => boolean): boolean {
    const {roster} = this.#options;
    const own = this.#options.own();
    return mayLead(own) && !roster.frames.some((frame) => isBetter(frame, own));
  }

  #set(leader: Leader | null): void {
    const before = this.#leader;
    this.#leader = leader;
    if (before?.frameId !== leader?.frameId || before?.epoch !== leader?.epoch) {
      this.#options.changed();
    }
  }
}
