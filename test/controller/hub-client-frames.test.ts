/** What the frames of an app tell each other, and what each makes of it in its snapshot. */
import {expect} from '@open-wc/testing';
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {JoinedHub} from '../../src/controller/snapshot.js';
import type {HubFrame} from '../../src/model/hub/hub-frame.js';
import {FakeApp, openCard, type AppFrame} from '../support/fake-app.js';
import {CALL_OPTIONS, FakePortal, fakeSession} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';
import {controllerOver} from '../support/controller-over.js';
import {FakeHubWorld} from '../support/fake-hub-world.js';

const CALL_ID = CALL_OPTIONS.CALL_ID;

function hubOf({controller}: AppFrame): JoinedHub {
  const {hub} = controller.snapshot;
  if (hub.status !== 'joined') throw new Error('The frame has not joined.');
  return hub;
}

/** What one frame has been told of the other. */
function told(frame: AppFrame, of: AppFrame): HubFrame {
  const found = hubOf(frame).frames.find(({id}) => id === of.peer.hub.id);
  if (found === undefined) throw new Error('The frames have not met.');
  return found;
}

describe('a frame of the app', () => {
  let app: FakeApp;
  beforeEach(() => (app = new FakeApp()));
  afterEach(() => app.dispose());

  it('meets those of the same portal, by the name that the portal gives itself', async () => {
    const first = await app.worker();
    const other = {...fakeSession(), memberId: 'another', origin: 'https://portal.example'};
    const stranger = await app.open(new FakePortal(other));
    expect(first.peer.page).to.equal('here');
    expect(hubOf(first).frames).to.deep.equal([]);
    expect(hubOf(stranger).frames).to.deep.equal([]);
    const names = app.world.posted.map(({text}) => (JSON.parse(text) as {hub: string}).hub);
    expect([...new Set(names)]).to.deep.equal(['call-card-kit member', 'call-card-kit another']);
  });

  it('meets those of the same address where the portal has no name', async () => {
    const session = {...fakeSession(), memberId: ''};
    await app.open(new FakePortal(session));
    expect(app.world.posted[0]?.text).to.include('"hub":"call-card-kit https://portal.example"');
  });

  it('tells where it is and what it can run', async () => {
    const worker = await app.worker('there');
    const tab = await app.tab();
    const other = await app.open(new FakePortal(fakeSession('CRM_CONTACT_DETAIL_TAB', {ID: 17})));
    await app.pass();
    expect(told(tab, worker)).to.include({role: 'worker', callId: null, client: null});
    expect(told(tab, worker).commands).to.include.members(['setMute', 'close']);
    expect(told(tab, worker)).not.to.have.property('cardSince');
    expect(told(worker, tab)).to.include({role: 'tab', callId: CALL_ID, client: null});
    expect(told(worker, tab).commands).to.deep.equal([
      'getStatus',
      'disableAutoClose',
      'enableAutoClose',
    ]);
    expect(told(worker, other)).to.include({role: 'other', callId: null});
    expect(told(worker, other).commands).to.deep.equal([]);
  });

  it('tells since when its card is there, and that it has closed', async () => {
    const [worker, tab] = [await app.worker('there'), await app.tab()];
    openCard(worker);
    await app.pass();
    const since = app.world.time.now();
    expect(told(tab, worker)).to.include({callId: CALL_ID, cardSince: since});
    expect(tab.controller.snapshot.card.status).to.equal('open');
    await app.finish(worker.controller.close());
    await app.pass();
    expect(told(tab, worker)).to.include({callId: null, cardSince: since});
    expect(tab.controller.snapshot.card.status).to.equal('unseen');
    expect(hubOf(tab).calls).to.deep.equal([]);
  });

  it('tells how well it is suited to lead, and what it handles', async () => {
    const [worker, tab] = [await app.worker(), await app.tab()];
    const ranks = (): readonly string[] => [told(tab, worker).rank, told(worker, tab).rank];
    await app.pass();
    expect(ranks()).to.deep.equal(['none', 'none']);
    const undo = [
      worker.controller.onAction(() => undefined, {handles: ['next']}),
      tab.controller.onAction(() => undefined),
    ];
    await app.pass();
    expect(ranks()).to.deep.equal(['listening-worker', 'listening']);
    expect(told(tab, worker).handles).to.deep.equal(['next']);
    expect(tab.controller.snapshot.handles, 'as the leader does').to.deep.equal(['next']);
    undo.push(tab.controller.lead(() => undefined));
    await app.pass();
    expect(ranks()).to.deep.equal(['listening-worker', 'engine']);
    expect(worker.controller.snapshot.handles).to.deep.equal([]);
    for (const end of undo) end();
    await app.pass();
    expect(ranks()).to.deep.equal(['none', 'none']);
  });

  it('runs its engine while it leads, and not before it has met the others', async () => {
    const log: string[] = [];
    const engineOf = (name: string) => (controller: CallCardController) =>
      controller.lead(() => {
        log.push(`${name} begun`);
        return () => log.push(`${name} ended`);
      });
    const first = await app.worker();
    engineOf('first')(first.controller);
    await app.pass();
    expect(log).to.deep.equal(['first begun']);
    const second = await app.worker();
    engineOf('second')(second.controller);
    await app.pass(1000);
    expect(log).to.deep.equal(['first begun']);
    first.controller.dispose();
    await app.pass(1000);
    expect(log).to.deep.equal(['first begun', 'first ended', 'second begun']);
  });

  it('says nothing twice', async () => {
    const [worker] = [await app.worker('there'), await app.tab()];
    openCard(worker);
    await app.pass();
    const before = app.world.posted.length;
    worker.controller.subscribe(() => undefined);
    worker.portal.notice({kind: 'foreign'});
    // What changes nothing on the card and nothing about the frame.
    worker.portal.emit('BackgroundCallCard::answerButtonClick', 'nonsense');
    worker.portal.emit('BackgroundCallCard::muteButtonClick', 'nonsense');
    await app.pass();
    const kinds = app.world.posted.slice(before).map(({text}) => /"kind":"(\w+)"/.exec(text)?.[1]);
    expect(kinds).to.not.include.members(['frame']);
    expect(kinds).to.not.include('call');
  });

  it('names frames with another version of the kit once, as a problem', async () => {
    const tab = await app.tab();
    tab.peer.hear('{"callCardKit":1,"hub":"call-card-kit member","from":"a","number":0}');
    expect(tab.controller.snapshot.problems).to.deep.equal([]);
    const text = '{"callCardKit":7,"hub":"call-card-kit member","from":"a","number":1}';
    for (let count = 0; count < 3; count += 1) tab.peer.hear(text);
    const {snapshot, diagnostics} = tab.controller;
    expect(snapshot.problems).to.deep.equal([
      {
        path: 'hub',
        expected: 'frames with the same version of the kit',
        found: snapshot.problems[0]?.found,
      },
    ]);
    expect(snapshot.problems[0]?.found).to.include('foreign-version');
    expect(diagnostics).to.include({foreignHubMessages: 3, unreadableHubMessages: 1});
  });

  it('tells of no card that it has not seen, and of none whose call it does not know', async () => {
    const worker = await app.worker('there');
    const tab = await app.tab();
    await app.finish(worker.controller.setMute(true));
    expect(worker.controller.snapshot.card.status).to.equal('open');
    tab.portal.emit('CallCard::CallStateChanged', 'idle');
    await app.pass();
    const kinds = app.world.posted.map(({text}) => /"kind":"(\w+)"/.exec(text)?.[1]);
    expect(kinds).to.not.include('call');
  });

  it('shares its notes with the others', async () => {
    const tab = await app.tab();
    expect(await tab.controller.whenDrafts()).to.equal(tab.peer.hub.drafts);
  });

  it('leaves the others when it is disposed', async () => {
    const [worker, tab] = [await app.worker(), await app.tab()];
    await app.pass();
    expect(hubOf(worker).frames).to.have.length(1);
    tab.controller.dispose();
    await app.pass();
    expect(hubOf(worker).frames).to.deep.equal([]);
  });
});

describe('a frame without others', () => {
  /** A frame whose hub can't be had. */
  async function alone(openHub?: () => Promise<never>): Promise<CallCardController> {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const controller = controllerOver(portal, openHub ? {openHub} : {});
    await controller.start();
    return controller;
  }

  for (const [words, openHub] of [
    ['which can’t be loaded', () => Promise.reject(new Error('No network.'))],
    ['which is not wanted', undefined],
  ] as const) {
    it(`hears its operator before the portal has answered, or waits for it: ${words}`, async () => {
      const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
      portal.connection = () => new Promise(() => undefined);
      const controller = controllerOver(portal, openHub ? {openHub} : {});
      const ids: string[] = [];
      controller.onAction(({id}) => ids.push(id));
      void controller.start();
      void controller.requestAction({name: 'answer'}).catch(() => undefined);
      void controller.requestAction({name: 'skip'}).catch(() => undefined);
      await settled();
      expect(ids).to.have.length(openHub ? 0 : 2);
      expect(new Set(ids)).to.have.length(ids.length);
      for (const id of ids) expect(id).to.match(/^alone-./);
      controller.dispose();
    });

    it(`does everything itself without the hub, ${words}`, async () => {
      const controller = await alone(openHub);
      const log: unknown[] = [];
      controller.lead(() => {
        log.push('engine');
      });
      controller.onAction(({action, source, callId, interrupted}) => {
        log.push({action, source, callId, interrupted});
      });
      expect(await controller.requestAction({name: 'answer'})).to.equal('done');
      expect(log).to.deep.equal([
        'engine',
        {action: {name: 'answer'}, source: 'controls', callId: null, interrupted: false},
      ]);
      await controller.setMute(true);
      expect(controller.snapshot.card).to.include({muted: true});
      expect(controller.snapshot.hub).to.deep.equal({status: 'off'});
      expect(await controller.whenDrafts()).to.equal(undefined);
      controller.dispose();
    });
  }

  it('does everything itself when the way to the others breaks', async () => {
    const world = new FakeHubWorld();
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const controller = controllerOver(portal, {
      clock: world.time,
      openHub: (name, host) => {
        const {hub} = world.add({name, host});
        const join = hub.open.bind(hub);
        // It breaks when the others have heard of this frame.
        const open = (): Promise<void> => join().then(() => Promise.reject(new Error('No.')));
        return Promise.resolve(Object.assign(hub, {open}));
      },
    });
    const started = controller.start();
    await world.pass(500);
    await started;
    expect(controller.snapshot.hub).to.deep.equal({status: 'off'});
    expect(world.locks.held).to.deep.equal([]);
    expect(await controller.whenDrafts()).to.equal(undefined);
    await controller.setMute(true);
    expect(controller.snapshot.card).to.include({muted: true});
  });

  it('says what the app has failed with, and keeps the cause', async () => {
    const controller = await alone();
    const failure = new Error('No line.');
    const {reportError} = globalThis;
    globalThis.reportError = () => undefined;
    controller.onAction(() => Promise.reject(failure));
    const error: unknown = await controller
      .requestAction({name: 'hold', held: true})
      .catch((thrown: unknown) => thrown);
    globalThis.reportError = reportError;
    expect(error).to.include({code: 'app-failed', message: 'No line.', request: 'hold'});
    expect(error).to.have.property('cause', failure);
    expect(error).to.have.deep.property('parameters', {held: true});
    controller.dispose();
  });

  it('begins no engine before the portal has answered, and ends it in the end', async () => {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const controller = controllerOver(portal);
    const log: string[] = [];
    controller.lead(() => {
      log.push('begun');
      return () => log.push('ended');
    });
    await settled();
    expect(log).to.deep.equal([]);
    await controller.start();
    expect(log).to.deep.equal(['begun']);
    controller.dispose();
    expect(log).to.deep.equal(['begun', 'ended']);
  });
});
