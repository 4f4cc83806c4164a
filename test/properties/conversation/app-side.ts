/** What the app does in a conversation, and what it may expect of that at once. */
import type {CardCommand} from '../../../src/model/card/card-command.js';
import {same} from '../expectations.js';
import {tally} from '../tally.js';
import {wireOf} from './expected-state.js';
import {areRight} from './facts.js';
import type {Step} from './steps.js';
import type {HeldOpen, World} from './world.js';

type CommandStep = Extract<Step, {kind: 'command'}>;

/** Runs a command; what may not be sent must not be sent. */
export function command(world: World, {name, parameters}: CommandStep): void {
  tally.commands += 1;
  const availability = world.expected.availability(name);
  const reason = availability.status === 'unavailable' ? availability.reason : undefined;
  const before = world.host.posted.length;
  const asked = {name, parameters} as CardCommand;
  const promise = world.controller.run(asked as Extract<CardCommand, {name: 'close'}>);
  const sent = world.host.posted.slice(before);
  const what = `${name} ${JSON.stringify(parameters)}`;
  const wires = sent.map((message) => [message.command, message.parameters ?? {}]);
  const code = rejectionCode({kind: 'command', name, parameters}, reason);
  if (reason === 'unsupported') {
    // The list is read again before it is refused.
    same(wires, [['getInterface', {}]], `what is sent for ${what}`);
    world.promise(what, promise);
  } else if (code === undefined) {
    same(wires, [[wireOf(name), parameters]], `what is sent for ${what}`);
    const message = world.expected.asked.get(sent[0]?.callback ?? '');
    world.promise(what, promise, {asked: message});
  } else {
    same(wires, [], `what is sent for ${what}`);
    world.promise(what, promise, {code});
  }
}

/** What a command is refused with before it is sent. */
function rejectionCode(
  {name, parameters}: CommandStep,
  reason: string | undefined,
): string | undefined {
  if (!areRight(name, parameters)) {
    return name === 'setUiState' ? 'invalid-ui-state' : 'missing-field';
  }
  if (reason === undefined || reason === 'no-card') return undefined;
  return reason === 'wrong-placement' ? 'unsupported' : 'disconnected';
}

export function hold(world: World, reason: string): void {
  const held: HeldOpen = {reason, hold: undefined, failed: false, released: false};
  world.holds.push(held);
  const promise = world.controller.holdOpen(reason).then(
    (given) => (held.hold = given),
    (error: unknown) => {
      held.failed = true;
      throw error;
    },
  );
  world.promise('holdOpen', promise);
}

export function release(world: World, which: number): void {
  const held = world.holds.filter((item) => item.hold !== undefined && !item.released);
  const chosen = held[which % held.length];
  if (chosen?.hold === undefined) return;
  chosen.released = true;
  world.promise('release', chosen.hold.release());
}

export function openPath(world: World): void {
  world.promise('openPath', world.controller.openPath('/crm/deal/details/25/'));
}
