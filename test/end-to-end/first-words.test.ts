/** What is said before a portal has answered, or where there is none, is in the operator's language. */
import {expect} from '@open-wc/testing';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {ProbedPage} from '../support/probed-page.js';

const NO_PORTAL = {
  de: 'Keine Verbindung zu Bitrix24.',
  ru: 'Нет связи с Битрикс24.',
} as const;

describe('the first words of a widget', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let frame: HTMLIFrameElement | undefined;

  afterEach(() => frame?.remove());

  /** The widget's page in a frame that no portal has made. */
  const openAlone = async (query: string): Promise<ProbedPage> => {
    const ports = nextPort();
    frame = document.createElement('iframe');
    // By which it finds the test, and no portal: theirs have no such sign.
    frame.name = `${location.host}|0|alone!`;
    frame.src = pageOf('widget.html') + query;
    document.body.append(frame);
    return new ProbedPage((await ports).port);
  };

  it('are those of the address outside of a portal', async () => {
    const widget = await openAlone('?LANG=de');
    await widget.shows(NO_PORTAL.de, 'crm-entity-panel');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  for (const method of ['get', 'post'] as const) {
    it(`are those of a portal whose first answer is nonsense, opened with ${method}`, async () => {
      const portal = makePortal({language: 'ru'});
      portal.faults.plan('getInitData', {kind: 'garbage'});
      const ports = nextPort();
      await portal.openFrame({
        url: pageOf('widget.html'),
        placement: 'CALL_CARD',
        container: document.body,
        method,
      });
      const widget = new ProbedPage((await ports).port);
      await widget.shows(NO_PORTAL.ru, 'crm-entity-panel');
      expect(await widget.do('uncaught')).to.deep.equal([]);
    });
  }
});
