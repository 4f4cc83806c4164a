import {expect} from '@open-wc/testing';
import {fromFrame} from '../../src/portal/frame/frame-portal.js';
import type {PortalNotice} from '../../src/model/portal/portal-notice.js';
import {FakeHost} from '../support/fake-host.js';
import {settled} from '../support/manual-time.js';
import {rejectionOf} from '../support/rejection.js';

const INIT = {
  LANG: 'de',
  DOMAIN: 'portal.example',
  PROTOCOL: 1,
  PATH: '/rest',
  AUTH_ID: 'token',
  AUTH_EXPIRES: '3600',
  REFRESH_ID: 'refresh',
  MEMBER_ID: 'member',
  PLACEMENT: 'PAGE_BACKGROUND_WORKER',
  PLACEMENT_OPTIONS: [],
};

function setUp(answers: Readonly<Record<string, string>> = {}, name?: string, timeLimit = 20) {
  const host = new FakeHost(name);
  const table: Readonly<Record<string, string>> = {
    getInitData: JSON.stringify(INIT),
    getInterface: '{"command":["CallCardSetMute","CallCardSetMute"],"event":["A"]}',
    ...answers,
  };
  host.answer = ({command}) => table[command];
  const notices: PortalNotice[] = [];
  const portal = fromFrame({window: host.window, timeLimit, connectTimeLimit: timeLimit});
  portal.observe((notice) => notices.push(notice));
  return {host, portal, notices};
}

describe('fromFrame', () => {
  it('reads where it is and what the placement offers', async () => {
    const {portal, host} = setUp();
    const session = await portal.connect();
    expect(session.origin).to.equal('https://portal.example');
    expect(session.language).to.equal('de');
    expect(session.placement.kind).to.equal('background-worker');
    expect([...(session.interface?.commands ?? [])]).to.deep.equal(['CallCardSetMute']);
    expect(session.problems).to.deep.equal([]);
    expect(host.last('getInitData').sid).to.equal('sid');
    expect(host.last('getInitData').targetOrigin).to.equal('https://portal.example');
  });

  it('keeps the token to itself', async () => {
    const {portal} = setUp();
    expect(JSON.stringify(await portal.connect())).not.to.match(/token|refresh/);
  });

  it('asks everything at once, the events included', async () => {
    const {portal, host} = setUp();
    host.answer = () => undefined;
    portal.listen('A', () => undefined);
    const connecting = rejectionOf(portal.connect());
    expect(host.posted.map(({command}) => command)).to.deep.equal([
      'getInitData',
      'getInterface',
      'placementBindEvent',
    ]);
    portal.dispose();
    expect((await connecting).code).to.equal('disconnected');
  });

  it('connects once, however often it is asked', async () => {
    const {portal, host} = setUp();
    await Promise.all([portal.connect(), portal.connect()]);
    await portal.connect();
    expect(host.posted.filter(({command}) => command === 'getInitData')).to.have.length(1);
  });

  for (const name of ['', 'main', 'portal.example|9|sid']) {
    it(`says at once that a window named "${name}" is in no portal, and what to do`, async () => {
      const {portal, host} = setUp({}, name);
      const error = await rejectionOf(portal.connect());
      expect(error.code).to.equal('not-in-portal');
      expect(error.message).to.include('npm start');
      expect(host.posted).to.deep.equal([]);
    });
  }

  it('says that a page without a frame around it is in no portal', async () => {
    const {host} = setUp();
    Object.defineProperty(host, 'parent', {value: host});
    const portal = fromFrame({window: host.window});
    expect((await rejectionOf(portal.connect())).code).to.equal('not-in-portal');
  });

  it('gives up on a silent portal, and tries again when it is asked again', async () => {
    const {portal, host} = setUp();
    const {answer} = host;
    host.answer = () => undefined;
    const error = await rejectionOf(portal.connect());
    expect([error.code, error.request, error.retryable]).to.deep.equal([
      'timeout',
      'getInitData',
      true,
    ]);
    host.answer = answer;
    expect((await portal.connect()).language).to.equal('de');
  });

  it('connects without the list when the portal keeps silent about it', async () => {
    const {portal, host} = setUp();
    const {answer} = host;
    host.answer = (message) => (message.command === 'getInterface' ? undefined : answer(message));
    const session = await portal.connect();
    expect(session.interface).to.equal(null);
    expect(session.problems.map(({path}) => path)).to.deep.equal(['getInterface']);
  });

  for (const text of ['{', '<html>', 'undefined']) {
    it(`rejects with bad-answer when the first answer is ${text}`, async () => {
      const {portal} = setUp({getInitData: text});
      expect((await rejectionOf(portal.connect())).code).to.equal('bad-answer');
    });
  }

  for (const text of ['[]', 'null', '17', '"x"', '']) {
    it(`names what is missing when the first answer is "${text}", and has no REST then`, async () => {
      const {portal} = setUp({getInitData: text});
      const session = await portal.connect();
      expect(session.problems.map(({path}) => path)).to.include('AUTH_ID');
      expect((await rejectionOf(portal.rest('profile', {}))).code).to.equal('not-authorized');
    });
  }

  it('hears only the portal: neither another window nor another origin', async () => {
    const {portal, host, notices} = setUp();
    await portal.connect();
    host.answer = () => undefined;
    const answer = portal.call('CallCardSetMute', {muted: true});
    const {callback} = host.last('CallCardSetMute');
    host.say(`${callback}:"forged"`, {source: null});
    host.say(`${callback}:"forged"`, {origin: 'https://elsewhere.example'});
    host.say(`${callback}:"true"`);
    expect(await answer).to.equal('true');
    expect(notices).to.deep.equal([{kind: 'foreign'}, {kind: 'foreign'}]);
  });

  it('leaves the messages of other clients on the page alone', async () => {
    const {portal, host, notices} = setUp();
    await portal.connect();
    for (const data of ['other:[]', {method: 'x'}, 'no colon']) host.say(data);
    expect(notices).to.deep.equal([{kind: 'unknown-callback'}]);
  });

  it('settles a command once; a late or second answer changes nothing and is told', async () => {
    const {portal, host, notices} = setUp({CallCardSetMute: '[]'});
    await portal.connect();
    await portal.call('CallCardSetMute', {muted: true});
    host.say(`${host.last('CallCardSetMute').callback}:[{"result":"error"}]`);
    const error = await rejectionOf(portal.call('CallCardSetHold', {held: true}));
    expect([error.code, error.parameters]).to.deep.equal(['timeout', {held: true}]);
    host.say(`${host.last('CallCardSetHold').callback}:[]`);
    expect(notices).to.deep.equal([
      {kind: 'late-answer', command: 'CallCardSetMute'},
      {kind: 'late-answer', command: 'CallCardSetHold'},
    ]);
  });

  it('tells an event with and without a value, and a malformed one not at all', async () => {
    const {portal, host, notices} = setUp();
    const heard: unknown[] = [];
    portal.listen('A', (value) => heard.push(value));
    await portal.connect();
    const {callback, parameters} = host.last('placementBindEvent');
    expect(parameters).to.deep.equal({event: 'A'});
    host.say(`${callback}:true`);
    host.say(`${callback}:`);
    host.say(`${callback}:{`);
    expect(heard).to.deep.equal([true, undefined]);
    expect(notices).to.deep.equal([{kind: 'malformed', command: 'placementBindEvent'}]);
  });

  it('rejects what is under way when it is disposed, and is deaf from then on', async () => {
    const {portal, host} = setUp();
    const heard: unknown[] = [];
    portal.listen('A', (value) => heard.push(value));
    await portal.connect();
    const {callback} = host.last('placementBindEvent');
    const pending = rejectionOf(portal.call('CallCardSetMute', {muted: true}));
    portal.dispose();
    host.say(`${callback}:true`);
    expect((await pending).code).to.equal('disconnected');
    expect(heard).to.deep.equal([]);
    expect((await rejectionOf(portal.call('getInterface', {}))).code).to.equal('disconnected');
    expect((await rejectionOf(portal.connect())).code).to.equal('disconnected');
  });

  it('is not ready any more when it is disposed between the first two answers', async () => {
    // Nothing may be given up before that moment, however busy the machine is.
    const {portal, host} = setUp({}, undefined, 10_000);
    const {answer} = host;
    host.answer = (message) => (message.command === 'getInterface' ? undefined : answer(message));
    const connecting = rejectionOf(portal.connect());
    await settled();
    portal.dispose();
    expect((await connecting).code).to.equal('disconnected');
  });

  it('opens a path until its slider is closed, and says when the portal does not', async () => {
    const {portal, host} = setUp({openPath: '{"result":"close"}'});
    await portal.connect();
    await portal.openPath('/crm/deal/details/25/');
    expect(host.last('openPath').parameters).to.deep.equal({path: '/crm/deal/details/25/'});
    const refusing = setUp({openPath: '{"result":"error","errorCode":"PATH_NOT_AVAILABLE"}'});
    await refusing.portal.connect();
    const error = await rejectionOf(refusing.portal.openPath('/settings/'));
    expect([error.code, error.portal?.code]).to.deep.equal(['not-allowed', 'PATH_NOT_AVAILABLE']);
  });
});
