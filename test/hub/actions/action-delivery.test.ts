/** What one frame makes of actions, message by message. */
import {expect} from '@open-wc/testing';
import {ActionDelivery} from '../../../src/hub/actions/action-delivery.js';
import type {HubActionRequest} from '../../../src/hub/hub-host.js';
import type {HubAction, HubMessage} from '../../../src/model/hub/hub-message.js';
import {ManualTime, settled} from '../../support/manual-time.js';

const MUTE: HubAction = {
  id: 'a1',
  action: {name: 'mute', muted: true},
  callId: 'call-1',
  source: 'card',
  status: 'sent',
};

/** The delivery of actions in a frame that leads, beside one other that can note what is begun. */
function deliveryOfLeader(app: () => Promise<void> | undefined = () => undefined): {
  delivery: ActionDelivery;
  posted: HubMessage[];
  heard: HubActionRequest[];
} {
  const posted: HubMessage[] = [];
  const heard: HubActionRequest[] = [];
  const delivery = new ActionDelivery({
    frameId: 'this',
    post: (message) => void posted.push(message),
    clock: new ManualTime(),
    newId: () => 'own',
    lead: () => 'own',
    challengeLeader: () => undefined,
    witness: () => 'other',
    host: {
      act: (request) => {
        heard.push(request);
        return app();
      },
    },
    probeLeader: () => undefined,
  });
  return {delivery, posted, heard};
}

describe('the delivery of actions in a frame that leads', () => {
  it('gives the app what another frame has noted as begun', async () => {
    const {delivery, posted, heard} = deliveryOfLeader();
    delivery.receive({kind: 'action', action: MUTE}, 'other');
    expect(posted).to.deep.equal([{kind: 'begun', id: 'a1', witness: 'other'}]);
    expect(heard).to.deep.equal([]);
    delivery.receive({kind: 'noted', id: 'a1'}, 'other');
    await settled();
    expect(heard.map(({interrupted}) => interrupted)).to.deep.equal([false]);
    expect(posted.at(-1)).to.deep.equal({kind: 'ended', id: 'a1', outcome: 'done'});
  });

  it('tells the frames that an action has failed, with no more words than they would read', async () => {
    const {delivery, posted} = deliveryOfLeader(() =>
      Promise.reject(new Error('down '.repeat(200))),
    );
    delivery.receive({kind: 'action', action: MUTE}, 'other');
    delivery.receive({kind: 'noted', id: 'a1'}, 'other');
    await settled();
    const message = 'down '.repeat(100);
    expect(posted.at(-1)).to.deep.equal({kind: 'ended', id: 'a1', outcome: 'failed', message});
    // A frame that has missed the end asks again.
    delivery.receive({kind: 'action', action: MUTE}, 'other');
    expect(posted.slice(-2).map(({kind}) => kind)).to.deep.equal(['ended', 'ended']);
    expect(posted.at(-1)).to.deep.equal({kind: 'ended', id: 'a1', outcome: 'failed', message});
  });

  it('tells of it as interrupted when another leader had begun it, although that is heard late', async () => {
    const {delivery, posted, heard} = deliveryOfLeader();
    delivery.receive({kind: 'action', action: MUTE}, 'other');
    // It led until a moment ago: this was on its way before it noted anything for this frame.
    delivery.receive({kind: 'begun', id: 'a1', witness: 'gone'}, 'other');
    delivery.receive({kind: 'noted', id: 'a1'}, 'other');
    await settled();
    expect(heard.map(({interrupted}) => interrupted)).to.deep.equal([true]);
    expect(posted.at(-1)).to.deep.equal({kind: 'ended', id: 'a1', outcome: 'interrupted'});
  });
});
