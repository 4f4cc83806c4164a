/**
 * Runs one conversation: the controller over the frame's adapter with a scripted portal, judged after
 * every step by the protocol's facts.
 */
import {same} from '../expectations.js';
import {command, hold, openPath, release} from './app-side.js';
import {check, checkAllSettled, checkRecordWasRead} from './checks.js';
import {answer, foreign, raise, raiseBroken, stranger} from './portal-side.js';
import type {Conversation, Step} from './steps.js';
import {World} from './world.js';

/** What each step does. Those that take time are awaited. */
const STEPS: {
  readonly [K in Step['kind']]: (
    world: World,
    step: Extract<Step, {kind: K}>,
  ) => void | Promise<void>;
} = {
  command,
  answer,
  event: (world, {event}) => raise(world, event),
  'broken event': raiseBroken,
  foreign,
  stranger: (world, {data}) => stranger(world, data),
  pass: (world, {milliseconds}) => world.pass(milliseconds),
  hold: (world, {reason}) => hold(world, reason),
  release: (world, {which}) => release(world, which),
  register: (world) => world.host.registerAll(),
  subscribe: (world) => world.listeners.add(),
  leave: (world, {which}) => world.listeners.leave(which),
  start: (world) => world.start(),
  resume: (world) => world.promise('resume', world.controller.resume()),
  status: (world) => world.promise('getStatus', world.controller.getStatus()),
  'open path': openPath,
  dispose: (world) => world.dispose(),
};

export async function converse(script: Conversation): Promise<void> {
  const world = new World(script);
  try {
    world.start();
    await world.settle();
    check(world);
    for (const step of script.steps) {
      await take(world, step);
      await world.settle();
      check(world);
    }
    await finish(world);
  } finally {
    await world.end();
  }
}

function take(world: World, step: Step): void | Promise<void> {
  const run = STEPS[step.kind] as (world: World, step: Step) => void | Promise<void>;
  return run(world, step);
}

/** After all limits everything is settled; after the end nothing is left and nothing is told. */
async function finish(world: World): Promise<void> {
  const {time, listeners, host} = world;
  await world.pass(70_000);
  check(world);
  // A slider may stay open for as long as a call.
  checkAllSettled(world, 'openPath');
  checkRecordWasRead(world);
  world.dispose();
  await world.settle();
  check(world);
  checkAllSettled(world);
  same(time.pending, 0, 'timers after the end');
  const {told} = listeners;
  for (const [event, callbacks] of host.bound) {
    for (const callback of callbacks) host.say(`${callback}:${event}`);
  }
  await world.pass(120_000);
  same(listeners.told, told, 'snapshots after the end');
  same(time.pending, 0, 'timers long after the end');
  same(world.reported.length, world.thrown, 'errors of listeners that were reported');
  listeners.checkSamples();
}
