import {expect} from '@open-wc/testing';
import {ManualClock} from '../../../../src/simulator/portal/page/clock.js';
import {Faults, type Fault} from '../../../../src/simulator/portal/frames/message-faults.js';

describe('faults on demand', () => {
  let clock: ManualClock;
  let faults: Faults;
  let sent: string[];
  const pass = (about: string, label = about): Fault['kind'] | null =>
    faults.deliver(about, (content) => sent.push(`${label} ${content}`));

  beforeEach(() => {
    clock = new ManualClock();
    faults = new Faults(clock);
    sent = [];
  });

  it('leave everything else alone, and meet only as many messages as planned', () => {
    faults.plan('a', {kind: 'drop'}, 2);
    expect([pass('b'), pass('a'), pass('a'), pass('a')]).to.deep.equal([
      null,
      'drop',
      'drop',
      null,
    ]);
    expect(sent).to.deep.equal(['b message', 'a message']);
  });

  it('meet every message with `*`', () => {
    faults.plan('*', {kind: 'drop'}, Infinity);
    pass('a');
    pass('b');
    expect(sent).to.deep.equal([]);
  });

  it('duplicate and garble', () => {
    faults.plan('a', {kind: 'duplicate'});
    faults.plan('b', {kind: 'garbage'});
    pass('a');
    pass('b');
    expect(sent).to.deep.equal(['a message', 'a message', 'b garbage']);
  });

  it('hold until they are released, in order', () => {
    faults.plan('a', {kind: 'hold', key: 'k'}, 2);
    pass('a', 'first');
    pass('a', 'second');
    expect(faults.heldCount('k')).to.equal(2);
    expect(sent).to.deep.equal([]);
    expect(faults.release('k')).to.equal(2);
    expect(sent).to.deep.equal(['first message', 'second message']);
    expect(faults.release('k')).to.equal(0);
  });

  it("come late on the portal's clock", () => {
    faults.plan('a', {kind: 'late', milliseconds: 900});
    pass('a');
    clock.advance(899);
    expect(sent).to.deep.equal([]);
    clock.advance(1);
    expect(sent).to.deep.equal(['a message']);
  });

  it('end for a name without losing what is on its way', () => {
    faults.plan('*', {kind: 'late', milliseconds: 10}, Infinity);
    faults.plan('b', {kind: 'drop'});
    pass('a');
    faults.forget('*');
    expect([pass('a'), pass('b')]).to.deep.equal([null, 'drop']);
    clock.advance(10);
    expect(sent).to.deep.equal(['a message', 'a message']);
  });

  it('are forgotten, with what they hold', () => {
    faults.plan('a', {kind: 'hold', key: 'k'});
    faults.plan('b', {kind: 'late', milliseconds: 10});
    faults.plan('c', {kind: 'drop'});
    pass('a');
    pass('b');
    faults.clear();
    clock.advance(10);
    pass('c');
    expect(faults.release('k')).to.equal(0);
    expect(sent).to.deep.equal(['c message']);
  });
});
