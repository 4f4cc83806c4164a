import {expect} from '@open-wc/testing';
import {PORTAL_COMMANDS} from '../../../../src/simulator/portal/commands/portal-commands.js';
import {numberedTokens, openApp, portalsOfATest} from '../remote-app.js';

describe('every placement of the simulated portal', () => {
  const makePortal = portalsOfATest();

  it('ignores what comes from another origin than the app', async () => {
    const portal = makePortal({appOrigin: 'http://localhost:1'});
    const arrived = new Promise<void>((resolve) => {
      const receive = ({data}: MessageEvent<unknown>): void => {
        if (typeof data !== 'string') return;
        window.removeEventListener('message', receive);
        resolve();
      };
      window.addEventListener('message', receive);
    });
    const {app} = await openApp(portal, 'CALL_CARD');
    app.send('getInitData');
    await arrived;
    expect(portal.timeline.entries).to.deep.equal([]);
  });

  it('ignores a SID that is not there, even from the right window', async () => {
    const portal = makePortal();
    const {app} = await openApp(portal, 'CALL_CARD');
    app.sendRaw('getInitData:stray:0123456789abcdef0123456789abcdef');
    await app.settle();
    expect(app.answersTo('stray')).to.deep.equal([]);
  });

  it('answers BX24.js and b24jssdk alike, and nobody without a callback', async () => {
    const {app} = await openApp(makePortal(), 'CALL_CARD');
    app.sendRaw(`getInterface::bx:${app.sid}`);
    app.sendRaw({method: 'getInterface', params: '', callback: 'object', appSid: app.sid});
    app.sendRaw(`getInterface:{}::${app.sid}`);
    await app.settle();
    expect(app.answersTo('bx')).to.have.lengthOf(1);
    expect(app.answersTo('object')).to.deep.equal(app.answersTo('bx'));
    expect(app.received).to.have.lengthOf(3);
  });

  for (const command of ['selectUser', 'CallCardSetMute', 'toString']) {
    it(`is silent about ${command}`, async () => {
      const {app} = await openApp(makePortal(), 'CALL_CARD');
      expect(await app.allAnswers(command, {a: 1})).to.deep.equal([]);
    });
  }

  for (const [command, parameters, words] of [
    ['imPhoneTo', {phone: '+49 30 123456'}, 'Calling +49 30 123456'],
    ['imCallTo', {userId: 6, video: false}, 'Calling user 6'],
    ['imOpenMessenger', {dialogId: 'chat5'}, 'Messenger chat5'],
    ['imOpenHistory', {dialogId: 6}, 'History of 6'],
  ] as const) {
    it(`does ${command} without a word to the app, in every placement`, async () => {
      for (const placement of ['CALL_CARD', 'PAGE_BACKGROUND_WORKER', 'CRM_CONTACT_DETAIL_TAB']) {
        const portal = makePortal();
        const {app} = await openApp(portal, placement);
        expect(await app.allAnswers(command, parameters)).to.deep.equal([]);
        expect(portal.messenger.requests).to.deep.equal([{command, parameters}]);
        const asked = portal.timeline.entries.filter(({about}) => about === command);
        expect(asked.map(({note}) => note)).to.deep.equal([undefined]);
        const box = document.querySelector('.portal-messenger');
        expect(box?.querySelector('p')?.textContent).to.equal(words);
        expect(box?.getAttribute('role')).to.equal('status');
        box?.querySelector('button')?.click();
        expect(document.querySelector('.portal-messenger') === null).to.equal(true);
        portal.dispose();
      }
    });
  }

  it('shows the last that was asked of the messenger, until the portal is gone', async () => {
    const portal = makePortal();
    const {app} = await openApp(portal, 'CALL_CARD');
    await app.allAnswers('imPhoneTo', {phone: '1'});
    await app.allAnswers('imPhoneTo', {phone: '2'});
    const boxes = [...document.querySelectorAll('.portal-messenger p')];
    expect(boxes.map((box) => box.textContent)).to.deep.equal(['Calling 2']);
    portal.dispose();
    expect(document.querySelector('.portal-messenger') === null).to.equal(true);
  });

  it('sets the heading of its page', async () => {
    const heading = document.createElement('h1');
    heading.id = 'pagetitle';
    document.body.append(heading);
    const {app} = await openApp(makePortal(), 'CALL_CARD');
    expect(await app.ask('setTitle', {title: '<b>Calls</b>'})).to.deep.equal({
      title: '<b>Calls</b>',
    });
    expect(heading.textContent).to.equal('<b>Calls</b>');
    heading.remove();
    expect(await app.ask('setScroll', {scroll: 0})).to.deep.equal({scroll: 0});
  });

  it('lists none of these commands for any placement', async () => {
    for (const placement of ['CALL_CARD', 'PAGE_BACKGROUND_WORKER', 'CRM_CONTACT_DETAIL_TAB']) {
      const {app} = await openApp(makePortal(), placement);
      const {command} = (await app.ask('getInterface')) as {command: string[]};
      expect(command.filter((name) => PORTAL_COMMANDS.has(name))).to.deep.equal([]);
    }
  });

  it('lists names twice where that is asked for', async () => {
    const {app} = await openApp(makePortal({repeatsNames: true}), 'CALL_CARD');
    const {command} = (await app.ask('getInterface')) as {command: string[]};
    expect(command.filter((name) => name === 'getStatus')).to.have.lengthOf(2);
  });

  it('echoes options and remembers them', async () => {
    const {app} = await openApp(makePortal(), 'CALL_CARD');
    expect(await app.ask('getInitData')).to.deep.include({USER_OPTIONS: {}, APP_OPTIONS: {}});
    const parameters = {name: 'color', value: {a: 1}};
    expect(await app.ask('setUserOption', parameters)).to.deep.equal(parameters);
    expect(await app.ask('setAppOption', {name: 'x', value: 2})).to.deep.equal({
      name: 'x',
      value: 2,
    });
    expect(await app.ask('setInstall', {install: true})).to.deep.equal({install: true});
    expect(await app.ask('getInitData')).to.deep.include({
      USER_OPTIONS: {color: {a: 1}},
      APP_OPTIONS: {x: 2},
    });
  });

  it('resizes the frame', async () => {
    const {app, frame} = await openApp(makePortal(), 'CALL_CARD');
    const size = {width: '100%', height: 240};
    expect(await app.ask('resizeWindow', size)).to.deep.equal(size);
    expect(frame.element?.style.width).to.equal('100%');
    expect(frame.element?.style.height).to.equal('240px');
  });

  it('reloads the page, without an answer', async () => {
    let reloads = 0;
    const portal = makePortal({reloadPage: () => (reloads += 1)});
    const {app} = await openApp(portal, 'CALL_CARD');
    expect(await app.allAnswers('reloadWindow')).to.deep.equal([]);
    expect(reloads).to.equal(1);
  });

  describe('with refreshAuth', () => {
    it('gets a new token', async () => {
      const {app} = await openApp(makePortal(), 'CALL_CARD');
      const token = {AUTH_ID: 'token-2', AUTH_EXPIRES: '3600', REFRESH_ID: 'refresh-2'};
      expect(await app.ask('refreshAuth')).to.deep.equal(token);
      expect(await app.ask('getInitData')).to.deep.include(token);
    });

    it('gets nothing but an alert to the operator when the portal refuses', async () => {
      const backend = numberedTokens();
      backend.refuses = true;
      const portal = makePortal({backend});
      const {app} = await openApp(portal, 'CALL_CARD');
      expect(await app.allAnswers('refreshAuth')).to.deep.equal([]);
      const alert = document.querySelector('.portal-alert');
      expect(alert?.getAttribute('role')).to.equal('alert');
      expect(alert?.textContent).to.contain('Unable to get new token');
      portal.dispose();
      expect(document.querySelector('.portal-alert') === null).to.equal(true);
    });

    it('leaves the alert until the operator has confirmed it', async () => {
      const backend = numberedTokens();
      backend.refuses = true;
      const {app} = await openApp(makePortal({backend}), 'CALL_CARD');
      await app.allAnswers('refreshAuth');
      document.querySelector<HTMLElement>('.portal-alert button')?.click();
      expect(document.querySelector('.portal-alert') === null).to.equal(true);
    });
  });

  describe('with openPath', () => {
    it('hears when the slider is closed', async () => {
      const {app} = await openApp(makePortal(), 'CALL_CARD');
      const callback = app.send('openPath', {path: '/crm/deal/../../crm/contact/details/17/'});
      await app.settle();
      expect(app.answersTo(callback)).to.deep.equal([]);
      const slider = document.querySelector('dialog');
      expect(slider?.open).to.equal(true);
      expect(slider?.textContent).to.contain('/crm/contact/details/17/');
      slider?.querySelector('button')?.click();
      expect(await app.waitFor(callback)).to.deep.equal(['{"result":"close"}']);
      expect(document.querySelector('dialog') === null).to.equal(true);
    });

    for (const path of ['/', '/crm/', '/crm/contact', 'https://example.com/crm/deal/1/', '']) {
      it(`refuses "${path}"`, async () => {
        const {app} = await openApp(makePortal(), 'CALL_CARD');
        const refused = {result: 'error', errorCode: 'PATH_NOT_AVAILABLE'};
        expect(await app.ask('openPath', {path})).to.deep.equal(refused);
      });
    }

    it('loses its slider with the portal', async () => {
      const portal = makePortal();
      const {app} = await openApp(portal, 'CALL_CARD');
      app.send('openPath', {path: '/crm/deal/details/25/'});
      await app.settle();
      portal.dispose();
      expect(document.querySelector('dialog') === null).to.equal(true);
    });

    it('says where there are no sliders', async () => {
      const portal = makePortal();
      portal.slider.supported = false;
      const {app} = await openApp(portal, 'CALL_CARD');
      const answer = await app.ask('openPath', {path: '/crm/deal/details/25/'});
      expect(answer).to.deep.equal({
        result: 'error',
        errorCode: 'METHOD_NOT_SUPPORTED_ON_DEVICE',
      });
    });
  });
});

describe("the simulated portal's timeline", () => {
  const makePortal = portalsOfATest();

  it('has every message in both directions, with tokens masked', async () => {
    const portal = makePortal();
    const {app} = await openApp(portal, 'CALL_CARD');
    const heard: string[] = [];
    const unsubscribe = portal.timeline.subscribe(({about}) => heard.push(about));
    await app.ask('getInitData');
    unsubscribe();
    const [asked, answered] = portal.timeline.entries.filter((e) => e.about === 'getInitData');
    expect(asked).to.include({frame: 'CALL_CARD 1', direction: 'to-portal'});
    expect(asked?.text).to.equal(`getInitData:callback-1:${app.sid}`);
    expect(answered).to.include({frame: 'CALL_CARD 1', direction: 'to-app'});
    expect(answered?.text).to.contain('"AUTH_ID":"…"').and.not.contain('token-1');
    expect(answered?.text).not.to.contain('refresh-1');
    expect(heard).to.deep.equal(['getInitData', 'getInitData']);
  });

  it('says what the portal ignored, and why', async () => {
    const portal = makePortal();
    const {app} = await openApp(portal, 'CALL_CARD');
    app.sendRaw('what');
    app.send('selectUser');
    app.send('selectNobody');
    await app.bind('CallCard::Nonsense');
    const notes = portal.timeline.entries.map(({note}) => note).filter((note) => note);
    expect(notes.slice(-4)).to.deep.equal([
      'the message has no callback id or no SID',
      'a portal has this command, the simulator does not',
      'unknown command',
      'unknown event',
    ]);
  });

  it('shows a fault', async () => {
    const portal = makePortal();
    const {app} = await openApp(portal, 'CALL_CARD');
    portal.faults.plan('getStatus', {kind: 'garbage'});
    portal.startCall();
    const reopened = await openApp(portal, 'CALL_CARD');
    expect(await reopened.app.waitFor(reopened.app.send('getStatus'))).to.deep.equal(['{not JSON']);
    expect(portal.timeline.entries.map(({note}) => note)).to.include('fault: garbage');
    expect(app.sid).not.to.equal(reopened.app.sid);
  });
});
