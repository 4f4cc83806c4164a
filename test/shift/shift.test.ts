import {expect} from '@open-wc/testing';
import {expectNoFault} from '../properties/conversation/faults.js';
import {Shift, type Remains} from './shift.js';

const FEW = 10;
/** Node has them all; a browser shows with fewer that it lets go of what it was given. */
const MANY = 'document' in globalThis ? 400 : 1000;
/** What the adapter keeps to tell a late answer from a stranger's (`frame-portal.ts`). */
const MOST_CALLBACKS = 300;

const SHIFTS = [
  {placement: 'PAGE_BACKGROUND_WORKER', what: 'calls of every course in the worker'},
  {placement: 'CALL_CARD', what: 'clients of campaigns in the tab of the card'},
] as const;

describe('a shift', () => {
  for (const {placement, what} of SHIFTS) {
    it(`leaves after ${MANY} ${what} what it left after ${FEW}`, async function () {
      this.timeout(60_000);
      const shift = new Shift(placement, {remembersCallbacks: true});
      try {
        await shift.start();
        await shift.until(FEW);
        const few = await shift.measure();
        await shift.until(MANY);
        const many = await shift.measure();
        console.warn(describeShift(placement, shift, [few, many]));
        expectNoFault();
        expect(shift.controller.snapshot.status).to.equal('ready');
        expect(shift.outcomes['done']).to.be.greaterThan(MANY);
        for (const part of ['windowListeners', 'pageListeners', 'timers', 'bindings'] as const) {
          expect(many[part], part).to.equal(few[part]);
        }
        expect(many.windowListeners).to.equal(1);
        expect(many.pageListeners).to.equal(0);
        expect(many.timers).to.equal(0);
        expect(many.callbacks).to.be.at.most(MOST_CALLBACKS);
        expect(many.problems).to.be.at.most(20);
        // The last call's numbers and texts have up to two digits more; it may have fewer texts.
        expect(many.snapshot).to.be.at.most(few.snapshot + 20);
      } finally {
        expect(shift.end()).to.equal(0);
      }
    });
  }
});

function describeShift(placement: string, shift: Shift, remains: readonly Remains[]): string {
  const {sent, told} = shift.host.count;
  const lines = remains.map((remain) => JSON.stringify(remain));
  const outcomes = JSON.stringify(shift.outcomes);
  return [
    `${placement}: ${sent} messages sent, ${told} told; commands: ${outcomes}`,
    ...lines,
  ].join('\n  ');
}
