/** The built files for script tags, in pages that forbid whatever a browser can forbid. */
import {expect} from '@open-wc/testing';
import {DEAL} from '../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';
import {waitUntil} from '../support/wait-until.js';

const SUMMARY = 'call-summary';
const PANEL = 'crm-entity-panel';
const CONTROLS = 'call-state-controls';
const NOTES = 'call-notes';

describe('under the strictest content security policy', function () {
  this.timeout(90_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let pages: ProbedPages;

  before(async () => {
    const {ok} = await fetch('/dist/cdn/call-card-kit.min.js');
    expect(ok, 'dist/ should be built: npm run build').to.equal(true);
  });
  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({
      backend,
      language: 'de',
      worker: {url: pageOf('csp-worker.html')},
    });
    pages = new ProbedPages();
  });
  afterEach(async () => {
    pages.dispose();
    await backend.dispose();
  });

  const openWidget = async (): Promise<ProbedPage> =>
    pages.of(await portal.openFrame({url: pageOf('csp-widget.html'), placement: 'CALL_CARD'}));

  it('the header is what the page says it is', async () => {
    const {headers} = await fetch(
      pageOf('csp-widget.html').replace('localhost', location.hostname),
    );
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const directive of [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self'`,
      `connect-src ${location.origin}`,
      `require-trusted-types-for 'script'`,
    ]) {
      expect(policy.split('; ')).to.include(directive);
    }
  });

  it('a widget and its worker do everything, and are refused nothing', async () => {
    const worker = await pages.of(await portal.openWorker());
    expect(await worker.do('ready')).to.equal('ready');
    portal.startCall({
      phoneNumber: '+4930123456',
      lineName: 'Berlin',
      entity: {typeId: DEAL, id: 25},
    });
    await worker.tells((event) => event === 'initialized');
    const widget = await openWidget();

    // The language, the numbers of a country and the hub come in files of their own.
    await widget.shows('030 123456', SUMMARY);
    await widget.shows('Deutschland', SUMMARY);
    await widget.shows('Drinking water system', PANEL);
    // A colour of the portal's is an inline style, which a policy forbids in HTML alone.
    expect(await widget.do('background', [PANEL, '[part~="stage"]'])).to.match(/^rgb\(/);

    await widget.shows('Annehmen', CONTROLS);
    await widget.press('Annehmen', CONTROLS);
    await widget.shows('Auflegen', CONTROLS);
    expect(portal.card?.card.uiState).to.equal('connected');
    await widget.press('Stummschalten', CONTROLS);
    await waitUntil(() => portal.card?.card.muted === true, 'the card should be muted');

    await widget.shows('Notiz zum Anruf', NOTES);
    await widget.do('fill', {path: [NOTES, 'textarea'], value: 'Ruft morgen wieder an.'});
    await widget.shows('Noch nicht gespeichert', NOTES);
    await widget.press('Speichern', NOTES);
    await widget.shows(/\d\d:\d\d.* gespeichert\./, NOTES);
    const comments = (await backend.timelineComments()).map(({comment}) => comment);
    expect(comments).to.include('Ruft morgen wieder an.');

    for (const page of [widget, worker]) {
      expect(await page.do('uncaught')).to.deep.equal([]);
      expect(await page.do('violations')).to.deep.equal([]);
    }
  });

  describe('beside other copies of Lit', () => {
    const KIT = '/dist/cdn';
    const COPY = '/copy-of-dist/cdn';

    /** Opens a page whose header names the kit's policy and these. */
    const openPage = async (policies: string): Promise<ProbedPage> => {
      const url = `${pageOf('csp-own-lit.html')}?policies=${encodeURIComponent(policies)}`;
      portal.startCall({phoneNumber: '+4930123456', entity: {typeId: DEAL, id: 25}});
      return pages.of(await portal.openFrame({url, placement: 'CALL_CARD'}));
    };
    const isQuiet = async (page: ProbedPage): Promise<void> => {
      expect(await page.do('uncaught')).to.deep.equal([]);
      expect(await page.do('violations')).to.deep.equal([]);
    };

    it('the page’s own goes first, and the kit after it', async () => {
      const page = await openPage('lit-html');
      expect(await page.do('renderWithLit')).to.equal('of the page');
      await page.do('loadKit', KIT);
      await page.shows('030 123456', SUMMARY);
      await isQuiet(page);
    });

    it('the kit goes first, and the page’s own after it', async () => {
      const page = await openPage('lit-html');
      await page.do('loadKit', KIT);
      await page.shows('030 123456', SUMMARY);
      expect(await page.do('renderWithLit')).to.equal('of the page');
      await isQuiet(page);
    });

    it('two copies of the kit share their policy, with the page’s own Lit between them', async () => {
      const page = await openPage('lit-html');
      await page.do('loadKit', KIT);
      await page.do('renderWithLit');
      await page.do('loadKit', COPY);
      await page.do('loadLitOf', COPY);
      await page.shows('030 123456', SUMMARY);
      await isQuiet(page);
    });
  });

  it('would be told of what is refused', async () => {
    const widget = await openWidget();
    await widget.do('violate');
    const told = async (): Promise<string> => String(await widget.do('violations'));
    const expected = [/style-src-attr|style-src\b/, /connect-src/];
    if ((await widget.do('knowsTrustedTypes')) === true) expected.push(/require-trusted-types-for/);
    for (const directive of expected) {
      await waitUntil(async () => directive.test(await told()), `${directive} should be told`);
    }
  });
});
