/** Which frame comes to lead before which, and what one tells of itself. */
import {expect} from '@open-wc/testing';
import {
  byPrecedence,
  FRAME_ROLES,
  hasBetterRank,
  isBetterSuited,
  LEADER_RANKS,
  mayLead,
  readHubFrame,
  writeHubFrame,
  type HubFrame,
} from '../../../src/model/hub/hub-frame.js';
import {readCount, readId} from '../../../src/model/parse/hub-values.js';

const FRAME: HubFrame = {
  id: 'b',
  role: 'worker',
  since: 100,
  callId: 'call',
  client: null,
  commands: ['setMute'],
  rank: 'listening',
  handles: [],
  liveness: 'heartbeat',
  throttled: false,
};

function frame(change: Partial<HubFrame>): HubFrame {
  return {...FRAME, ...change};
}

describe('the order in which frames come to lead', () => {
  it('is that of their ranks, then of their timers, then of their age, then of their ids', () => {
    const frames = [
      frame({rank: 'engine', throttled: true, since: 300}),
      frame({rank: 'listening-worker', since: 50}),
      frame({id: 'a', rank: 'listening-worker', since: 60}),
      frame({id: 'b', rank: 'listening-worker', since: 60}),
      frame({rank: 'listening-worker', throttled: true, since: 10}),
      frame({rank: 'listening', since: 1}),
      frame({rank: 'none', since: 0}),
    ];
    expect([...frames].reverse().sort(byPrecedence)).to.deep.equal(frames);
    expect([...frames].sort(byPrecedence)).to.deep.equal(frames);
  });

  it('lets a frame displace another by rank or by timers, not by age', () => {
    const [engine, worker] = [frame({rank: 'engine'}), frame({rank: 'listening-worker'})];
    const late = frame({rank: 'listening-worker', throttled: true});
    const old = frame({rank: 'listening-worker', since: 1});
    expect([isBetterSuited(engine, worker), isBetterSuited(worker, engine)]).to.deep.equal([
      true,
      false,
    ]);
    expect([isBetterSuited(worker, late), isBetterSuited(late, worker)]).to.deep.equal([
      true,
      false,
    ]);
    expect([isBetterSuited(old, worker), isBetterSuited(worker, old)]).to.deep.equal([
      false,
      false,
    ]);
  });

  it('is by rank alone where the timers do not count', () => {
    const [worker, late] = [frame({}), frame({throttled: true})];
    expect([hasBetterRank(worker, late), hasBetterRank(late, worker)]).to.deep.equal([
      false,
      false,
    ]);
    expect(hasBetterRank(frame({rank: 'engine', throttled: true}), worker)).to.equal(true);
    expect(hasBetterRank(worker, frame({rank: 'engine'}))).to.equal(false);
  });

  it('has all but those in which no listener is', () => {
    expect(LEADER_RANKS.filter((rank) => mayLead(frame({rank})))).to.deep.equal([
      'engine',
      'listening-worker',
      'listening',
    ]);
  });
});

describe('what a frame tells of itself', () => {
  const told = writeHubFrame(FRAME);

  it('is read in each role, rank and way of being noticed', () => {
    for (const role of FRAME_ROLES) expect(readHubFrame('b', {...told, role})?.role).to.equal(role);
    for (const rank of LEADER_RANKS) {
      expect(readHubFrame('b', {...told, rank})?.rank).to.equal(rank);
    }
    expect(readHubFrame('b', told)).to.deep.equal(FRAME);
    expect(readHubFrame('b', {...told, liveness: 'locks'})?.liveness).to.equal('locks');
    expect(readHubFrame('b', {...told, liveness: undefined})?.liveness).to.equal('locks');
    expect(readHubFrame('b', {...told, throttled: true})?.throttled).to.equal(true);
    expect(readHubFrame('b', {...told, throttled: 'yes'})?.throttled).to.equal(false);
    expect(readHubFrame('b', {...told, cardSince: 7})?.cardSince).to.equal(7);
    expect(readHubFrame('b', {...told, cardSince: 'now'})).to.not.have.property('cardSince');
  });

  it('is of the frame that the message came from', () => {
    expect(readHubFrame('c', told)?.id).to.equal('c');
  });

  it('is nothing without a role, a rank, an age or a list of commands', () => {
    for (const broken of [
      null,
      [],
      {...told, role: undefined},
      {...told, rank: 'first'},
      {...told, since: '100'},
      {...told, commands: 'setMute'},
      {...told, commands: undefined},
    ]) {
      expect(readHubFrame('b', broken), JSON.stringify(broken)).to.equal(undefined);
    }
  });

  it('has of commands and actions those that this kit knows', () => {
    const read = readHubFrame('b', {
      ...told,
      commands: ['fly', 'close', 'setMute'],
      handles: ['fly', 'next'],
    });
    expect(read?.commands).to.deep.equal(['setMute', 'close']);
    expect(read?.handles).to.deep.equal(['next']);
    expect(readHubFrame('b', {...told, handles: 'next'})?.handles).to.deep.equal([]);
    expect(readHubFrame('b', {...told, callId: {}})?.callId).to.equal(null);
    expect(readHubFrame('b', {...told, client: 'nobody'})?.client).to.equal(null);
  });
});

describe('values that frames write', () => {
  it('are ids of up to eighty letters, digits and dashes', () => {
    for (const id of ['a', 'A-1_b', 'x'.repeat(80)]) expect(readId(id)).to.equal(id);
    for (const other of ['', 'x'.repeat(81), 'a b', 'a\n', ' a', 'a.', 7, null]) {
      expect(readId(other), JSON.stringify(other)).to.equal(undefined);
    }
  });

  it('are counts from nought up', () => {
    for (const count of [0, 1, 2 ** 50 - 1]) expect(readCount(count)).to.equal(count);
    for (const other of [-1, 0.5, 2 ** 50, Infinity, NaN, '1', null]) {
      expect(readCount(other), String(other)).to.equal(undefined);
    }
  });
});
