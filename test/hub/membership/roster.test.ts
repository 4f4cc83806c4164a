/** The frames that have described themselves, and what each of them can do. */
import {expect} from '@open-wc/testing';
import {canRun, isUncertain, Roster} from '../../../src/hub/membership/roster.js';
import {hubFrame} from '../../support/hub-frames.js';

describe('the roster', () => {
  let roster: Roster;
  beforeEach(() => (roster = new Roster()));

  it('has each frame as it has described itself last', () => {
    expect(roster.put(hubFrame('a'))).to.equal(true);
    expect(roster.put(hubFrame('b'))).to.equal(true);
    expect(roster.put(hubFrame('a', {callId: 'call'}))).to.equal(true);
    expect(roster.size).to.equal(2);
    expect(roster.frames.map(({id, callId}) => [id, callId])).to.deep.equal([
      ['a', 'call'],
      ['b', null],
    ]);
    expect([roster.has('a'), roster.has('c'), roster.get('b')?.id]).to.deep.equal([
      true,
      false,
      'b',
    ]);
    expect(roster.get('c')).to.equal(undefined);
    expect([roster.remove('a'), roster.remove('a')]).to.deep.equal([true, false]);
    expect(roster.has('a')).to.equal(false);
  });

  it('has room for two hundred, and for what has changed about those', () => {
    for (let count = 0; count < 200; count += 1) roster.put(hubFrame(`f${count}`));
    expect(roster.put(hubFrame('late'))).to.equal(false);
    expect(roster.has('late')).to.equal(false);
    expect(roster.put(hubFrame('f7', {callId: 'call'}))).to.equal(true);
    expect(roster.get('f7')?.callId).to.equal('call');
  });

  it('knows when something was heard of each, and of none that it does not have', () => {
    for (const id of ['a', 'b']) roster.put(hubFrame(id));
    roster.markHeard('a', 5);
    roster.markHeard('stranger', 9);
    expect(['a', 'b', 'stranger'].map((id) => roster.heardAt(id))).to.deep.equal([5, 0, 0]);
    expect(roster.silentSince(5)).to.deep.equal(['b']);
    expect(roster.silentSince(6)).to.deep.equal(['a', 'b']);
    roster.remove('a');
    roster.put(hubFrame('a'));
    expect(roster.heardAt('a')).to.equal(0);
    roster.markHeard('a', 7);
    roster.clear();
    expect([roster.size, roster.heardAt('a')]).to.deep.equal([0, 0]);
  });

  it('has the youngest of some frames that is in a tab with a call', () => {
    roster.put(hubFrame('old', {role: 'tab', callId: 'a', since: 1}));
    roster.put(hubFrame('young', {role: 'tab', callId: 'b', since: 5}));
    roster.put(hubFrame('middle', {role: 'tab', callId: 'c', since: 3}));
    roster.put(hubFrame('elsewhere', {role: 'tab', callId: 'd', since: 9}));
    roster.put(hubFrame('without', {role: 'tab', callId: null, since: 9}));
    roster.put(hubFrame('worker', {role: 'worker', callId: 'e', since: 9}));
    const ids = ['old', 'young', 'middle', 'without', 'worker'];
    expect(roster.youngestTab(new Set(ids))?.id).to.equal('young');
    expect(roster.youngestTab(new Set(['without', 'worker']))).to.equal(undefined);
  });

  it('has those that may lead in their order', () => {
    roster.put(hubFrame('silent', {rank: 'none'}));
    roster.put(hubFrame('young', {since: 9}));
    roster.put(hubFrame('old', {since: 1}));
    const own = hubFrame('own', {since: 5});
    expect(roster.candidates(own).map(({id}) => id)).to.deep.equal(['old', 'own', 'young']);
    const none = {...own, rank: 'none'} as const;
    expect(roster.candidates(none).map(({id}) => id)).to.deep.equal(['old', 'young']);
  });
});

describe('whether a frame can run a command for a call', () => {
  it('is said by its commands and its call', () => {
    const frame = hubFrame('a', {callId: 'call', commands: ['setMute']});
    expect(canRun(frame, 'setMute', 'call')).to.equal(true);
    expect(canRun(frame, 'setMute', 'another')).to.equal(false);
    expect(canRun(frame, 'setMute', null)).to.equal(false);
    expect(canRun(frame, 'setHold', 'call')).to.equal(false);
  });

  it('is not certain of a worker that has been told of no call, and so it is asked', () => {
    const worker = hubFrame('a', {callId: null, commands: ['setMute']});
    expect(canRun(worker, 'setMute', 'call')).to.equal(true);
    expect(isUncertain(worker)).to.equal(true);
    expect(isUncertain({...worker, callId: 'call'})).to.equal(false);
    const tab = {...worker, role: 'tab'} as const;
    expect([isUncertain(tab), canRun(tab, 'setMute', 'call')]).to.deep.equal([false, false]);
    expect(canRun(tab, 'setMute', null)).to.equal(true);
  });
});
