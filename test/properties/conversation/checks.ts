/** What must be so after every step of a conversation, and at its end. */
import type {Diagnostics} from '../../../src/controller/telemetry/diagnostics.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {holds, same} from '../expectations.js';
import {ALL_COMMANDS} from './facts.js';
import type {Pending, World} from './world.js';

export function check(world: World): void {
  world.pending.forEach(checkOutcome);
  if (world.hasEnded) {
    checkEnd(world);
    return;
  }
  world.listeners.check();
  const {snapshot, diagnostics} = world.controller;
  const {expected} = world;
  same(snapshot.status, expected.phase, 'the connection');
  same(snapshot.placement, expected.placement, 'the placement');
  same(snapshot.card, expected.card.card, 'the card');
  const callId = snapshot.call?.id ?? null;
  holds(expected.callIds.has(callId), () => `the call is ${String(callId)}`);
  for (const name of Object.values(ALL_COMMANDS)) {
    same(snapshot.commands[name], expected.availability(name), `whether ${name} can be called`);
  }
  checkAutoClose(world);
  for (const [name, count] of Object.entries(world.counts)) {
    same(diagnostics[name as keyof Diagnostics], count, `the count of ${name}`);
  }
}

function checkEnd({controller}: World): void {
  const {status, commands} = controller.snapshot;
  holds(status !== 'ready', () => 'ready after the end');
  for (const command of Object.values(commands)) same(command.status, 'unavailable', 'a command');
}

function checkAutoClose({controller, expected, pending, holds: all}: World): void {
  const {autoClose} = controller.snapshot;
  same(autoClose.status, expected.autoClose.status, 'auto-close');
  if (autoClose.status === 'normal') return;
  if (autoClose.status === 'held') same(autoClose.until, expected.autoClose.until, 'held until');
  // While one is asked for or let go, its reason may be among them.
  if (pending.some(({settled}) => settled === undefined)) return;
  const reasons = all.filter(({failed, released}) => !failed && !released);
  same(
    autoClose.reasons,
    reasons.map(({reason}) => reason),
    'the reasons to hold the card',
  );
}

/** A command that was sent ends with its message, and everything fails with an error of the kit. */
function checkOutcome({what, asked, code, settled}: Pending): void {
  const expected = asked === undefined ? undefined : asked.outcome;
  if (asked !== undefined) same(settled?.status, expected?.status, `${what} is`);
  if (code !== undefined) same(settled?.status, 'failed', `${what} is`);
  if (settled?.status !== 'failed') return;
  const {error} = settled;
  holds(error instanceof CallCardError, () => `${what} failed with ${String(error)}`);
  const expectedCode = expected?.status === 'failed' ? expected.code : code;
  if (expectedCode !== undefined) same(error.code, expectedCode, `${what} fails with`);
}

export function checkAllSettled(world: World, but?: string): void {
  for (const {what, settled} of world.pending) {
    holds(what === but || settled !== undefined, () => `${what} is never settled`);
  }
}

/** `EntityChanged` has no bindings: the status is read after it. */
export function checkRecordWasRead({expected}: World): void {
  const {changedAt, phase} = expected;
  if (changedAt === null || phase !== 'ready') return;
  if (expected.availability('getStatus').status === 'unavailable') return;
  const read = [...expected.asked.values()].some(
    ({name, order}) => name === 'getStatus' && order > changedAt,
  );
  holds(read, () => 'the status was not read after the record changed');
}
