/** What a portal page says when nothing is heard of an app's page. */
import {expect} from '@open-wc/testing';
import {
  FrameError,
  ManualClock,
  PortalBackend,
  type PortalFrame,
  type SimulatedPortal,
} from '../../../../src/simulator/index.js';
import {waitUntil} from '../../../support/wait-until.js';
import {APP_ORIGIN, openApp, pageOf, portalsOfATest} from '../remote-app.js';

const EVENT = 'CallCard::EntityChanged';
/** The tests' server answers GET alone here, as servers of files do. */
const GET_ONLY = `${APP_ORIGIN}/README.md`;

describe('a frame of which nothing is heard', () => {
  const makePortal = portalsOfATest();
  let clock: ManualClock;
  let backend: PortalBackend;
  beforeEach(async () => {
    clock = new ManualClock();
    backend = await PortalBackend.create();
  });
  afterEach(() => backend.dispose());

  const portalAt = (appOrigin = APP_ORIGIN): SimulatedPortal =>
    makePortal({backend, clock, appOrigin});
  const open = (portal: SimulatedPortal, url: string, method?: 'get'): Promise<PortalFrame> =>
    portal.openFrame({url, placement: 'CALL_CARD', ...(method && {method})});

  /** How waiting for the event ends after so many milliseconds. */
  async function endOf(portal: SimulatedPortal, frame: PortalFrame, passing: number) {
    const waiting = portal.whenBound(frame, EVENT).then(
      () => 'bound' as const,
      (error: unknown) => error,
    );
    clock.advance(passing);
    const error = await waiting;
    if (error instanceof FrameError) return error;
    throw new Error(`It should have failed: ${String(error)}`);
  }

  it('whose server answers GET and not POST says so after three seconds, and what helps', async () => {
    const portal = portalAt();
    const frame = await open(portal, GET_ONLY);
    const error = await endOf(portal, frame, 3000);
    expect(error).to.include({code: 'post-refused', url: GET_ONLY, method: 'post'});
    expect(error.answers).to.deep.equal({post: 404, get: 200});
    expect(error.message).to.include(`answers POST ${GET_ONLY} with 404, and GET with 200`);
    expect(error.message).to.match(/docs\/start\.md.*method: 'get'/);
    const [told] = portal.timeline.entries;
    expect(told).to.include({frame: 'CALL_CARD 1', about: 'page', note: error.message});
    const alert = document.querySelector('.portal-alert');
    expect(alert?.textContent).to.include(error.message);
  });

  it('whose server has no such page says that', async () => {
    const portal = portalAt();
    const url = `${APP_ORIGIN}/test/pages/no-such-page.html`;
    const error = await endOf(portal, await open(portal, url), 3000);
    expect(error.code).to.equal('page-refused');
    expect(error.message).to.include(`POST ${url} with 404.`);
  });

  it('that is opened by GET is judged by that', async () => {
    const portal = portalAt();
    const error = await endOf(portal, await open(portal, GET_ONLY, 'get'), 15_000);
    expect(error.code).to.equal('nothing-heard');
    expect(error.message).to.include(`GET ${GET_ONLY} within 15 s. Its server answers with 200`);
  });

  it('without a server says that', async () => {
    const portal = portalAt('http://localhost:1');
    const error = await endOf(portal, await open(portal, 'http://localhost:1/'), 3000);
    expect(error.code).to.equal('no-server');
    expect(error.message).to.include('http://localhost:1/');
  });

  it('of another origin than the app’s says which is heard', async () => {
    const portal = portalAt('https://app.example');
    const error = await endOf(portal, await open(portal, pageOf('protocol-app.html')), 3000);
    expect(error.code).to.equal('foreign-origin');
    expect(error.message).to.include('https://app.example').and.include(APP_ORIGIN);
  });

  it('that is closed is not waited for', async () => {
    const portal = portalAt();
    const frame = await open(portal, pageOf('protocol-app.html'));
    const waiting = endOf(portal, frame, 0);
    frame.close();
    expect((await waiting).code).to.equal('closed');
  });

  it('is quiet about a page that comes, and says in the end what it has bound', async () => {
    const portal = portalAt();
    const {app, frame} = await openApp(portal, 'CALL_CARD');
    await app.ask('getInitData');
    await app.bind('CallCard::BeforeClose');
    await waitUntil(() => frame.boundEvents.length === 1, 'it should be bound');
    const error = await endOf(portal, frame, 15_000);
    expect(error.code).to.equal('not-bound');
    expect(error.message).to.match(/has not bound .*EntityChanged.*only CallCard::BeforeClose/);
    expect(document.querySelector('.portal-alert')).to.equal(null);
  });
});
