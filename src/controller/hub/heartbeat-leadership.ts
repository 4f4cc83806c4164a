/**
 * The leader without locks: it says several times a second that it is there, and when it falls silent
 * the next in order takes over with a higher epoch. Of two that lead at once, the higher epoch wins,
 * and of equal ones the better suited frame.
 */
import {byPrecedence, type HubFrame} from '../../model/hub-frame.js';
import type {HubMessage} from '../../model/hub-message.js';
import type {Clock} from '../clock.js';
import type {Leader, LeaderRecord, Leadership} from './leadership.js';
import type {Roster} from './roster.js';
import {afterUnlessAsleep} from './standstill.js';

/** How often a leader says that it is there, in milliseconds. Background tabs run timers each second. */
const BEAT_MS = 500;
/** How often the others look whether it has, in milliseconds. */
const LOOK_MS = 250;
/** How long it may be silent, in milliseconds. */
const SILENCE_MS = 1250;
/** How much later each next frame in the order claims the lead, in milliseconds. */
const STEP_MS = 250;

export interface HeartbeatLeadershipOptions {
  readonly record: LeaderRecord;
  readonly roster: Roster;
  readonly own: () => HubFrame;
  readonly post: (message: HubMessage) => void;
  readonly clock: Clock;
  /** A frame that should have led is silent. */
  readonly gone: (frameId: string) => void;
}

export class HeartbeatLeadership implements Leadership {
  readonly #options: HeartbeatLeadershipOptions;
  #heardAt = 0;
  #cancelTick: (() => void) | undefined;

  constructor(options: HeartbeatLeadershipOptions) {
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
    if (record.leads && !record.isFirst) record.resigned();
    else if (record.leader === null && record.isFirst) record.gained();
  }

  takeOver(): void {
    const {record} = this.#options;
    if (!record.leads && this.#cancelTick !== undefined) record.gained();
  }

  stop(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
    this.#options.record.resigned();
  }

  heardLeader(leader: Leader): void {
    const {record, clock} = this.#options;
    // Whoever leads with a lower epoch has slept, or has only just come: it hears who leads now.
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
    const {clock, record, post} = this.#options;
    this.#cancelTick = afterUnlessAsleep(clock, record.leads ? BEAT_MS : LOOK_MS, (hasSlept) => {
      this.#tick();
      // Who has slept has not heard the leader, and that is not its silence.
      if (hasSlept) this.#heardAt = clock.now();
      if (record.leads) post({kind: 'beat', epoch: record.epoch});
      else if (this.#mayClaim()) this.#claim();
    });
  }

  /** Whoever should have led before this frame had the time to say so. */
  #claim(): void {
    const {roster, own, record, gone} = this.#options;
    const before = roster.candidates(own()).filter((frame) => byPrecedence(frame, own()) < 0);
    for (const {id} of before) gone(id);
    if (!record.leads) record.gained();
  }

  #mayClaim(): boolean {
    const {clock, roster, own, record} = this.#options;
    const silent = record.leader?.frameId;
    const next = roster.candidates(own()).filter(({id}) => id !== silent);
    const place = next.findIndex(({id}) => id === own().id);
    // Whatever a leader says shows that it is there: one that has just begun an action goes on with it.
    const heardAt = Math.max(this.#heardAt, roster.heardAt(silent ?? ''));
    return place >= 0 && clock.now() - heardAt >= SILENCE_MS + place * STEP_MS;
  }
}
