/** The calls of a shift as a background worker lives through them: every course that a call may take. */
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import type {OperatorAction} from '../../src/model/card/operator-action.js';
import type {CallSetup} from '../../src/simulator/portal/card/call-facts.js';
import type {DeskHost} from './desk-host.js';

export interface WorkerCall {
  readonly host: DeskHost;
  readonly controller: CallCardController;
  /** Lets time pass, with everything that happens in it. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Runs a command to its end; resolves with the code of its error, if it has one. */
  readonly run: (command: CardCommand) => Promise<string | undefined>;
  /** A number for what differs from call to call. */
  readonly index: number;
}

const RECORD: CallSetup = {entity: {typeId: 3, id: 17}, phoneNumber: '+4930123456'};

/** Each course of a call, one after the other in turn. */
export const WORKER_CALLS: readonly ((call: WorkerCall) => Promise<void>)[] = [
  answered,
  dialled,
  busy,
  transferred,
  transferFailed,
  skipped,
  failed,
  withoutMoney,
  ofAStranger,
  refused,
];

async function open(call: WorkerCall, setup: CallSetup = RECORD): Promise<void> {
  call.host.desk.start(setup);
  await call.pass(50);
}

async function click({host, pass}: WorkerCall, action: OperatorAction): Promise<void> {
  host.desk.click(action);
  await pass(50);
}

async function enter({run}: WorkerCall, uiState: string): Promise<void> {
  await run({name: 'setUiState', parameters: {uiState}} as CardCommand);
}

/** The conversation: everything that an operator may do in it. */
async function talk(call: WorkerCall): Promise<void> {
  const {run, pass, index} = call;
  await enter(call, 'connected');
  await run({name: 'setStatusText', parameters: {statusText: `call ${index}`}});
  await run({name: 'setTitle', parameters: {title: `call ${index}`}});
  await click(call, {name: 'mute', muted: true});
  await run({name: 'setMute', parameters: {muted: true}});
  await click(call, {name: 'hold', held: true});
  await run({name: 'setHold', parameters: {held: true}});
  await pass(60_000);
  await run({name: 'setHold', parameters: {held: false}});
  await click(call, {name: 'dial', digit: '5'});
  await click(call, {name: 'rate-quality', stars: 4});
  await click(call, {name: 'comment', text: `<b>${index}</b>`});
  await run({name: 'stopTimer', parameters: {}});
  await run({name: 'startTimer', parameters: {}});
}

async function hangUp(call: WorkerCall): Promise<void> {
  await click(call, {name: 'hang-up'});
  await call.run({name: 'close', parameters: {}});
}

async function answered(call: WorkerCall): Promise<void> {
  await open(call);
  await enter(call, 'incoming');
  await click(call, {name: 'answer'});
  await enter(call, 'connectingIncoming');
  await talk(call);
  await hangUp(call);
}

async function dialled(call: WorkerCall): Promise<void> {
  await open(call, {...RECORD, direction: 'outgoing'});
  await enter(call, 'connectingOutgoing');
  await talk(call);
  await hangUp(call);
}

async function busy(call: WorkerCall): Promise<void> {
  await open(call, {...RECORD, direction: 'outgoing'});
  await enter(call, 'connectingOutgoing');
  await enter(call, 'redial');
  await click(call, {name: 'make-call'});
  await enter(call, 'connectingOutgoing');
  await talk(call);
  await hangUp(call);
}

async function transferred(call: WorkerCall): Promise<void> {
  await open(call);
  await enter(call, 'transferIncoming');
  await click(call, {name: 'answer'});
  await talk(call);
  await click(call, {name: 'transfer', target: {kind: 'user', id: 5}, phoneNumber: ''});
  await enter(call, 'transferring');
  await click(call, {name: 'complete-transfer'});
  await enter(call, 'transferConnected');
  await hangUp(call);
}

async function transferFailed(call: WorkerCall): Promise<void> {
  await open(call);
  await talk(call);
  await click(call, {name: 'transfer', target: {kind: 'phone', number: '101'}, phoneNumber: '101'});
  await enter(call, 'transferring');
  await enter(call, 'transferFailed');
  await click(call, {name: 'cancel-transfer'});
  await enter(call, 'connected');
  await hangUp(call);
}

async function skipped(call: WorkerCall): Promise<void> {
  await open(call);
  await enter(call, 'incoming');
  await click(call, {name: 'skip'});
  await call.run({name: 'close', parameters: {}});
}

async function failed(call: WorkerCall): Promise<void> {
  await open(call);
  await enter(call, 'connectingOutgoing');
  await enter(call, 'error');
  await call.run({name: 'setStatusText', parameters: {statusText: 'no line'}});
  await click(call, {name: 'close'});
  call.host.desk.closeCard();
  await call.pass(50);
}

async function withoutMoney(call: WorkerCall): Promise<void> {
  await open(call);
  await enter(call, 'moneyError');
  await click(call, {name: 'notify-admin'});
  await click(call, {name: 'close'});
  await call.run({name: 'close', parameters: {}});
}

/** Without a record the portal loses the answer to the conversation's start. */
async function ofAStranger(call: WorkerCall): Promise<void> {
  await open(call, {phoneNumber: 'hidden'});
  await enter(call, 'incoming');
  await talk(call);
  call.host.desk.changeCall({entity: {typeId: 1, id: 9}});
  await call.pass(50);
  await hangUp(call);
}

/** Commands that can't be done, each for another reason. */
async function refused(call: WorkerCall): Promise<void> {
  const {run} = call;
  await run({name: 'setMute', parameters: {muted: true}});
  await open(call);
  await enter(call, 'dancing');
  await run({name: 'setMute', parameters: {muted: 'yes'}} as unknown as CardCommand);
  await run({name: 'getStatus', parameters: {}});
  await run({name: 'close', parameters: {}});
  await run({name: 'startTimer', parameters: {}});
  await run({name: 'setTitle', parameters: {title: 'nobody sees it'}});
  await run({name: 'close', parameters: {}});
}
