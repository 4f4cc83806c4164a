/** What one frame makes of what others tell of their cards. */
import {expect} from '@open-wc/testing';
import {SharedCalls} from '../../../src/hub/sharing/shared-calls.js';
import {readCall, type Call} from '../../../src/model/call/call.js';
import {OPENED_CARD} from '../../../src/model/card/card-reducer.js';
import type {OpenCard} from '../../../src/model/card/card.js';
import type {SharedCall} from '../../../src/model/hub/hub-call.js';
import {MOST_HUB_ITEMS} from '../../../src/model/parse/hub-values.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {hubFrame} from '../../support/hub-frames.js';
import {ManualTime} from '../../support/manual-time.js';

function callOf(id: string, number = '+4930123456'): Call {
  const {value} = readCall({...CALL_OPTIONS, CALL_ID: id, PHONE_NUMBER: number});
  if (value === null) throw new Error('The call can’t be read.');
  return value;
}

function told(title: string | null, opening = 1, id = 'call'): SharedCall {
  return {call: callOf(id), card: title === null ? null : cardOf({title}), opening};
}

function cardOf(card: Partial<OpenCard>): OpenCard {
  return {...OPENED_CARD, ...card};
}

describe('the calls of all frames, as one frame knows them', () => {
  let time: ManualTime;
  let since: Record<string, number>;
  let calls: SharedCalls;

  beforeEach(() => {
    time = new ManualTime();
    since = {own: 50, old: 1, young: 99, twin: 1};
    calls = new SharedCalls('own', time, (id) => since[id] ?? Infinity);
  });

  const titles = (): readonly (string | null | undefined)[] =>
    calls.calls.map(({card}) => card?.title);
  const isShown = (): boolean => true;
  const isNotShown = (): boolean => false;

  it('are each as the card of the oldest frame shows it, whoever tells first', () => {
    expect(calls.take('young', told('young'))).to.equal(true);
    expect(calls.take('twin', told('twin'))).to.equal(true);
    expect(calls.take('old', told('old'))).to.equal(true);
    expect(titles()).to.deep.equal(['old']);
    expect(calls.take('young', told('younger')), 'that shows nowhere').to.equal(false);
    expect(calls.take('old', told('older'))).to.equal(true);
    expect(titles()).to.deep.equal(['older']);
    calls.take('old', told(null));
    expect(titles()).to.deep.equal(['twin']);
    calls.take('twin', told(null));
    expect(titles()).to.deep.equal(['younger']);
    expect(calls.take('young', told(null))).to.equal(true);
    expect(titles()).to.deep.equal([]);
    expect(calls.take('young', told(null))).to.equal(false);
  });

  it('are those of the newest opening, where the portal has used an id again', () => {
    calls.take('old', told('first', 1));
    calls.take('young', told('second', 2));
    expect(titles()).to.deep.equal(['second']);
    calls.take('twin', told('not known which', 0));
    expect(titles(), 'it may be any').to.deep.equal(['not known which']);
  });

  it('are one for each frame: what it showed before it shows no more', () => {
    calls.take('old', told('A', 1, 'a'));
    calls.take('old', told('B', 1, 'b'));
    expect(titles()).to.deep.equal(['B']);
    calls.take('old', told(null, 1, 'another'));
    expect(titles()).to.deep.equal([]);
  });

  it('tell whether a call of another frame was changed by that', () => {
    calls.take('old', told('A', 1, 'a'));
    calls.take('young', told('B', 1, 'b'));
    expect(calls.take('old', told(null, 1, 'a'))).to.equal(true);
    expect(titles()).to.deep.equal(['B']);
  });

  it('are heard from messages about calls, and from no others', () => {
    const call = told('A');
    expect(calls.receive({kind: 'call', call}, 'old')).to.equal(true);
    expect(calls.receive({kind: 'call', call: told(null)}, 'young')).to.equal(false);
    expect(calls.receive({kind: 'alive'}, 'old')).to.equal(false);
    expect(titles()).to.deep.equal(['A']);
  });

  it('are heard from a frame that welcomes this one, with those whose tellers have gone', () => {
    const welcome = (own: readonly SharedCall[], orphans: readonly SharedCall[]) =>
      ({
        kind: 'welcome',
        frame: hubFrame('old'),
        epoch: 0,
        leaderId: null,
        calls: own,
        orphans,
        settings: [],
        actions: [],
      }) as const;
    expect(calls.receive(welcome([], []), 'old')).to.equal(false);
    expect(calls.receive(welcome([told('A', 1, 'a')], []), 'old')).to.equal(true);
    expect(calls.receive(welcome([], [told('B', 1, 'b')]), 'young')).to.equal(true);
    expect(titles()).to.deep.equal(['A', 'B']);
    // A frame that has the card knows better, and one that was closed is no orphan.
    calls.receive(welcome([], [told('stale', 1, 'a'), told(null, 1, 'c')]), 'young');
    expect(titles()).to.deep.equal(['A', 'B']);
    expect(calls.orphans.map(({card}) => card?.title)).to.deep.equal(['B']);
  });

  it('are orphans when their tellers have gone, while other frames show them', () => {
    calls.take('old', told('old'));
    calls.take('young', told('young'));
    expect(calls.orphans).to.deep.equal([]);
    delete since['old'];
    calls.prune(isShown);
    expect(titles()).to.deep.equal(['young']);
    delete since['young'];
    calls.prune(isShown);
    expect(calls.orphans.map(({card}) => card?.title)).to.deep.equal(['young']);
    calls.prune(isNotShown);
    expect([calls.calls, calls.orphans]).to.deep.equal([[], []]);
  });

  it('keep one orphan of a call, of all frames that have gone', () => {
    calls.take('old', told('old'));
    calls.take('young', told('young'));
    since = {};
    calls.prune(isShown);
    expect(calls.calls).to.have.length(1);
    calls.take('late', told('late'));
    since = {late: 7};
    calls.prune(isShown);
    expect(titles()).to.deep.equal(['late']);
  });

  it('forget an orphan that any frame says is closed', () => {
    calls.take('old', told('old'));
    since = {};
    calls.prune(isShown);
    expect(calls.take('new', told(null))).to.equal(true);
    expect(calls.calls).to.deep.equal([]);
    calls.take('gone', told('B'));
    since = {there: 1};
    calls.take('there', told('C'));
    calls.take('new', told(null));
    expect(titles(), 'a frame has the card').to.include('C');
  });

  it('are bounded', () => {
    for (let count = 0; count <= MOST_HUB_ITEMS; count += 1) {
      since[`f${count}`] = count;
      calls.take(`f${count}`, told('A', 1, `call ${count}`));
    }
    expect(calls.calls).to.have.length(MOST_HUB_ITEMS);
    expect(calls.calls[0]?.call.id).to.equal('call 1');
  });

  describe('with the frame’s own card', () => {
    it('are told with the opening that it is', () => {
      expect(calls.takeOwn({call: callOf('call'), card: cardOf({})}, 1).opening).to.equal(1);
      expect(calls.own.map(({opening, call}) => [opening, call.id])).to.deep.equal([[1, 'call']]);
      expect(calls.takeOwn({call: callOf('call'), card: cardOf({})}, 2).opening).to.equal(2);
      expect([
        calls.ownOpening('call'),
        calls.ownOpening('a'),
        calls.ownOpening(null),
      ]).to.deep.equal([2, 0, 0]);
      calls.takeOwn({call: callOf('call'), card: null}, 2);
      expect(calls.own).to.deep.equal([]);
    });

    it('count as the others do, unless those have another number', () => {
      calls.take('old', told('A', 4));
      expect(calls.takeOwn({call: callOf('call'), card: cardOf({})}, 1).opening).to.equal(4);
      const second = new SharedCalls('own', time, () => 1);
      second.take('old', told('A', 4));
      const other = callOf('call', '+493099');
      expect(second.takeOwn({call: other, card: cardOf({})}, 1).opening).to.equal(5);
      for (const hidden of ['hidden', '']) {
        const third = new SharedCalls('own', time, () => 1);
        third.take('old', told('A', 4));
        const call = callOf('call', hidden);
        expect(third.takeOwn({call, card: cardOf({})}, 1).opening).to.equal(4);
        const fourth = new SharedCalls('own', time, () => 1);
        fourth.take('old', {call, card: cardOf({}), opening: 4});
        expect(fourth.takeOwn({call: callOf('call'), card: cardOf({})}, 1).opening).to.equal(4);
      }
    });

    it('know what others have told of the same card, and of no other', () => {
      expect(calls.elsewhere('call')).to.equal(undefined);
      calls.takeOwn({call: callOf('call'), card: cardOf({title: 'own'})}, 1);
      expect(calls.elsewhere('call')).to.equal(undefined);
      calls.take('young', told('young'));
      calls.take('twin', told('twin', 2));
      expect(calls.elsewhere('call')?.card?.title).to.equal('young');
      calls.take('old', told('old'));
      expect(calls.elsewhere('call')?.card?.title).to.equal('old');
    });

    it('know for which card a command is', () => {
      expect([calls.openingOf(null), calls.openingOf('call')]).to.deep.equal([0, 0]);
      calls.take('old', told('A', 3));
      calls.take('young', told('A', 7));
      expect(calls.openingOf('call')).to.equal(7);
      calls.takeOwn({call: callOf('call'), card: cardOf({})}, 1);
      calls.take('young', told('A', 9));
      expect(calls.openingOf('call'), 'its own').to.equal(7);
    });

    it('know nothing when they are cleared', () => {
      calls.takeOwn({call: callOf('call'), card: cardOf({})}, 1);
      calls.clear();
      expect([calls.calls, calls.own]).to.deep.equal([[], []]);
      expect(calls.takeOwn({call: callOf('call'), card: cardOf({})}, 1).opening).to.equal(1);
      calls.takeOwn({call: callOf('call'), card: cardOf({})}, 2);
      calls.clear();
      expect(calls.takeOwn({call: callOf('call'), card: cardOf({})}, 2).opening).to.equal(1);
    });
  });

  describe('say what a frame shows for a call', () => {
    const running = {status: 'running', startedAt: 5} as const;

    it('which is the leading card where it has none of its own', () => {
      calls.take('old', told('A'));
      const card = calls.cardFor('call', {status: 'unseen'});
      expect(card).to.deep.equal(cardOf({title: 'A'}));
      expect(calls.cardFor('another', {status: 'unseen'})).to.deep.equal({status: 'unseen'});
      expect(calls.cardFor(null, {status: 'unseen'})).to.deep.equal({status: 'unseen'});
    });

    it('which is its own where that is closed, or in another state', () => {
      calls.take('old', {...told('A'), card: cardOf({conversation: 'unknown'})});
      expect(calls.cardFor('call', {status: 'closed'})).to.deep.equal({status: 'closed'});
      const own = cardOf({uiState: {certainty: 'confirmed', value: 'connected'}});
      expect(calls.cardFor('call', own)).to.equal(own);
    });

    it('which counts from the same moment as the leading one, where both count alike', () => {
      const leading = cardOf({timer: running, conversation: 'unknown', muted: true});
      calls.take('old', {...told('A'), card: leading});
      const own = cardOf({timer: {status: 'running', startedAt: 9}, title: 'own'});
      expect(calls.cardFor('call', own)).to.deep.equal({
        ...own,
        timer: running,
        conversation: 'unknown',
      });
      const hidden = cardOf({timer: {status: 'hidden'}});
      expect(calls.cardFor('call', hidden)).to.deep.equal({...hidden, conversation: 'unknown'});
      calls.take('old', {...told('A'), card: cardOf({conversation: 'unknown'})});
      expect(calls.cardFor('call', hidden)).to.deep.equal({...hidden, conversation: 'unknown'});
    });

    it('which is of its own opening', () => {
      calls.takeOwn({call: callOf('call'), card: cardOf({title: 'own'})}, 1);
      calls.take('old', {...told('A', 2), card: cardOf({conversation: 'unknown'})});
      const own = cardOf({title: 'own'});
      expect(calls.cardFor('call', own)).to.deep.equal(own);
    });
  });

  it('say since when nobody has the card of a call', async () => {
    expect([calls.lostAt(null), calls.lostAt('call')]).to.deep.equal([null, null]);
    calls.take('old', told('A'));
    expect(calls.lostAt('call')).to.equal(null);
    since = {};
    const at = time.now();
    expect(calls.lostAt('call')).to.equal(at);
    await time.pass(1000);
    expect(calls.lostAt('call'), 'the moment stays').to.equal(at);
    since = {old: 1};
    expect(calls.lostAt('call')).to.equal(null);
    since = {};
    expect(calls.lostAt('call')).to.equal(at + 1000);
    calls.clear();
    calls.take('old', told('A'));
    await time.pass(1000);
    expect(calls.lostAt('call')).to.equal(at + 2000);
  });
});
