/** The demo's own app: what somebody who tries it presses does what it says. */
import {expect} from '@open-wc/testing';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {APP_ORIGIN, portalsOfATest} from '../simulator/portal/remote-app.js';
import {waitUntil} from '../support/wait-until.js';

const CALL = {phoneNumber: '+4930123456', entity: {typeId: 3, id: 17}};

describe('the demo’s worker', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend, worker: {url: `${APP_ORIGIN}/demo/app/worker.html`}});
    const worker = await portal.openWorker();
    await portal.whenBound(worker, 'BackgroundCallCard::initialized');
  });
  afterEach(() => backend.dispose());

  const showsState = (uiState: string): Promise<void> =>
    waitUntil(() => portal.card?.card.uiState === uiState, `the card should be ${uiState}`, {
      timeout: 15_000,
    });
  const statesSent = (): readonly string[] =>
    portal.timeline.entries.flatMap(({about, text}) =>
      about === 'CallCardSetUiState' ? (/"uiState":"(\w+)"/.exec(text)?.slice(1) ?? []) : [],
    );

  it('sends no further state of a call that is hung up while it connects', async () => {
    portal.startCall(CALL);
    await showsState('incoming');
    portal.click({name: 'answer'});
    await showsState('connectingIncoming');
    portal.click({name: 'hang-up'});
    await waitUntil(() => portal.card === null, 'the card should close');
    // The line takes as long for the next one: when that is connected, the first one would be, too.
    portal.startCall(CALL);
    await showsState('incoming');
    portal.click({name: 'answer'});
    await showsState('connected');
    expect(statesSent()).to.deep.equal([
      'incoming',
      'connectingIncoming',
      'incoming',
      'connectingIncoming',
      'connected',
    ]);
  });
});
