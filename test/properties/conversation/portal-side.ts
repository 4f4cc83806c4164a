/** What the portal says in a conversation beside its script, and what others say. */
import type {EventCase} from '../arbitraries/event-values.js';
import {same} from '../expectations.js';
import {tally} from '../tally.js';
import {wireOfEvent} from './facts.js';
import type {Step} from './steps.js';
import type {World} from './world.js';

type Of<K extends Step['kind']> = Extract<Step, {kind: K}>;

/** Answers one of the messages: for the first time, again, or too late. */
export function answer(world: World, {which, waiting, text}: Of<'answer'>): void {
  const all = [...world.expected.asked].filter(
    ([, {outcome, message}]) =>
      (!waiting || outcome === undefined) && message.command !== 'getInitData',
  );
  const callback = all[which % all.length]?.[0];
  if (callback !== undefined) world.host.deliveries.push({callback, text});
}

/** Tells an event to every callback that was bound for it; the app hears the first of them. */
export function raise(world: World, event: EventCase): void {
  const text = event.raw === undefined ? '' : JSON.stringify(event.raw);
  const before = world.heard.length;
  let told = 0;
  for (const callback of callbacksOf(world, event.name)) {
    if (!world.hasEnded) {
      if (!world.host.isFirstToDeliver(event.name, callback)) world.counts.doubledEvents += 1;
      else if (world.expected.hears(event.name)) {
        told += 1;
        world.expected.happened(event);
      }
    }
    say(world, `${callback}:${text}`);
  }
  tally.events += told;
  world.counts.events += told;
  // Whoever ends it while he is told keeps the event from those who come after him.
  if (world.script.listener === 'disposes' && world.hasEnded) return;
  same(
    world.heard.slice(before),
    Array.from({length: told}, () => event.name),
    'what is heard',
  );
}

/** The same with something that is not JSON: nobody hears it. */
export function raiseBroken(world: World, {event}: Of<'broken event'>): void {
  const before = world.heard.length;
  for (const callback of callbacksOf(world, event)) {
    if (!world.hasEnded) world.counts.malformedMessages += 1;
    say(world, `${callback}:{`);
  }
  same(world.heard.slice(before), [], 'what is heard');
}

/** Somebody else pretends to be the portal. */
export function foreign(world: World, {which, text, from}: Of<'foreign'>): void {
  const bound = [...world.host.bound.values()].flat();
  const all = [...world.expected.asked.keys(), ...bound];
  const callback = all[which % all.length] ?? 'none';
  if (!world.hasEnded) world.counts.foreignMessages += 1;
  say(world, `${callback}:${text}`, {
    ...(from === 'window' ? {} : {origin: 'https://elsewhere.example'}),
    ...(from === 'origin' ? {} : {source: null}),
  });
}

/** The portal speaks to another client on the page. */
export function stranger(world: World, data: unknown): void {
  const isOfProtocol = typeof data === 'string' && data.indexOf(':') > 0;
  if (isOfProtocol && !world.hasEnded) world.counts.unknownCallbacks += 1;
  say(world, data);
}

function callbacksOf(world: World, event: EventCase['name']): readonly string[] {
  return world.host.bound.get(wireOfEvent(event)) ?? [];
}

function say(world: World, data: unknown, from: {origin?: string; source?: unknown} = {}): void {
  tally.messages += 1;
  world.host.say(data, from);
}
