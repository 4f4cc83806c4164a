/** What the frames of an app tell each other about the clients of a campaign. */
import {expect} from '@open-wc/testing';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import {clientAsRead, ClientInCard} from '../../src/hub/campaign.js';
import {readCall, type Call} from '../../src/model/call/call.js';
import type {HubFrame} from '../../src/model/hub/hub-frame.js';
import {FakeHubWorld, TAB} from '../support/fake-hub-world.js';
import {CALL_OPTIONS} from '../support/fake-portal.js';

function client(id: string, contact: number, campaign = true): Call {
  const {value} = readCall({
    ...CALL_OPTIONS,
    CALL_ID: id,
    CRM_ENTITY_ID: contact,
    CALL_LIST_MODE: campaign,
  });
  if (value === null) throw new Error('The call can’t be read.');
  return value;
}

function tabWith(call: Call | null): HubFrame {
  return {...TAB, id: 'tab', since: 0, client: call, liveness: 'locks', throttled: false};
}

describe('the client in a worker’s card', () => {
  const own = client('first', 21);

  it('is the one that a tab has read, when it is the same', () => {
    const read = client('second', 21);
    expect(
      clientAsRead(own, [tabWith(null), tabWith(client('other', 17)), tabWith(read)]),
    ).to.equal(read);
    expect(clientAsRead(own, [tabWith(client('other', 17))])).to.equal(undefined);
  });

  it('keeps its id where a tab has read it under that', () => {
    const same = client('first', 21);
    expect(clientAsRead(own, [tabWith(client('second', 21)), tabWith(same)])).to.equal(same);
  });

  it('is what the portal has told outside of a campaign', () => {
    expect(clientAsRead(client('first', 21, false), [tabWith(client('second', 21))])).to.equal(
      undefined,
    );
  });
});

describe('the card of a tab’s client', () => {
  const told = (call: Call) => ({call, card: OPENED_CARD});

  it('is found under the id that its worker knows, be it the last client’s', () => {
    const card = new ClientInCard();
    expect(card.idOf(client('first', 17), [told(client('first', 17))])).to.equal('first');
    expect(card.idOf(client('second', 21), [told(client('first', 17))])).to.equal('first');
    expect(card.idOf(client('second', 21), [told(client('first', 21))])).to.equal('first');
    expect(card.idOf(client('second', 21), [told(client('second', 21))])).to.equal('second');
  });

  it('is no other call’s', () => {
    const card = new ClientInCard();
    expect(card.idOf(client('second', 21), [told(client('first', 17))])).to.equal('second');
    expect(card.idOf(client('second', 21, false), [told(client('first', 21))])).to.equal('second');
  });
});

describe('what the app handles', () => {
  it('is what the frame does that gets the operator’s actions', async () => {
    const world = new FakeHubWorld();
    const worker = await world.open();
    const tab = await world.open({...TAB, rank: 'listening', handles: ['next']});
    const other = await world.open(TAB);
    await world.pass(1000);
    expect([worker, tab, other].map(({hub}) => hub.handles)).to.deep.equal([[], [], []]);
    worker.close();
    await world.pass(1000);
    expect([tab, other].map(({hub}) => hub.handles)).to.deep.equal([['next'], ['next']]);
  });
});
