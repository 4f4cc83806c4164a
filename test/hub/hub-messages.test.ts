/** Messages that no frame of the app has sent, or not like this: they change nothing, and are counted. */
import {expect} from '@open-wc/testing';
import {Hub} from '../../src/hub/hub.js';
import type {HubEnvironment} from '../../src/hub/hub-environment.js';
import {SYSTEM_CLOCK} from '../../src/model/clock.js';
import {MOST_HUB_CHARACTERS} from '../../src/model/parse/hub-values.js';
import {HUB_PROTOCOL, type HubFault} from '../../src/model/hub/hub-message.js';
import {FakeHubWorld, TAB, type FakeHubFrame} from '../support/fake-hub-world.js';
import {FakePortal} from '../support/fake-portal.js';
import {controllerOver} from '../support/controller-over.js';

/** What a frame shows of the hub, as one text. */
function pictureOf({hub, acted, ran}: FakeHubFrame): string {
  return JSON.stringify({
    state: hub.state,
    acted,
    ran,
    reach: [...hub.commands.reachableCommands('call')],
  });
}

/** A message with everything right, save for what is said otherwise. */
function written(more: object): string {
  const right = {callCardKit: HUB_PROTOCOL, hub: 'app', from: 'somebody', number: 1, to: null};
  return JSON.stringify({...right, kind: 'lead', epoch: 900, ...more});
}

function nested(depth: number): string {
  return `{"callCardKit":${HUB_PROTOCOL},"hub":"app","a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

describe('a message that is not of the app’s frames', () => {
  let world: FakeHubWorld;
  let frame: FakeHubFrame;
  let other: FakeHubFrame;

  beforeEach(async () => {
    world = new FakeHubWorld();
    other = await world.open();
    frame = await world.open(TAB);
    await world.pass(1000);
    frame.faults.length = 0;
  });

  const number = 1_000_000;
  const FOREIGN: readonly (readonly [words: string, text: () => string, fault: HubFault])[] = [
    ['under the frame’s own name', () => written({from: frame.hub.id, number}), 'forged'],
    ['that came before', () => written({from: other.hub.id, number: 1}), 'replayed'],
    ['of a stranger', () => written({}), 'stranger'],
    [
      'with a command of a stranger',
      () => {
        const stamp = {count: 99, frameId: 'somebody'};
        const command = {name: 'setMute', parameters: {muted: true}};
        return written({kind: 'command', id: 'c', callId: null, stamp, command});
      },
      'stranger',
    ],
    [
      'with an action of a stranger',
      () => written({kind: 'action', action: {id: 'a', action: {name: 'answer'}}}),
      'stranger',
    ],
    ['of a newer kit', () => written({callCardKit: HUB_PROTOCOL + 1}), 'foreign-version'],
    ['of an older kit', () => written({callCardKit: 0}), 'foreign-version'],
    [
      'that is longer than any',
      () => written({kind: 'have', key: 'k', data: 'x'.repeat(MOST_HUB_CHARACTERS)}),
      'oversized',
    ],
    ['that breaks off', () => written({}).slice(0, -3), 'malformed'],
    ['that says nothing known', () => written({kind: 'explode'}), 'malformed'],
    ['that is nested a thousand times', () => nested(1000), 'malformed'],
    ['that is nested two hundred thousand times', () => nested(200_000), 'malformed'],
  ];

  for (const [words, text, fault] of FOREIGN) {
    it(`changes nothing and is counted: ${words}`, async () => {
      const before = [pictureOf(frame), pictureOf(other)];
      frame.hear(text());
      await world.pass(1000);
      expect([pictureOf(frame), pictureOf(other)]).to.deep.equal(before);
      expect(frame.faults).to.deep.equal([fault]);
    });
  }

  it('is of no concern when it is another app’s, or no message at all', async () => {
    const before = pictureOf(frame);
    for (const text of [written({hub: 'another'}), 'hello', '', '{}']) frame.hear(text);
    await world.settle();
    expect(pictureOf(frame)).to.equal(before);
    expect(frame.faults).to.deep.equal([]);
  });

  it('counts once when it is sent twice', async () => {
    other.hub.announceCall({call: {...CALL}, card: null});
    await world.settle();
    const last = world.posted.at(-1)?.text ?? '';
    frame.hear(last);
    frame.hear(last);
    expect(frame.faults).to.deep.equal(['replayed', 'replayed']);
  });

  it('does not make the frame greet strangers without end', async () => {
    const before = world.posted.length;
    for (let count = 0; count < 1000; count += 1) frame.hear(written({from: `stranger-${count}`}));
    await world.settle();
    expect(frame.faults).to.have.length(1000);
    expect(world.posted.length - before).to.be.at.most(200);
  });

  it('does not fill the memory with frames that introduce themselves', async () => {
    const described = {role: 'worker', since: 5, callId: null, commands: [], rank: 'none'};
    for (let count = 0; count < 1000; count += 1) {
      frame.hear(written({from: `f-${count}`, kind: 'frame', frame: described}));
    }
    await world.settle();
    const {state} = frame.hub;
    expect(state.status === 'joined' && state.frames.length).to.equal(200);
  });
});

describe('the controller among strange messages', () => {
  it('counts each kind in its diagnostics, and names another version in the snapshot', async () => {
    let hear: (data: unknown) => void = () => undefined;
    let ids = 0;
    const environment: HubEnvironment = {
      clock: SYSTEM_CLOCK,
      newId: () => `id-${(ids += 1)}`,
      open: (_name, listener) => {
        hear = listener;
        return {reach: 'channel', post: () => undefined, close: () => undefined};
      },
      locks: null,
      isInSlider: false,
      enterPage: () => () => undefined,
      neighbours: () => [],
      observePage: () => () => undefined,
    };
    const controller = controllerOver(new FakePortal(), {
      openHub: (name, host) => Promise.resolve(new Hub(name, environment, host)),
    });
    const {status} = await controller.start();
    expect(status).to.equal('ready');
    const hub = 'call-card-kit member';
    for (const text of [
      written({hub, callCardKit: 7}),
      written({hub, callCardKit: 7}),
      written({hub, kind: 'explode'}),
      written({hub, kind: 'have', key: 'k', data: 'x'.repeat(MOST_HUB_CHARACTERS)}),
      written({hub, from: 'id-1'}),
      written({hub}),
      written({hub}),
    ]) {
      hear(text);
    }
    expect(controller.diagnostics).to.include({
      foreignHubMessages: 2,
      unreadableHubMessages: 2,
      forgedHubMessages: 2,
      unknownSenderMessages: 1,
    });
    const named = controller.snapshot.problems.filter(({path}) => path === 'hub');
    expect(named, 'once, however many there are').to.have.length(1);
    controller.dispose();
  });
});

const CALL = {
  id: 'externalCall.1',
  number: {kind: 'hidden'},
  line: {number: '', name: ''},
  direction: null,
  progress: null,
  entity: null,
  bindings: [],
  activityId: null,
  campaign: false,
  path: null,
} as const;
