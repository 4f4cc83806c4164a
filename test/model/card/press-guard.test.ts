import {expect} from '@open-wc/testing';
import {
  isMeant,
  rememberPress,
  type Layout,
  type Press,
  type PressHistory,
} from '../../../src/model/card/press-guard.js';

const LEFT = {left: 0, top: 0, right: 100, bottom: 30};
const RIGHT = {left: 110, top: 0, right: 210, bottom: 30};
const BELOW = {left: 0, top: 40, right: 100, bottom: 70};

const RINGING: Layout<string> = new Map([
  ['answer', {box: LEFT, key: 'F2'}],
  ['skip', {box: RIGHT, key: 'F9'}],
]);
/** As it was: hanging up where answering had been. */
const TALKING: Layout<string> = new Map([
  ['hang-up', {box: LEFT, key: 'F9'}],
  ['hold', {box: RIGHT, key: 'F4'}],
  ['mute', {box: BELOW}],
]);

const at = (time: number, control: string | undefined, x = 50, y = 15): Press<string> => ({
  at: time,
  control,
  place: {x, y},
});
const ANSWERED = rememberPress(at(0, 'answer'), {}, RINGING);

describe('a press', () => {
  for (const gap of [50, 120, 250, 400, 600, 800, 1000]) {
    it(`is not meant for what came under the pointer ${gap} ms after another press`, () => {
      expect(isMeant(at(gap, 'hang-up'), ANSWERED)).to.equal(false);
      expect(isMeant(at(gap, 'hang-up', 64, 22), ANSWERED), 'a finger’s second tap').to.equal(
        false,
      );
      expect(isMeant(at(gap, 'hang-up', 5, 15), ANSWERED), 'elsewhere on it').to.equal(false);
    });
  }

  it('is meant after a while, for the same control, and at another place', () => {
    expect(isMeant(at(1300, 'hang-up'), ANSWERED)).to.equal(true);
    expect(isMeant(at(100, 'answer'), ANSWERED)).to.equal(true);
    expect(isMeant(at(100, 'hold', 160), ANSWERED)).to.equal(true);
    expect(isMeant(at(100, 'hang-up'), {})).to.equal(true);
    expect(isMeant(at(100, undefined), ANSWERED)).to.equal(true);
  });

  it('is meant for a neighbour that stood there before', () => {
    const history = rememberPress(at(0, 'answer', 98), {}, RINGING);
    expect(isMeant(at(100, 'skip', 112), history)).to.equal(true);
  });

  it('counts for what it hits where something else of the page was pressed', () => {
    const history = rememberPress(at(0, undefined, 50, 90), {}, RINGING);
    expect(isMeant(at(300, 'mute', 50, 68), history)).to.equal(false);
  });

  it('is not meant for what lay under the thing that was pressed', () => {
    const history = rememberPress(at(0, undefined), {}, TALKING);
    expect(isMeant(at(300, 'hang-up'), history)).to.equal(false);
    expect(isMeant(at(300, 'hold', 160), history)).to.equal(true);
  });

  it('that goes on and on is still the first one', () => {
    let history: PressHistory<string> = ANSWERED;
    for (let time = 500; time <= 3000; time += 500) {
      expect(isMeant(at(time, 'hang-up'), history), `${time} ms`).to.equal(false);
      history = rememberPress(at(time, 'hang-up'), history, TALKING);
    }
    expect(isMeant(at(4300, 'hang-up'), history)).to.equal(true);
  });

  it('of a key is not meant for what has just got that key', () => {
    const skipped = rememberPress({at: 0, control: 'skip', place: 'F9'}, {}, RINGING);
    expect(isMeant({at: 600, control: 'hang-up', place: 'F9'}, skipped)).to.equal(false);
    expect(isMeant({at: 600, control: 'hold', place: 'F4'}, skipped)).to.equal(true);
    expect(isMeant({at: 1300, control: 'hang-up', place: 'F9'}, skipped)).to.equal(true);
  });

  it('is not meant for what has just taken the place of another', () => {
    const change = {at: 1000, layout: RINGING};
    expect(isMeant(at(1200, 'hang-up'), {change})).to.equal(false);
    expect(isMeant({at: 1200, control: 'hang-up', place: 'F9'}, {change})).to.equal(false);
    expect(isMeant(at(1200, 'mute', 50, 50), {change}), 'where there was nothing').to.equal(true);
    expect(isMeant(at(1500, 'hang-up'), {change}), 'when it can have been seen').to.equal(true);
    const history = rememberPress(at(1200, 'hang-up'), {change}, TALKING);
    expect(isMeant(at(1700, 'hang-up'), history), 'nor the one after it').to.equal(false);
  });
});
