/** The one place where the snapshot changes. */
import {expect} from '@open-wc/testing';
import {NO_PEERS, SnapshotStore} from '../../src/controller/snapshot-store.js';
import type {Snapshot} from '../../src/controller/snapshot.js';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {problem} from '../../src/model/parse/reading.js';
import {fakeSession} from '../support/fake-portal.js';

describe('the store of snapshots', () => {
  let store: SnapshotStore;
  let seen: Snapshot[];

  beforeEach(() => {
    store = new SnapshotStore();
    seen = [];
    store.subscribe((snapshot) => seen.push(snapshot));
    seen.length = 0;
  });

  function connect(session = fakeSession()): void {
    store.connecting();
    store.connected(session);
    store.ready(session);
    seen.length = 0;
  }

  it('tells of a change of what the app handles, once, and not before it is ready', () => {
    store.handle(['next']);
    expect([seen.length, store.snapshot.handles]).to.deep.equal([0, []]);
    connect();
    expect(store.snapshot.handles).to.deep.equal(['next']);
    store.handle(['next']);
    expect(seen).to.deep.equal([]);
    store.handle([]);
    expect(seen.map(({handles}) => handles)).to.deep.equal([[]]);
  });

  it('tells of what other frames know, and not before it is ready', () => {
    const peers = {...NO_PEERS, handles: ['next'] as const, lostAt: () => 7};
    store.setPeerState(peers);
    expect(seen).to.deep.equal([]);
    connect();
    expect(store.snapshot).to.deep.include({handles: ['next'], cardLostAt: 7});
    store.setPeerState({...NO_PEERS, cardFor: () => OPENED_CARD});
    expect(seen).to.have.length(1);
    expect(store.snapshot.card).to.equal(OPENED_CARD);
    expect(store.ownCard).to.deep.equal({status: 'unseen'});
  });

  it('has no card that is lost where this frame has seen one itself', () => {
    connect();
    store.setPeerState({...NO_PEERS, lostAt: () => 7});
    store.update({card: OPENED_CARD});
    expect(store.snapshot.cardLostAt).to.equal(null);
  });

  it('takes a newer list of what the placement offers, before and after it is ready', () => {
    const none = {commands: new Set<string>(), events: new Set<string>()};
    connect();
    store.offer(none);
    expect(store.snapshot.commands.getStatus.status).to.equal('unavailable');
    expect(seen).to.have.length(1);
    store.connecting();
    store.connected(fakeSession());
    seen.length = 0;
    store.offer(none);
    expect(seen).to.deep.equal([]);
    expect(store.ownCommands.getStatus.status).to.equal('unavailable');
  });

  it('numbers cards, and knows since when the present one is there', () => {
    expect([store.cardNumber, store.cardSince]).to.deep.equal([0, null]);
    store.cardOpened(5.4);
    store.cardOpened(7.6);
    expect([store.cardNumber, store.cardSince]).to.deep.equal([2, 8]);
  });

  it('tells of nothing that was like this before', () => {
    connect();
    const {call} = store.snapshot;
    store.update({call});
    store.update({});
    expect(seen).to.deep.equal([]);
    store.update({call, card: OPENED_CARD});
    expect(seen).to.have.length(1);
    store.update({card: OPENED_CARD});
    expect(seen).to.have.length(1);
  });

  it('names where a problem is, and keeps the newest twenty', () => {
    store.addProblems('nowhere', []);
    expect(seen).to.deep.equal([]);
    store.addProblems('status', [problem('', 'a', 1), problem('path', 'b', 2)]);
    expect(store.snapshot.problems.map(({path}) => path)).to.deep.equal(['status', 'status path']);
    for (let count = 0; count < 19; count += 1)
      store.addProblems(`p${count}`, [problem('', 'a', 1)]);
    expect(store.snapshot.problems).to.have.length(20);
    expect(store.snapshot.problems[0]?.path).to.equal('status path');
  });

  it('begins anew without the card and the problems of before', () => {
    connect();
    store.update({card: OPENED_CARD});
    store.addProblems('a', [problem('', 'a', 1)]);
    store.connecting();
    expect([store.snapshot.card, store.ownCard]).to.deep.equal([
      {status: 'unseen'},
      {status: 'unseen'},
    ]);
    expect([store.call, store.snapshot.problems]).to.deep.equal([null, []]);
    store.failed(new CallCardError('timeout', 'Silence.'));
    expect(store.snapshot).to.have.nested.property('error.code', 'timeout');
    expect(store.snapshot.commands.getStatus).to.include({reason: 'not-connected'});
  });

  it('tells of its end, and then nobody of anything', () => {
    connect();
    store.dispose();
    expect(seen.map(({status}) => status)).to.deep.equal(['connecting']);
    expect(store.ownCommands.getStatus).to.deep.equal({
      status: 'unavailable',
      reason: 'not-connected',
    });
    store.update({card: OPENED_CARD});
    expect(seen).to.have.length(1);
  });
});
