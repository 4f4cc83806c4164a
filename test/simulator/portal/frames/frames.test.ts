import {expect} from '@open-wc/testing';
import {
  APP_ORIGIN,
  nextApp,
  numberedTokens,
  openApp,
  pageOf,
  portalsOfATest,
} from '../remote-app.js';

describe('the frames of the simulated portal', () => {
  const makePortal = portalsOfATest();

  it('are named after the portal and a SID that is new for every rendering', async () => {
    const {frame} = await openApp(makePortal(), 'CALL_CARD');
    const first = frame.sid;
    expect(frame.element?.name).to.equal(`${location.host}|0|${first}`);
    expect(first).to.match(/^[0-9a-f]{32}$/);
    expect(frame.element?.allow).to.equal('geolocation *; microphone *; camera *; autoplay *;');
    expect(frame.element?.hasAttribute('sandbox')).to.equal(false);
    const again = nextApp();
    await frame.reload();
    expect((await again).sid).to.equal(frame.sid);
    expect(frame.sid).not.to.equal(first);
    expect(document.querySelectorAll('iframe')).to.have.lengthOf(1);
  });

  it('get the context with `getInitData`', async () => {
    const portal = makePortal({language: 'de', emptyMapsAsLists: true});
    const {app} = await openApp(portal, 'CRM_CONTACT_DETAIL_TAB', {
      options: {ID: '17', T: 'A & B'},
    });
    expect(await app.ask('getInitData')).to.deep.equal({
      LANG: 'de',
      DOMAIN: location.host,
      PROTOCOL: 0,
      PATH: '/rest',
      AUTH_ID: 'token-1',
      AUTH_EXPIRES: '3600',
      REFRESH_ID: 'refresh-1',
      MEMBER_ID: 'member',
      FIRST_RUN: false,
      IS_ADMIN: true,
      INSTALL: false,
      USER_OPTIONS: [],
      APP_OPTIONS: [],
      PLACEMENT: 'CRM_CONTACT_DETAIL_TAB',
      PLACEMENT_OPTIONS: {ID: '17', T: 'A &amp; B'},
    });
  });

  it('get tokens with which REST speaks the language of the page', async () => {
    const asked: unknown[] = [];
    const tokens = numberedTokens();
    const backend = {
      ...tokens,
      issueToken: (options: unknown) => {
        asked.push(options);
        return tokens.issueToken({language: 'de'});
      },
    };
    await openApp(makePortal({backend, language: 'de'}), 'CALL_CARD');
    await openApp(makePortal({backend}), 'CALL_CARD');
    expect(asked).to.deep.equal([{language: 'de'}, {language: 'en'}]);
  });

  it('are told what their placement offers', async () => {
    const {app} = await openApp(makePortal(), 'CALL_CARD');
    expect(await app.ask('getInterface')).to.deep.equal({
      command: ['getStatus', 'disableAutoClose', 'enableAutoClose'],
      event: ['CallCard::EntityChanged', 'CallCard::BeforeClose', 'CallCard::CallStateChanged'],
    });
  });

  for (const [name, application, more] of [
    ['an older portal', undefined, {}],
    [
      'a newer portal',
      {token: 'application-1', scopes: ['crm', 'telephony']},
      {APPLICATION_TOKEN: 'application-1', APPLICATION_SCOPE: 'crm,telephony'},
    ],
  ] as const) {
    it(`are opened by a form of ${name} that posts the context and leaves no token in the page`, async () => {
      const posted: {action: string; target: string; fields: object}[] = [];
      const original = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit') ?? {};
      HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
        const fields = Object.fromEntries(new FormData(this));
        posted.push({action: this.action, target: this.target, fields});
      };
      try {
        const backend = {...numberedTokens(), ...(application === undefined ? {} : {application})};
        const {sid} = await makePortal({backend, language: 'de'}).openFrame({
          url: `${pageOf('protocol-app.html')}?own=1`,
          placement: 'CRM_DEAL_DETAIL_TAB',
          options: {ID: '25', T: 'A & B'},
        });
        const {host, origin} = location;
        const query = new URLSearchParams({DOMAIN: host, PROTOCOL: '0', LANG: 'de', APP_SID: sid});
        const expected = {
          action: `${pageOf('protocol-app.html')}?own=1&${query.toString()}`,
          target: `${host}|0|${sid}`,
          fields: {
            AUTH_ID: 'token-1',
            AUTH_EXPIRES: '3600',
            REFRESH_ID: 'refresh-1',
            SERVER_ENDPOINT: `${origin}/rest/`,
            ...more,
            member_id: 'member',
            status: 'L',
            PLACEMENT: 'CRM_DEAL_DETAIL_TAB',
            PLACEMENT_OPTIONS: '{"ID":"25","T":"A & B"}',
          },
        };
        expect(posted).to.deep.equal([expected]);
        expect(document.documentElement.outerHTML).not.to.match(/token-1|application-1/);
      } finally {
        Object.defineProperty(HTMLFormElement.prototype, 'submit', original);
      }
    });
  }

  it('are opened with GET where the app is on static hosting', async () => {
    const {app, frame} = await openApp(makePortal(), 'CALL_CARD', {method: 'get'});
    expect(frame.element?.src).to.contain(`APP_SID=${app.sid}`).and.not.contain('AUTH_ID');
  });

  it('are not displayed when they are background workers', async () => {
    const {frame} = await openApp(makePortal(), 'PAGE_BACKGROUND_WORKER');
    expect(frame.element?.checkVisibility()).to.equal(false);
  });

  it('are gone, and unheard, once they are closed', async () => {
    const portal = makePortal();
    const {app, frame} = await openApp(portal, 'CALL_CARD');
    frame.close();
    expect(frame.element === null).to.equal(true);
    expect(portal.frames).to.have.lengthOf(0);
    expect(app.received).to.deep.equal([]);
  });

  it('lose their subscriptions when they are loaded anew', async () => {
    const portal = makePortal();
    const {app, frame} = await openApp(portal, 'CALL_CARD');
    await app.bind('CallCard::BeforeClose');
    expect(frame.callbacksFor('CallCard::BeforeClose')).to.have.lengthOf(1);
    const again = nextApp();
    await frame.reload();
    await again;
    expect(frame.callbacksFor('CallCard::BeforeClose')).to.deep.equal([]);
  });

  it('get no answer that an earlier rendering asked for', async () => {
    const {app, frame} = await openApp(makePortal(), 'CALL_CARD');
    app.send('openPath', {path: '/crm/deal/details/25/'});
    await app.settle();
    const again = nextApp();
    await frame.reload();
    const reloaded = await again;
    await reloaded.settle();
    const slider = document.querySelector('dialog');
    const closed = new Promise((resolve) => slider?.addEventListener('close', resolve));
    slider?.querySelector('button')?.click();
    await closed;
    await reloaded.settle();
    // Its own two answers, although its callback ids are the same as before.
    expect(reloaded.received).to.have.lengthOf(2);
  });

  it('are not listened to any more once the portal is disposed of', () => {
    const portal = makePortal();
    const message = {origin: APP_ORIGIN, data: 'getInitData:callback:sid'};
    window.dispatchEvent(new MessageEvent('message', message));
    portal.dispose();
    window.dispatchEvent(new MessageEvent('message', message));
    expect(portal.timeline.entries).to.have.lengthOf(1);
  });
});
