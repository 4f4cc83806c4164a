/** The clients of campaigns as a tab in the card lives through them: the frame stays, the call changes. */
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import type {DeskHost} from './desk-host.js';

export interface TabCall {
  readonly host: DeskHost;
  readonly controller: CallCardController;
  readonly pass: (milliseconds: number) => Promise<void>;
  readonly run: (command: CardCommand) => Promise<string | undefined>;
  readonly index: number;
}

/** One client: the record changes quickly, the call goes through its states, the card is held. */
export async function client(call: TabCall): Promise<void> {
  const {host, controller, pass, run, index} = call;
  host.desk.nextClient({
    entity: index % 7 === 0 ? null : {typeId: 3, id: index + 1},
    bindings: [{typeId: 2, id: index + 1}],
    phoneNumber: `+4930${index}`,
  });
  // The card loads, refreshes, and the operator binds a record: all within a moment.
  for (let burst = 0; burst < 5; burst += 1) {
    host.desk.changeCall({bindings: [{typeId: 2, id: index + burst + 1}]});
    if (burst % 2 === 0) await pass(1);
  }
  host.desk.setProgress('connecting');
  await pass(50);
  host.desk.setProgress('connected');
  const note = controller.holdOpen(`note ${index}`);
  await pass(500);
  const form = controller.holdOpen('form', {onBeforeClose: () => undefined});
  await pass(40_000);
  await run({name: 'getStatus', parameters: {}});
  await run({name: 'setMute', parameters: {muted: true}});
  host.desk.setProgress('idle');
  if (index % 3 === 0) host.desk.sendBeforeClose();
  await pass(50);
  for (const hold of [await note, await form]) {
    const released = hold.release();
    await pass(50);
    await released;
  }
  if (index % 10 === 0) await run({name: 'disableAutoClose', parameters: {}});
  if (index % 10 === 5) await run({name: 'enableAutoClose', parameters: {}});
}
