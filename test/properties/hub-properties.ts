/** What holds for the messages between frames: no text makes the hub throw, or believe a stranger. */
import fc from 'fast-check';
import {HUB_PROTOCOL, readHubMessage, writeHubMessage} from '../../src/model/hub/hub-message.js';
import {FakeHubWorld, TAB} from '../support/fake-hub-world.js';
import {anything, json, text} from './arbitraries/raw-values.js';
import {holds, same} from './expectations.js';
import {property, type NamedProperty} from './property.js';

const KINDS = [
  'hello',
  'welcome',
  'frame',
  'bye',
  'gone',
  'call',
  'action',
  'begun',
  'noted',
  'ended',
  'command',
  'outcome',
  'lead',
  'resign',
  'beat',
  'probe',
  'alive',
  'suspect',
  'want',
  'have',
  'lack',
  'drafts',
  'draft',
  'undraft',
  'saved',
  'saving',
  'unsaving',
];

const stamp = fc.record({count: fc.nat(), frameId: fc.constantFrom('a', 'stranger')});
const action = fc.record({
  id: fc.constantFrom('x', 'y'),
  action: fc.constantFrom(
    {name: 'answer'},
    {name: 'mute', muted: true},
    {name: 'dial', digit: '5'},
  ),
  status: fc.constantFrom('sent', 'begun'),
});

/** A message of a stranger in which much is right, or nothing. It never introduces itself. */
const body = fc.record(
  {
    callCardKit: fc.oneof({weight: 9, arbitrary: fc.constant(HUB_PROTOCOL)}, json),
    hub: fc.oneof({weight: 9, arbitrary: fc.constant('app')}, text),
    from: fc.oneof({weight: 9, arbitrary: fc.constantFrom('a', 'stranger')}, json),
    number: fc.oneof({weight: 9, arbitrary: fc.nat()}, json),
    to: fc.oneof(fc.constant(null), json),
    kind: fc.oneof({weight: 9, arbitrary: fc.constantFrom(...KINDS)}, text),
    id: fc.oneof(fc.constantFrom('x', 'y'), json),
    frameId: fc.oneof(fc.constantFrom('id-0001', 'id-0002', 'stranger'), json),
    epoch: fc.oneof(fc.nat(), json),
    action: fc.oneof(action, json),
    outcome: fc.oneof(fc.constantFrom('done', 'failed', {status: 'done', value: 1}), json),
    stamp: fc.oneof(stamp, json),
    command: fc.oneof(fc.constant({name: 'setMute', parameters: {muted: true}}), json),
    call: json,
    holder: fc.oneof(fc.constantFrom('id-0001', 'stranger'), json),
    draft: fc.oneof(fc.record({id: fc.constant('x'), content: fc.record({text})}), json),
    receipt: fc.oneof(fc.record({draftId: fc.constant('x'), at: fc.nat()}), json),
    witness: json,
  },
  {requiredKeys: ['callCardKit', 'hub', 'from', 'number', 'kind']},
);

const noise = fc.oneof(
  {weight: 6, arbitrary: body.map((value) => JSON.stringify(value))},
  {weight: 1, arbitrary: text},
  {weight: 1, arbitrary: text.map((rest) => `{"callCardKit":${rest}`)},
);

const strangers = property(
  'nothing that a stranger says to the hub changes anything',
  {short: 60, long: 2000},
  fc.array(noise, {minLength: 1, maxLength: 20}),
  async (texts) => {
    const world = new FakeHubWorld();
    const frames = [await world.open(), await world.open(TAB)];
    await world.settle();
    const picture = (): unknown =>
      frames.map(({hub, acted, ran}) => ({
        state: hub.state,
        acted,
        ran,
        open: [...hub.commands.reachableCommands('call')],
      }));
    const before = JSON.stringify(picture());
    for (const each of texts) for (const frame of frames) frame.hear(each);
    await world.settle();
    same(JSON.stringify(picture()), before, 'what the frames show');
  },
);

const anyMessage = property(
  'any message of the hub is read as it is written again, or not at all',
  {short: 2000, long: 100_000},
  fc.oneof(noise, anything),
  (data) => {
    const reading = readHubMessage(data, 'app');
    if (reading.status !== 'read') return;
    const again = readHubMessage(writeHubMessage('app', reading.envelope), 'app');
    holds(again.status === 'read', () => 'what was read could not be read again');
    same(JSON.stringify(again.envelope), JSON.stringify(reading.envelope), 'the message');
  },
);

const WORKERS = 3;
/** A page is shown, hidden, or hidden for long: its timers run when they are due, each second or minute. */
const hiding = fc.record({
  worker: fc.nat({max: WORKERS - 1}),
  period: fc.constantFrom(0, 1000, 60_000),
  then: fc.integer({min: 1, max: 150}).map((seconds) => seconds * 1000),
});

const steadyLead = property(
  'without locks the lead changes no oftener than pages are hidden or shown',
  {short: 2, long: 500},
  fc.array(hiding, {minLength: 1, maxLength: 5}),
  async (steps) => {
    const world = new FakeHubWorld({locks: 'absent'});
    for (let count = 0; count < WORKERS; count += 1) await world.open({rank: 'engine'});
    await world.open(TAB);
    await world.pass(2000);
    const {frames} = world;
    let leader = frames.find(({leads}) => leads);
    let changes = 0;
    for (const frame of frames) {
      frame.changed = () => {
        if (!frame.leads || frame === leader) return;
        leader = frame;
        changes += 1;
      };
    }
    for (const {worker, period, then} of steps) {
      frames[worker]?.throttle(period);
      await world.pass(then);
      same(frames.filter(({leads}) => leads).length, 1, 'how many lead');
    }
    holds(changes <= steps.length, () => `the lead has changed ${changes} times`);
    leader?.die();
    await world.pass(2000);
    same(frames.filter(({leads}) => leads).length, 1, 'how many lead two seconds after its end');
  },
);

/** Every property of the hub. */
export const hubProperties: readonly NamedProperty[] = [strangers, anyMessage, steadyLead];
