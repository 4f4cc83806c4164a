/** One frame that relays commands and serves those of others, which the test plays. */
import {CommandRelay} from '../../src/hub/commands/command-relay.js';
import {Roster} from '../../src/hub/membership/roster.js';
import {SharedCalls} from '../../src/hub/sharing/shared-calls.js';
import {readCall} from '../../src/model/call/call.js';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import type {HubFrame} from '../../src/model/hub/hub-frame.js';
import type {HubMessage, HubSetting} from '../../src/model/hub/hub-message.js';
import {CALL_OPTIONS} from './fake-portal.js';
import {hubFrame} from './hub-frames.js';
import {ManualTime, settled} from './manual-time.js';

export const mute = (muted: boolean): CardCommand => ({name: 'setMute', parameters: {muted}});

export class RelayStage {
  readonly time = new ManualTime();
  readonly roster = new Roster();
  readonly calls: SharedCalls;
  readonly relay: CommandRelay;
  readonly posted: {readonly message: HubMessage; readonly to: string | undefined}[] = [];
  readonly ran: {readonly command: CardCommand; readonly callId: string | null}[] = [];
  own: HubFrame = hubFrame('own', {callId: 'call', commands: ['setMute', 'close', 'getStatus']});
  answer: () => Promise<unknown> = () => Promise.resolve('own value');
  #ids = 0;

  constructor() {
    this.calls = new SharedCalls('own', this.time, () => 1);
    this.relay = new CommandRelay({
      roster: this.roster,
      calls: this.calls,
      own: () => this.own,
      post: (message, to) => this.posted.push({message, to}),
      clock: this.time,
      newId: () => `c${(this.#ids += 1)}`,
      host: {
        runHere: (command, callId) => {
          this.ran.push({command, callId});
          return this.answer();
        },
      },
    });
  }

  /** Another worker, with the call. */
  meet(id: string, frame: Partial<HubFrame> = {}): void {
    this.roster.put(hubFrame(id, {callId: 'call', commands: ['setMute', 'close'], ...frame}));
  }

  /** This frame shows a card of the call. */
  show(cardNumber: number, id = 'call'): void {
    const {value} = readCall({...CALL_OPTIONS, CALL_ID: id});
    if (value !== null) this.calls.takeOwn({call: value, card: OPENED_CARD}, cardNumber);
  }

  /** Another frame sends a command. */
  async hear(command: CardCommand, more: Partial<HubSetting> & {id?: string} = {}): Promise<void> {
    const {id = 'x1', ...setting} = more;
    const stamp = {count: 50, frameId: 'other'};
    this.relay.receive(
      {kind: 'command', id, callId: 'call', opening: 1, stamp, command, ...setting},
      'other',
    );
    await settled();
  }

  outcome(
    from: string,
    outcome: Extract<HubMessage, {kind: 'outcome'}>['outcome'],
    id = 'c1',
  ): void {
    this.relay.receive({kind: 'outcome', id, outcome}, from);
  }

  get outcomes(): readonly unknown[] {
    return this.posted.flatMap(({message, to}) =>
      message.kind === 'outcome' ? [{to, id: message.id, ...message.outcome}] : [],
    );
  }
}
