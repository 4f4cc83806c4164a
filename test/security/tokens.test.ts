/** After everything that can happen to a call, no token is anywhere but with the portal's adapter. */
import {expect} from '@open-wc/testing';
import {CONTACT, DEAL} from '../../src/model/entity/entity-type.js';
import {asObject} from '../../src/model/parse/reading.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {CredentialSource, IssuedToken, SimulatedPortal} from '../../src/simulator/index.js';
import {APP_ORIGIN, portalsOfATest} from '../simulator/portal/remote-app.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';
import {waitUntil} from '../support/wait-until.js';

const PANEL = 'crm-entity-panel';
const NOTES = 'call-notes';
const PAGE = `${APP_ORIGIN}/test/security/pages/secrets-widget.html`;

/** Notes every token that a portal issues, first ones and renewed ones. */
function noted(backend: PortalBackend, tokens: IssuedToken[]): CredentialSource {
  const note = <T extends IssuedToken | null>(token: T): T => {
    if (token !== null) tokens.push(token);
    return token;
  };
  return {
    memberId: backend.memberId,
    ...(backend.application === undefined ? {} : {application: backend.application}),
    origin: backend.origin,
    issueToken: async () => note(await backend.issueToken()),
    refreshToken: async (id) => note(await backend.refreshToken(id)),
  };
}

/** The tokens themselves, a part of each that is long enough to be no accident, and their Base64. */
function secretsOf(tokens: readonly IssuedToken[]): readonly string[] {
  return tokens.flatMap(({AUTH_ID, REFRESH_ID}) =>
    [AUTH_ID, REFRESH_ID].flatMap((token) => [token.slice(4, 28), btoa(token).slice(0, 40)]),
  );
}

describe('tokens', function () {
  this.timeout(90_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let pages: ProbedPages;
  let tokens: IssuedToken[];

  const open = async (placement: string): Promise<ProbedPage> => {
    const page = await pages.of(await portal.openFrame({url: PAGE, placement}));
    expect(await page.do('ready')).to.equal('ready');
    return page;
  };
  const renewals = async (page: ProbedPage): Promise<number> =>
    Number(asObject(await page.do('diagnostics'))?.['tokenRenewals']);
  const found = (page: ProbedPage): Promise<unknown> =>
    page.do('search', [...secretsOf(tokens), backend.application?.token]);

  beforeEach(async () => {
    tokens = [];
    backend = await PortalBackend.create();
    portal = makePortal({backend: noted(backend, tokens)});
    pages = new ProbedPages();
  });
  afterEach(async () => {
    pages.dispose();
    await backend.dispose();
  });

  /** A call with its record in the card, and a worker that commands it. */
  const begin = async (): Promise<{worker: ProbedPage; widget: ProbedPage}> => {
    const worker = await open('PAGE_BACKGROUND_WORKER');
    // Both records have files, whose addresses carry the token.
    const [entity, deal] = [
      {typeId: CONTACT, id: 101},
      {typeId: DEAL, id: 101},
    ];
    portal.startCall({phoneNumber: '+4930123456', entity, bindings: [entity, deal]});
    const widget = await open('CALL_CARD');
    // What the app's server has written into the page from a form with all the tokens.
    expect(await widget.do('written')).to.include('+4930123456');
    await waitUntil(
      async () => (await widget.text(PANEL, '[part~="title"]')) !== '',
      'the record should be shown',
      {timeout: 20_000},
    );
    return {worker, widget};
  };

  it('are nowhere after a call, a note, refusals and renewals', async () => {
    const {worker, widget} = await begin();
    await worker.run({name: 'setUiState', parameters: {uiState: 'connected'}});
    await worker.do('outcome', {name: 'setMute', parameters: {}});
    await widget.do('outcome', {name: 'setTitle', parameters: {title: 'From the tab'}});
    portal.changeEntity({typeId: DEAL, id: 101});
    await widget.shows('Fountains', PANEL);

    await backend.expireTokens();
    await widget.do('reload');
    await waitUntil(async () => (await renewals(widget)) === 1, 'the token should be renewed');
    await widget.shows('Note about the call', NOTES);
    await widget.do('fill', {path: [NOTES, 'textarea'], value: 'Wants it in writing.'});
    await widget.press('Save', NOTES);
    await widget.shows('Saved at', NOTES);

    // A portal that says aloud what it was sent.
    const {token} = portal.frames.find(({placement}) => placement === 'CALL_CARD') ?? {};
    const description = `The token ${token?.AUTH_ID ?? ''} is of no use.`;
    await backend.addFault({kind: 'error', code: 'ERROR_CORE', description});
    await widget.do('reload');
    await widget.shows('could not be', PANEL);
    await widget.do('fill', {path: [NOTES, 'textarea'], value: 'And once more.'});
    await widget.press('Save', NOTES);
    await widget.shows('Not saved', NOTES);
    await backend.clearFaults();

    await backend.refuseRefresh(true);
    await backend.expireTokens();
    await widget.do('reload');
    await waitUntil(async () => (await renewals(widget)) === 2, 'the renewal should be refused', {
      timeout: 20_000,
    });

    expect(tokens.length).to.be.greaterThan(2);
    expect(backend.application?.token).to.have.length(32);
    expect(await found(worker)).to.deep.equal([]);
    expect(await found(widget)).to.deep.equal([]);
    const traces = JSON.stringify([portal.timeline.entries, await backend.requests()]);
    expect(traces).to.include('getInitData').and.include('crm.item.get');
    expect(secretsOf(tokens).filter((secret) => traces.includes(secret))).to.deep.equal([]);
  });

  it('would be found wherever they were', async () => {
    const {widget} = await begin();
    expect(await found(widget)).to.deep.equal([]);
    const places = await widget.do('places');
    const token = tokens.at(-1)?.AUTH_ID;
    const planted: unknown[] = [];
    for (const place of places as readonly string[]) {
      await widget.do('plant', {place, token});
      planted.push(place);
      const isFound = async (): Promise<boolean> =>
        ((await found(widget)) as readonly unknown[]).includes(place);
      await waitUntil(isFound, `it should be found in: ${place}`);
    }
    expect(await found(widget)).to.deep.equal(planted);
  });
});
