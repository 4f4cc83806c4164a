import {expect} from '@open-wc/testing';
import {
  continued,
  isResumed,
  LONGEST_RELOAD_MS,
  originAfter,
  readCallOrigin,
  type CallFacts,
  type CallOrigin,
} from '../../../src/model/call/call-origin.js';

const NOW = 1_000_000;
const FACTS: CallFacts = {
  callId: 'externalCall.1',
  number: '+4930123456',
  entity: {typeId: 3, id: 17},
  activityId: null,
  progress: 'connected',
  cards: [],
};
const CARDS = [{frameId: 'worker', since: 5}];

/** The origin after all these, one after the other. */
function after(...changes: readonly Partial<CallFacts>[]): CallOrigin {
  let origin: CallOrigin | null = null;
  let now = NOW;
  for (const change of changes) origin = originAfter(origin, {...FACTS, ...change}, (now += 1));
  if (origin === null) throw new Error('Nothing has happened.');
  return origin;
}

describe('the call that a page shows', () => {
  const same: readonly (readonly [string, Partial<CallFacts>])[] = [
    ['nothing changes', {}],
    ['a record is linked', {entity: {typeId: 2, id: 25}}],
    ['its activity is there', {activityId: 5}],
    ['its number is written otherwise', {number: '030 123456'}],
    ['its number is withheld', {number: null}],
    ['the conversation ends', {progress: 'idle'}],
    ['a worker tells of its card', {cards: CARDS}],
  ];
  for (const [what, change] of same) {
    it(`is the same when ${what}`, () => {
      expect(after({}, change).start).to.equal(after({}).start);
    });
  }

  const other: readonly (readonly [string, readonly Partial<CallFacts>[]])[] = [
    ['has another id', [{}, {callId: 'externalCall.2'}]],
    ['has another number', [{}, {number: '+4989765432'}]],
    ['has another activity', [{activityId: 5}, {activityId: 6}]],
    ['begins when the one before has ended', [{}, {progress: 'idle'}, {progress: 'connecting'}]],
    ['has a card of its own', [{cards: CARDS}, {cards: [{frameId: 'worker', since: 6}]}]],
  ];
  for (const [what, changes] of other) {
    it(`is another one when it ${what}`, () => {
      expect(after(...changes).start).not.to.equal(after({}).start);
    });
  }

  it('is another one in the same millisecond, too', () => {
    const first = originAfter(null, FACTS, NOW);
    const second = originAfter(first, {...FACTS, callId: 'externalCall.2'}, NOW);
    expect(second.start).not.to.equal(first.start);
    expect(originAfter(null, FACTS, NOW).start).to.equal(NOW);
  });

  it('is the same object while nothing is news', () => {
    const origin = after({});
    expect(originAfter(origin, FACTS, NOW + 9)).to.equal(origin);
  });

  it('has not ended before it has begun', () => {
    expect(after({progress: 'idle'}).phase).to.equal('before');
    expect(after({progress: 'idle'}, {progress: 'connecting'}).start).to.equal(NOW + 1);
    expect(after({}, {progress: 'idle'}).phase).to.equal('over');
  });

  it('keeps what it has known, and the card that has gone', () => {
    const origin = after({cards: CARDS, activityId: 5}, {number: null, entity: null, cards: []});
    expect(origin).to.deep.include({number: FACTS.number, entity: FACTS.entity, activityId: 5});
    expect(origin.cards).to.deep.equal(CARDS);
  });

  it('is over where the page before has seen its end', () => {
    const [before, present] = [after({}, {progress: 'idle'}), after({progress: 'idle'})];
    expect(continued(present, before)).to.deep.include({phase: 'over', start: present.start});
    expect(continued(after({}), before).phase).to.equal('talking');
  });
});

describe('the call of a page that was loaded anew', () => {
  const seen = NOW;
  const soon = NOW + LONGEST_RELOAD_MS;
  const cases: readonly (readonly [string, CallOrigin, Partial<CallFacts>, number, boolean])[] = [
    ['the one from before, soon', after({}), {}, soon, true],
    ['another one, later', after({}), {}, soon + 1, false],
    ['the one whose card was there all the time', after({cards: CARDS}), {cards: CARDS}, 9e9, true],
    [
      'another one with a new card',
      after({cards: CARDS}),
      {cards: [{frameId: 'worker', since: 6}]},
      soon,
      false,
    ],
    ['the one that has ended', after({}, {progress: 'idle'}), {progress: 'idle'}, soon, true],
    ['another one that is talked', after({}, {progress: 'idle'}), {}, soon, false],
    ['another one with another number', after({}), {number: '+4989765432'}, soon, false],
    ['another one about another record', after({}), {entity: {typeId: 3, id: 18}}, soon, false],
    ['the one without a record', after({entity: null}), {}, soon, true],
    ['another one with another id', after({}), {callId: 'externalCall.2'}, soon, false],
  ];
  for (const [what, origin, change, now, expected] of cases) {
    it(`is ${what}`, () => {
      expect(isResumed(origin, {...FACTS, ...change}, seen, now)).to.equal(expected);
    });
  }
});

describe('the origin of a call', () => {
  it('is read as it was written', () => {
    const origin = after({cards: CARDS, activityId: 5});
    expect(readCallOrigin(JSON.parse(JSON.stringify(origin)))).to.deep.equal(origin);
  });

  it('is none without an id, a start or a phase', () => {
    const {callId, start, phase, ...rest} = after({});
    for (const broken of [null, 5, {...rest, start, phase}, {...rest, callId, phase}]) {
      expect(readCallOrigin(broken)).to.equal(null);
    }
    expect(readCallOrigin({...rest, callId, start, phase: 'late'})).to.equal(null);
    expect(readCallOrigin({callId, start, phase, cards: [{frameId: 5}]})).to.deep.include({
      number: null,
      entity: null,
      cards: [],
    });
  });
});
