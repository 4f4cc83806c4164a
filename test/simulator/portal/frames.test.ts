import {expect} from '@open-wc/testing';
import {nextApp, openApp, portalsOfATest} from './remote-app.js';

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

  it('are told what their placement offers', async () => {
    const {app} = await openApp(makePortal(), 'CALL_CARD');
    expect(await app.ask('getInterface')).to.deep.equal({
      command: ['getStatus', 'disableAutoClose', 'enableAutoClose'],
      event: ['CallCard::EntityChanged', 'CallCard::BeforeClose', 'CallCard::CallStateChanged'],
    });
  });
});
