/** What was sent for one card and is answered late changes nothing on the next, in any frame. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {asObject} from '../../src/model/parse/reading.js';
import {CONTROLS, hubStages, snapshotOf, until} from '../support/hub-stage.js';
import type {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

const ENTITY = {typeId: CONTACT, id: 17};

/** The commands that were sent for the call before; each changes another part of the card. */
const LATE = [
  {name: 'setUiState', parameters: {uiState: 'transferring'}},
  {name: 'setMute', parameters: {muted: false}},
  {name: 'setHold', parameters: {held: false}},
  {name: 'setTitle', parameters: {title: 'The call before'}},
  {name: 'close', parameters: {}},
] as const;

describe('the next call’s card', function () {
  this.timeout(60_000);
  const makeStage = hubStages();

  for (const callId of [undefined, 'externalCall.again']) {
    it(`is shown as it is, ${callId === undefined ? 'with an id of its own' : 'also with the same id'}`, async () => {
      const stage = makeStage();
      const {portal} = stage;
      const worker = await stage.worker();
      const setup = {phoneNumber: '+4930123456', entity: ENTITY, ...(callId ? {callId} : {})};
      const first = portal.startCall(setup);
      await until(worker, 'know the call', ({call}) => asObject(call)?.['id'] === first.callId);
      portal.faults.plan('*', {kind: 'hold', key: 'late'}, LATE.length);
      const asked = LATE.map((command) => worker.do('outcome', command));
      await waitUntil(() => portal.faults.heldCount('late') === LATE.length);
      expect(portal.card).to.equal(null);

      portal.startCall(setup);
      await until(worker, 'see the next card', ({card}) => {
        const {title, uiState} = asObject(card) ?? {};
        return title === null && asObject(uiState)?.['value'] === 'externalCard';
      });
      const widget = await stage.widget();
      for (const command of [
        {name: 'setUiState', parameters: {uiState: 'connected'}},
        {name: 'setMute', parameters: {muted: true}},
        {name: 'setHold', parameters: {held: true}},
      ] as const) {
        await worker.run(command);
      }
      expect(portal.faults.release('late')).to.equal(LATE.length);
      for (const outcome of await Promise.all(asked)) expect(outcome).to.include({status: 'done'});
      const shown = {uiState: 'connected', muted: true, held: true};
      expect(portal.card?.card).to.include(shown);
      // What the worker tells of it arrives with what it does next.
      await worker.run({name: 'setStatusText', parameters: {statusText: 'now'}});
      await until(widget, 'hear of it', ({card}) => asObject(card)?.['statusText'] === 'now');
      for (const page of [worker, widget]) {
        expect(await cardOf(page)).to.deep.equal({...shown, certainty: 'confirmed', title: null});
      }
      await widget.shows('Hang up', CONTROLS);
    });
  }
});

async function cardOf(page: ProbedPage): Promise<object> {
  const {uiState, muted, held, title} = asObject((await snapshotOf(page))['card']) ?? {};
  const {value, certainty} = asObject(uiState) ?? {};
  return {uiState: value, certainty, muted, held, title};
}
