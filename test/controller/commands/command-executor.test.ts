/** Commands of an app with several frames: in which of them each is run. */
import {expect} from '@open-wc/testing';
import type {LogRecord} from '../../../src/controller/telemetry/log-record.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {FakeApp, openCard, type AppFrame} from '../../support/fake-app.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../../support/fake-portal.js';
import {rejectionOf} from '../../support/rejection.js';
import {controllerOver} from '../../support/controller-over.js';

const NO_CARD = [{result: 'error', errorCode: 'Call card is undefined'}];

/** What the portal was asked for, but for the question whether there is a card. */
function commandsOf({portal}: AppFrame): readonly string[] {
  return portal.asked
    .filter(({parameters}) => parameters['uiState'] !== 'none')
    .map(({command}) => command);
}

describe('a command', () => {
  let app: FakeApp;
  beforeEach(() => (app = new FakeApp()));
  afterEach(() => app.dispose());

  it('of a tab is run where the card’s worker is, and is logged and counted in the tab', async () => {
    const log: LogRecord[] = [];
    const worker = await app.worker('there');
    const tab = await app.tab({}, 'here', {logger: (record) => log.push(record)});
    openCard(worker);
    await app.pass();
    expect(tab.controller.snapshot.commands.setMute).to.deep.equal({status: 'available'});
    await app.finish(tab.controller.setMute(true));
    expect(commandsOf(worker)).to.deep.equal(['CallCardSetMute']);
    expect(commandsOf(tab)).to.deep.equal([]);
    expect(tab.controller.snapshot.card).to.include({muted: true});
    expect(tab.controller.diagnostics).to.include({commands: 1, failedCommands: 0});
    const statuses = log.flatMap((record) => (record.kind === 'command' ? [record.status] : []));
    expect(statuses).to.deep.equal(['done']);
  });

  it('of a tab is checked before it is sent to any frame', async () => {
    const worker = await app.worker('there');
    const tab = await app.tab();
    openCard(worker);
    await app.pass();
    const before = app.world.posted.length;
    const refused = tab.controller.setUiState('dancing' as 'idle');
    expect(await app.finish(rejectionOf(refused))).to.include({code: 'invalid-ui-state'});
    expect(app.world.posted.length - before).to.equal(0);
    expect(tab.controller.diagnostics).to.include({commands: 1, failedCommands: 1});
  });

  it('says nothing of what the portal answers, and takes no answer for a status', async () => {
    const worker = await app.worker('there');
    openCard(worker);
    worker.portal.answer = () => [{...CALL_OPTIONS, CALL_ID: 'another'}];
    await app.finish(worker.controller.setMute(true));
    expect(worker.controller.snapshot.call?.id).to.equal(CALL_OPTIONS.CALL_ID);
  });

  it('is refused at once before the portal has answered', async () => {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    portal.connection = () => new Promise(() => undefined);
    const controller = controllerOver(portal, {openHub: () => new Promise(() => undefined)});
    void controller.start();
    const error = await rejectionOf(controller.setMute(true));
    expect(error).to.include({code: 'disconnected'});
    expect(error.message).to.include('still connecting');
  });

  it('that only this frame can run is told to the others, and is counted once', async () => {
    const worker = await app.worker('there');
    openCard(worker);
    const tab = await app.tab();
    const before = app.world.posted.length;
    await app.finish(worker.controller.setMute(true));
    const told = app.world.posted
      .slice(before)
      .filter(({text}) => text.includes('"kind":"command"'));
    expect(told).to.have.length(1);
    expect(told[0]?.from).to.equal(worker.peer.hub.id);
    expect(worker.controller.diagnostics).to.include({commands: 1});
    expect(commandsOf(tab)).to.deep.equal([]);
  });

  it('is not sent because the operator has clicked: the other card follows its own worker', async () => {
    const [first, second] = [await app.worker('there'), await app.worker('elsewhere')];
    for (const worker of [first, second]) openCard(worker);
    await app.pass();
    second.portal.emit('BackgroundCallCard::muteButtonClick', true);
    await app.pass();
    expect(second.controller.snapshot.card).to.include({muted: true});
    expect([first, second].map(commandsOf)).to.deep.equal([[], []]);
  });

  it('waits until the frames are known that could run it', async () => {
    const worker = await app.worker('there');
    openCard(worker);
    const portal = new FakePortal();
    const opened = new Deferred<void>();
    const tab = controllerOver(portal, {
      clock: app.world.time,
      isAlone: () => Promise.resolve(true),
      openHub: async (name, host) => {
        await opened.promise;
        return app.world.add({name, host}).hub;
      },
    });
    await tab.start();
    const muted = tab.setMute(true);
    // What its own placement offers waits for nobody.
    await tab.disableAutoClose();
    expect(portal.asked.map(({command}) => command)).to.deep.equal(['disableAutoClose']);
    expect(commandsOf(worker)).to.deep.equal([]);
    opened.resolve();
    await app.finish(muted);
    expect(commandsOf(worker)).to.deep.equal(['CallCardSetMute']);
  });

  it('is refused in a tab when the portal offers it nowhere', async () => {
    const tab = await app.tab();
    const refused = await app.finish(rejectionOf(tab.controller.setMute(true)));
    expect(refused).to.include({code: 'unreachable', request: 'CallCardSetMute'});
    expect(tab.controller.snapshot.commands.setMute).to.deep.equal({
      status: 'unavailable',
      reason: 'wrong-placement',
    });
  });

  it('says that the frame with the card has gone', async () => {
    const worker = await app.worker('there');
    const tab = await app.tab();
    openCard(worker);
    await app.pass();
    const at = app.world.time.now();
    worker.controller.dispose();
    await app.pass(100);
    const {commands, cardLostAt, card} = tab.controller.snapshot;
    expect(commands.setMute).to.deep.equal({status: 'unavailable', reason: 'unreachable'});
    expect(commands.getStatus).to.deep.equal({status: 'available'});
    expect(cardLostAt).to.equal(at);
    expect(card.status).to.equal('open');
    expect(worker.controller.snapshot.cardLostAt).to.equal(null);
  });

  it('of a worker is told to the frames that come later', async () => {
    const worker = await app.worker('there');
    openCard(worker);
    await app.finish(worker.controller.setHold(true));
    const second = await app.worker('elsewhere');
    openCard(second);
    await app.pass();
    expect(commandsOf(second)).to.deep.equal(['CallCardSetHold']);
    expect(second.controller.snapshot.card).to.include({held: true});
  });

  it('of one of two workers with the call is run in both', async () => {
    const [first, second] = [await app.worker('there'), await app.worker('elsewhere')];
    for (const worker of [first, second]) openCard(worker);
    await app.pass();
    await app.finish(first.controller.setTitle('Anna'));
    expect([first, second].map(commandsOf)).to.deep.equal([
      ['CallCardSetCardTitle'],
      ['CallCardSetCardTitle'],
    ]);
    for (const {controller} of [first, second]) {
      expect(controller.snapshot.card).to.include({title: 'Anna'});
    }
  });

  it('is asked of the own portal where no other frame has the card: only that one knows', async () => {
    const worker = await app.worker('there');
    openCard(worker);
    await app.finish(worker.controller.close());
    worker.portal.answer = () => NO_CARD;
    const refused = await app.finish(rejectionOf(worker.controller.setMute(true)));
    expect(refused.code).to.equal('no-card');
    expect(commandsOf(worker)).to.deep.equal(['CallCardClose', 'CallCardSetMute']);
  });

  it('for another call is not run on the own card', async () => {
    const [worker, other] = [await app.worker('there'), await app.worker('elsewhere')];
    openCard(worker);
    openCard(other, {CALL_ID: 'another'});
    await app.pass();
    await app.finish(worker.controller.forCall('another').setMute(true));
    expect([worker, other].map(commandsOf)).to.deep.equal([[], ['CallCardSetMute']]);
    const refused = rejectionOf(worker.controller.forCall('a third').setMute(true));
    expect(await app.finish(refused)).to.include({code: 'unreachable'});
    expect(commandsOf(worker)).to.deep.equal([]);
  });

  it('without a call is for the only one that any frame shows', async () => {
    const worker = await app.worker('there');
    openCard(worker);
    const page = await app.open(new FakePortal(fakeSession('CRM_CONTACT_DETAIL_TAB', {ID: 17})));
    await app.finish(page.controller.setMute(true));
    expect(commandsOf(worker)).to.deep.equal(['CallCardSetMute']);
    const second = await app.worker('elsewhere');
    openCard(second, {CALL_ID: 'another'});
    await app.pass();
    const refused = rejectionOf(page.controller.setMute(false));
    expect(await app.finish(refused), 'of two it is none').to.include({code: 'unreachable'});
    expect(commandsOf(worker)).to.deep.equal(['CallCardSetMute']);
  });

  it('to list the states gives those that the kit knows, in one list', async () => {
    const worker = await app.worker('there');
    openCard(worker);
    worker.portal.answer = () => [['incoming', 'connected'], 'dancing', 5];
    expect(await app.finish(worker.controller.listUiStates())).to.deep.equal([
      'incoming',
      'connected',
    ]);
    worker.portal.answer = () => 'incoming';
    expect(await app.finish(worker.controller.listUiStates())).to.deep.equal([]);
  });

  it('may be offered later than the page was loaded, also where asking for that fails', async () => {
    const portal = new FakePortal({
      ...fakeSession('PAGE_BACKGROUND_WORKER', []),
      interface: {commands: new Set(['CallCardSetHold']), events: new Set()},
    });
    const worker = await app.open(portal);
    portal.readInterface = () => Promise.reject(new CallCardError('timeout', 'Silence.'));
    expect(await app.finish(rejectionOf(worker.controller.setMute(true)))).to.include({
      code: 'unsupported',
    });
    await app.finish(worker.controller.setHold(true));
    expect(commandsOf(worker)).to.deep.equal(['CallCardSetHold']);
  });
});

describe('a campaign’s client', () => {
  const CLIENT = {CALL_LIST_MODE: 'true', CRM_ENTITY_ID: '21', CRM_BINDINGS: []};
  let app: FakeApp;
  beforeEach(() => (app = new FakeApp()));
  afterEach(() => app.dispose());

  it('is told by the tab, and by no worker; no tab takes what another has read', async () => {
    const worker = await app.worker('there');
    openCard(worker, {...CLIENT, CALL_ID: 'first'});
    const tabs = [
      await app.tab({...CLIENT, CALL_ID: 'first'}),
      await app.tab({...CLIENT, CALL_ID: 'second'}),
    ];
    await app.pass();
    expect(tabs.map(({controller}) => controller.snapshot.call?.id)).to.deep.equal([
      'first',
      'second',
    ]);
    const {hub} = tabs[0]?.controller.snapshot ?? {};
    const frames = hub?.status === 'joined' ? hub.frames : [];
    expect(frames.map(({role, client}) => [role, client?.id])).to.deep.equal([
      ['worker', undefined],
      ['tab', 'second'],
    ]);
  });

  it('is known to the worker as the tab has read it', async () => {
    const worker = await app.worker('there');
    openCard(worker, {...CLIENT, CALL_ID: 'first', CRM_ENTITY_ID: '17'});
    const tab = await app.tab({...CLIENT, CALL_ID: 'second'});
    worker.portal.emit('BackgroundCallCard::entityChanged', {
      PHONE_NUMBER: CALL_OPTIONS.PHONE_NUMBER,
      CRM_ENTITY_TYPE: 'CONTACT',
      CRM_ENTITY_ID: '21',
    });
    await app.pass();
    expect(worker.controller.snapshot.call?.id).to.equal('second');
    expect(tab.controller.snapshot.card.status).to.equal('open');
    await app.finish(tab.controller.setMute(true));
    expect(commandsOf(worker)).to.deep.equal(['CallCardSetMute']);
  });

  it('has its commands run in the worker that knows the last client yet', async () => {
    const worker = await app.worker('there');
    openCard(worker, {...CLIENT, CALL_ID: 'first', CRM_ENTITY_ID: '17'});
    const tab = await app.tab({...CLIENT, CALL_ID: 'first', CRM_ENTITY_ID: '17'});
    tab.portal.answer = () => ({...CALL_OPTIONS, ...CLIENT, CALL_ID: 'second'});
    tab.portal.emit('CallCard::EntityChanged', {CRM_ENTITY_TYPE: 'CONTACT', CRM_ENTITY_ID: '21'});
    await app.pass();
    expect(tab.controller.snapshot.call?.id).to.equal('second');
    expect(worker.controller.snapshot.call?.id).to.equal('first');
    expect(tab.controller.snapshot.card.status).to.equal('open');
    await app.finish(tab.controller.setMute(true));
    expect(worker.controller.snapshot.card).to.include({muted: true});
    expect(tab.controller.snapshot.card).to.include({muted: true});
  });
});
