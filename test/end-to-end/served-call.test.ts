/** The call is on screen before the portal has answered: the app's server has written it into the page. */
import {expect} from '@open-wc/testing';
import {asObject} from '../../src/model/parse/reading.js';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import {ManualClock, type SimulatedPortal} from '../../src/simulator/index.js';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

describe('a widget into which a server has written the call', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let clock: ManualClock;

  beforeEach(async () => {
    backend = await PortalBackend.create();
    clock = new ManualClock();
    portal = makePortal({backend, clock});
  });
  afterEach(() => backend.dispose());

  const open = async (): Promise<ProbedPage> => {
    const ports = nextPort();
    const url = pageOf('served-widget.html');
    await portal.openFrame({url, placement: 'CALL_CARD', container: document.body});
    return new ProbedPage((await ports).port);
  };
  const statusOf = async (widget: ProbedPage): Promise<unknown> =>
    asObject(await widget.do('snapshot'))?.['status'];
  const asked = (command: string): boolean =>
    portal.timeline.entries.some(({about}) => about.startsWith(command));

  it('shows it while the portal takes a second and a half to answer, then the record', async () => {
    portal.faults.plan('getInitData', {kind: 'late', milliseconds: 1500});
    const entity = {typeId: CONTACT, id: 17};
    portal.startCall({phoneNumber: '+4930123456', entity, lineName: '<Berlin & Bonn>'});
    const widget = await open();
    await widget.shows('030 123456', 'call-summary');
    await widget.shows('Line <Berlin & Bonn>', 'call-summary');
    await waitUntil(() => asked('getInitData'), 'the portal should be asked');
    clock.advance(1499);
    expect(await statusOf(widget)).to.equal('connecting');
    expect(await backend.requests()).to.deep.equal([]);

    clock.advance(1);
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    await widget.shows('030 123456', 'call-summary');
    // The record comes beside the way to the other frames, which `ready` waits for.
    await waitUntil(async () => (await statusOf(widget)) === 'ready', 'it should be connected');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });
});
