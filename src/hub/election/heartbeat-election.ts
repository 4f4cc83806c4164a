/**
 * The leader without locks: it says several times a second that it is there. One that falls silent is
 * asked, and only when it does not answer the next in order takes over with a higher epoch: a hidden
 * page's timers are late, its messages are not. Of two that lead at once, the higher epoch wins, and of
 * equal ones the better suited frame.
 */
import {byPrecedence, type HubFrame} from '../../model/hub/hub-frame.js';
import type {HubMessage} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';
import type {Leader, LeaderRecord, LeaderElection} from './leader-election.js';
import type {Roster} from '../membership/roster.js';

/** How often a leader says that it is there, in milliseconds. */
const BEAT_MS = 500;
/** How often the others look whether it has, in milliseconds. */
const LOOK_MS = 250;
/** How long it may be silent before it is asked, in milliseconds. */
const SILENCE_MS = 800;

export interface HeartbeatElectionOptions {
  readonly record: LeaderRecord;
  readonly roster: Roster;
  readonly own: () => HubFrame;
  readonly post: (message: HubMessage) => void;
  readonly clock: Clock;
  /** The leader, or the frame that should be it, is silent: is it there? */
  readonly probeLeader: () => void;
  /** A frame that should have led is silent. */
  readonly gone: (frameId: string) => void;
}

export class HeartbeatElection implements LeaderElection {
  readonly #options: HeartbeatElectionOptions;
  #heardAt = 0;
  /** Whether another frame was better suited when this one last said that it leads. */
  #isUnsuited = false;
  #cancelTick: (() => void) | undefined;

  constructor(options: HeartbeatElectionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#heardAt = this.#options.clock.now();
    this.#tick();
    this.review();
  }

  review(): void {
    const {record} = this.#options;
    if (this.#cancelTick === undefined) return;
    // An engine is not begun anew because an older frame has come back.
    if (record.leads && !record.hasRank) record.resigned();
    else if (record.leader === null && record.isFirst) record.gained();
  }

  /** The frames that come before this one had the time to say that they lead. */
  takeOver(): void {
    const {roster, own, record, gone} = this.#options;
    if (record.leads || this.#cancelTick === undefined) return;
    const before = roster.candidates(own()).filter((frame) => byPrecedence(frame, own()) < 0);
    for (const {id} of before) gone(id);
    this.#gain();
  }

  stop(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
    this.#options.record.resigned();
  }

  heardLeader(leader: Leader): void {
    const {record, clock} = this.#options;
    // A leader with a lower epoch has slept, or has only just come: it hears which frame leads now.
    if (!this.#yieldsTo(leader)) record.tell();
    else if (record.take(leader)) this.#heardAt = clock.now();
  }

  /** False while this frame leads with a higher epoch, or with the same one and is suited better. */
  #yieldsTo({frameId, epoch}: Leader): boolean {
    const {roster, own, record} = this.#options;
    const other = roster.get(frameId);
    if (!record.leads || epoch > record.epoch || other === undefined) return true;
    return epoch === record.epoch && byPrecedence(own(), other) > 0;
  }

  #tick(): void {
    const {clock, record, probeLeader} = this.#options;
    this.#cancelTick = clock.after(record.leads ? BEAT_MS : LOOK_MS, () => {
      this.#tick();
      if (record.leads) this.#beat();
      else if (this.#isSilent()) probeLeader();
    });
  }

  #beat(): void {
    const {record, post} = this.#options;
    post({kind: 'beat', epoch: record.epoch});
    const wasUnsuited = this.#isUnsuited;
    this.#isUnsuited = !record.isSuited;
    // Pages that are all hidden notice it at one moment, and hear it of each other after that.
    if (wasUnsuited && this.#isUnsuited) record.resigned();
  }

  #gain(): void {
    const {record} = this.#options;
    // It may have become the first already when the others went.
    if (!record.leads) record.gained();
  }

  #isSilent(): boolean {
    const {clock, roster, record} = this.#options;
    // Whatever a leader says shows that it is there.
    const heardAt = Math.max(this.#heardAt, roster.heardAt(record.leader?.frameId ?? ''));
    return clock.now() - heardAt >= SILENCE_MS;
  }
}
