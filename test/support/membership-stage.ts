/** One frame that takes part in a hub whose other frames the test plays; without locks, unless it has them. */
import {Membership} from '../../src/hub/membership/membership.js';
import type {HubLocks} from '../../src/hub/hub-environment.js';
import type {HubFrame} from '../../src/model/hub/hub-frame.js';
import type {HubFault, HubMessage} from '../../src/model/hub/hub-message.js';
import {hubFrame} from './hub-frames.js';
import {ManualTime, settled} from './manual-time.js';

export class MembershipStage {
  readonly time = new ManualTime();
  readonly members: Membership;
  /** What was posted, each with its receiver: `hello to all`. */
  readonly said: string[] = [];
  readonly faults: HubFault[] = [];
  readonly left: string[] = [];
  changes = 0;
  own: HubFrame = hubFrame('own', {since: 50});
  reachesAll = true;

  constructor(locks: HubLocks | null = null) {
    this.members = new Membership({
      name: 'app',
      environment: {
        clock: this.time,
        newId: () => 'id',
        open: () => null,
        locks,
        isInSlider: false,
        enterPage: () => () => undefined,
        neighbours: () => [],
        observePage: () => () => undefined,
      },
      own: () => ({...this.own, liveness: this.members.liveness}),
      post: (message, to = 'all') => this.said.push(`${named(message)} to ${to}`),
      reachesAll: () => this.reachesAll,
      welcome: () => this.welcome(),
      changed: () => (this.changes += 1),
      left: (id) => this.left.push(id),
      fault: (fault) => this.faults.push(fault),
    });
  }

  /** Joins, and lets the time pass in which others could answer. What was said until then is forgotten. */
  async join(): Promise<void> {
    const joined = this.members.join();
    await settled();
    await this.time.pass(150);
    await joined;
    this.said.length = 0;
  }

  /** Another frame sends a message. Returns whether it counts. */
  hear(message: HubMessage, from: string): boolean {
    const isKnown = this.members.noteSender(message, from);
    if (isKnown) this.members.receive(message, from);
    return isKnown;
  }

  /** Another frame describes itself. */
  meet(id: string, frame: Partial<HubFrame> = {}): void {
    this.hear({kind: 'frame', frame: hubFrame(id, {liveness: 'heartbeat', ...frame})}, id);
  }

  /** What is said from now on, without the signs of life. */
  async saidWithin(milliseconds: number): Promise<readonly string[]> {
    this.said.length = 0;
    await this.time.pass(milliseconds);
    await settled();
    return this.said.filter((text) => !/^(alive|beat)/.test(text));
  }

  welcome(leaderId: string | null = null, epoch = 0, id = 'own'): HubMessage {
    return {
      kind: 'welcome',
      frame: hubFrame(id, {liveness: 'heartbeat'}),
      epoch,
      leaderId,
      calls: [],
      orphans: [],
      settings: [],
      actions: [],
    };
  }
}

function named(message: HubMessage): string {
  if ('epoch' in message && message.kind !== 'welcome') return `${message.kind} ${message.epoch}`;
  return 'frameId' in message ? `${message.kind} ${message.frameId}` : message.kind;
}
