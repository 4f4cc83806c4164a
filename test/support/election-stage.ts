/** One frame that takes part in an election, beside others that only exist in its roster. */
import {LeaderRecord} from '../../src/hub/election/leader-election.js';
import {Roster} from '../../src/hub/membership/roster.js';
import type {HubFrame} from '../../src/model/hub/hub-frame.js';
import type {HubMessage} from '../../src/model/hub/hub-message.js';
import {hubFrame} from './hub-frames.js';
import {ManualTime} from './manual-time.js';

export class ElectionStage {
  readonly time = new ManualTime();
  readonly roster = new Roster();
  readonly record: LeaderRecord;
  own: HubFrame;
  /** What was posted, each with its epoch where it has one: `lead 1`. */
  readonly said: string[] = [];
  /** How often the leader was another one. */
  changes = 0;

  constructor(own: Partial<HubFrame> = {}) {
    this.own = hubFrame('own', {since: 50, ...own});
    this.record = new LeaderRecord({
      roster: this.roster,
      own: () => this.own,
      post: (message) => this.post(message),
      changed: () => (this.changes += 1),
    });
  }

  readonly post = (message: HubMessage): void => {
    const epoch = 'epoch' in message ? ` ${message.epoch}` : '';
    this.said.push(`${message.kind}${epoch}`);
  };

  /** Another frame comes, or describes itself anew. */
  meet(id: string, frame: Partial<HubFrame> = {}): void {
    this.roster.put(hubFrame(id, frame));
  }
}
