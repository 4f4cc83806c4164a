/** What the card's events and its status do to the snapshot, the log and the counts. */
import {expect} from '@open-wc/testing';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import {type CardService} from '../../../src/controller/card/card-service.js';
import {LazyCardService} from '../../../src/controller/card/lazy-card-service.js';
import type {LogRecord} from '../../../src/controller/telemetry/log-record.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {controllerOver} from '../../support/controller-over.js';

const BACKGROUND = 'BackgroundCallCard::';

async function started(portal: FakePortal, log: LogRecord[] = [], time = new ManualTime()) {
  const controller = controllerOver(portal, {clock: time, logger: (record) => log.push(record)});
  await controller.start();
  return controller;
}

describe('an event of the card', () => {
  it('is logged with its value and with what could not be read', async () => {
    const [portal, log] = [
      new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', [])),
      [] as LogRecord[],
    ];
    await started(portal, log);
    log.length = 0;
    portal.emit(`${BACKGROUND}muteButtonClick`, true);
    portal.emit(`${BACKGROUND}holdButtonClick`, 'perhaps');
    const events = log.flatMap((record) => (record.kind === 'event' ? [record] : []));
    expect(events.map(({event}) => event)).to.deep.equal([
      {name: 'muteButtonClick', value: true},
      {name: 'holdButtonClick', value: null},
    ]);
    expect(events.map(({problems}) => problems.length)).to.deep.equal([0, 1]);
  });

  it('that says nothing about closing closes nothing, and reads nothing', async () => {
    const portal = new FakePortal();
    const controller = await started(portal);
    portal.emit('CallCard::CallStateChanged', 'idle');
    await settled();
    expect(controller.snapshot.autoClose).to.deep.equal({status: 'normal'});
    expect(portal.asked).to.deep.equal([]);
  });

  it('that comes before the call is known has it read only where it changes the call', async () => {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const connection = new Deferred<typeof portal.session>();
    portal.connection = () => connection.promise;
    const controller = controllerOver(portal);
    const starting = controller.start();
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    portal.emit(`${BACKGROUND}answerButtonClick`, '');
    connection.resolve(portal.session);
    await starting;
    await settled();
    expect(controller.diagnostics.commands).to.equal(0);
    expect(controller.snapshot.problems).to.deep.equal([]);
  });
});

describe('the status of the card', () => {
  let portal: FakePortal;
  let controller: CallCardController;
  beforeEach(async () => {
    portal = new FakePortal();
    controller = await started(portal);
  });

  it('that can’t be read is counted and named, and takes no call away', async () => {
    const {call} = controller.snapshot;
    portal.answer = () => [{...CALL_OPTIONS, CALL_STATE: 'flying', CRM_ENTITY_TYPE: 'BIRD'}];
    await controller.getStatus();
    const {problems} = controller.snapshot;
    expect(problems.length).to.be.greaterThan(0);
    for (const {path} of problems) expect(path).to.match(/^getStatus ./);
    expect(controller.diagnostics.unreadableValues).to.equal(problems.length);
    portal.answer = () => 'nonsense';
    await controller.getStatus();
    expect(controller.snapshot.call?.id).to.equal(call?.id);
  });

  it('that is not answered is a problem in the words of the failure', async () => {
    portal.answer = () => {
      throw new CallCardError('timeout', 'Silence.');
    };
    await controller.resume();
    const [found] = controller.snapshot.problems;
    expect(found).to.include({path: 'getStatus', expected: 'an answer'});
    expect(found?.found).to.include('Silence.');
  });
});

describe('a card that is held', () => {
  it('is shown as held when the portal has confirmed it, and until it is let go', async () => {
    const portal = new FakePortal();
    const time = new ManualTime();
    const controller = await started(portal, [], time);
    const answer = new Deferred<unknown>();
    portal.answer = (command) => (command === 'disableAutoClose' ? answer.promise : CALL_OPTIONS);
    const holding = controller.holdOpen('note');
    await settled();
    expect(controller.snapshot.autoClose).to.deep.equal({status: 'normal'});
    answer.resolve([]);
    await holding;
    await controller.getStatus();
    expect(controller.snapshot.autoClose).to.include({status: 'held'});
    controller.dispose();
    await settled();
    // The wait for the other frames is over long ago.
    await time.pass(300);
    expect(time.pending).to.equal(0);
  });
});

describe('a service that is fetched', () => {
  const made = new FakePortal();

  it('gets no event any more after the end, and answers what was asked before', async () => {
    const fetching = new Deferred<CardService>();
    const lazy = new LazyCardService(() => fetching.promise);
    const log: string[] = [];
    lazy.notify(() => log.push('event'));
    const asked = lazy.request(() => Promise.resolve('answer'));
    lazy.dispose();
    fetching.resolve(undefined as unknown as CardService);
    expect(await asked).to.equal('answer');
    expect(log).to.deep.equal([]);
  });

  it('is ready when it is there', async () => {
    const fetching = new Deferred<CardService>();
    let makes = 0;
    const lazy = new LazyCardService(() => {
      makes += 1;
      return fetching.promise;
    });
    let isReady = false;
    const ready = lazy.ready().then(() => (isReady = true));
    await settled();
    expect([isReady as boolean, lazy.present]).to.deep.equal([false, undefined]);
    const service = {commands: made} as unknown as CardService;
    fetching.resolve(service);
    await ready;
    await lazy.ready();
    expect([lazy.present, makes]).to.deep.equal([service, 1]);
  });

  it('refuses each request when it can’t be fetched, and is fetched anew for the next', async () => {
    const offline = new CallCardError('offline', 'No network.');
    let makes = 0;
    const lazy = new LazyCardService(() => {
      makes += 1;
      return Promise.reject(offline);
    });
    lazy.notify(() => undefined);
    const refused = [lazy.request(() => Promise.resolve()), lazy.ready()].map(rejectionOf);
    expect(await Promise.all(refused)).to.deep.equal([offline, offline]);
    expect(await rejectionOf(lazy.ready())).to.equal(offline);
    expect(makes).to.equal(2);
  });
});
