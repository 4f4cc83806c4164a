/** A client whose every text wants to be more than a text, on the real widget's page. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT, DEAL} from '../../src/model/entity/entity-type.js';
import {asObject, asText} from '../../src/model/parse/reading.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {HOSTILE_TEXTS} from '../../src/simulator/rest/seed/hostile/hostile-texts.js';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {heard, NOTHING_FOUND, plain} from '../support/interpretation.js';
import {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

describe('a widget with a hostile client', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;

  beforeEach(async () => {
    backend = await PortalBackend.create({seed: 'hostile'});
    portal = makePortal({backend});
    await heard();
  });
  afterEach(() => backend.dispose());

  const openWidget = async (): Promise<ProbedPage> => {
    const ports = nextPort();
    await portal.openFrame({
      url: pageOf('hostile-widget.html'),
      placement: 'CALL_CARD',
      container: document.body,
    });
    const widget = new ProbedPage((await ports).port);
    await waitUntil(() => widget.do('isLoaded'), 'the record should be shown', {timeout: 20_000});
    return widget;
  };

  const clients = [
    ['contact', {typeId: CONTACT, id: 101}],
    ['contact in a layout', {typeId: CONTACT, id: 17}],
    ['company', {typeId: COMPANY, id: 101}],
    ['deal', {typeId: DEAL, id: 101}],
    ['broken deal', {typeId: DEAL, id: 103}],
  ] as const;
  for (const [name, entity] of clients) {
    it(`shows the ${name} and interprets nothing`, async () => {
      const [phoneNumber = '', lineName = '', lineNumber = ''] = HOSTILE_TEXTS;
      portal.startCall({phoneNumber, lineName, lineNumber, entity});
      const widget = await openWidget();
      const words = plain(asText(await widget.do('words')) ?? '');
      const shown = HOSTILE_TEXTS.filter((text) => words.includes(plain(text)));
      expect(shown.length).to.be.greaterThan(entity.id === 101 ? 15 : 5);
      expect(await widget.do('findings')).to.deep.equal(NOTHING_FOUND);
      expect(await widget.do('unfold')).to.be.a('number');
      expect(await widget.do('findings')).to.deep.equal(NOTHING_FOUND);
      expect(await heard()).to.deep.equal([]);
    });
  }

  it('would be found out', async () => {
    portal.startCall({phoneNumber: '+4930123456', entity: {typeId: CONTACT, id: 101}});
    const widget = await openWidget();
    // Apart from what would take the whole page away.
    const texts = HOSTILE_TEXTS.filter((text) => !text.startsWith('<meta'));
    for (const text of texts) await widget.do('interpret', text);
    let requests: unknown = [];
    await waitUntil(
      async () => Array.isArray((requests = await heard())) && requests.length > 0,
      'the canary should be heard',
      {timeout: 20_000},
    );
    const findings = asObject(await widget.do('findings')) ?? {};
    for (const kind of ['elements', 'handlers', 'links']) expect(findings[kind]).not.to.be.empty;
  });
});
