import {expect} from '@open-wc/testing';
import {isActionAllowed} from '../../src/controller/availability.js';
import type {ActionRequest} from '../../src/controller/actions/action-dispatcher.js';
import type {
  CallCardController,
  CallCardControllerOptions,
} from '../../src/controller/call-card-controller.js';
import type {Clock} from '../../src/model/clock.js';
import type {Snapshot} from '../../src/controller/snapshot.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {CARD_COMMAND_NAMES} from '../../src/model/card/card-command.js';
import {readPlacement} from '../../src/model/portal/placement.js';
import type {PortalSession} from '../../src/model/portal/session.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';
import {rejectionOf} from '../support/rejection.js';
import {controllerOver} from '../support/controller-over.js';

const NOW = 1_000_000;
const clock: Clock = {now: () => NOW, after: () => () => undefined, random: () => 0.5};
const BACKGROUND = 'BackgroundCallCard::';

async function tab(): Promise<{portal: FakePortal; controller: CallCardController}> {
  const portal = new FakePortal();
  const controller = controllerOver(portal, {clock});
  await controller.start();
  return {portal, controller};
}

interface Worker {
  readonly portal: FakePortal;
  readonly controller: CallCardController;
}

async function worker(): Promise<Worker> {
  const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
  const controller = controllerOver(portal, {clock});
  await controller.start();
  return {portal, controller};
}

/** Before the portal has answered. */
function connecting(portal: FakePortal, options: CallCardControllerOptions = {}) {
  const answer = new Deferred<PortalSession>();
  portal.connection = () => answer.promise;
  const controller = controllerOver(portal, {clock, ...options});
  const go = (): void => answer.resolve(portal.session);
  return {portal, controller, started: controller.start(), go};
}

function timeout(): never {
  throw new CallCardError('timeout', 'silence');
}

describe('CallCardController', () => {
  it('goes from connecting to ready, with the call of the placement', async () => {
    const seen: Snapshot['status'][] = [];
    const portal = new FakePortal();
    const controller = controllerOver(portal);
    controller.subscribe(({status}) => seen.push(status));
    const snapshot = await controller.start();
    expect(seen[0]).to.equal('connecting');
    expect(seen.at(-1)).to.equal('ready');
    expect(snapshot.call?.entity).to.deep.equal({typeId: 3, id: 17});
    expect(snapshot).to.equal(controller.snapshot);
  });

  it('shows no card of a portal that could not be reached, whatever an event had told', async () => {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER'));
    const silence = new Deferred<never>();
    portal.connection = () => silence.promise;
    const controller = controllerOver(portal);
    const started = controller.start();
    portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    silence.reject(new CallCardError('timeout', 'silence'));
    await started;
    portal.emit('BackgroundCallCard::holdButtonClick', true);
    expect(controller.snapshot.card).to.deep.equal({status: 'unseen'});
  });

  it('listens to all events until the portal has named the placement', async () => {
    const {portal, started, go} = connecting(new FakePortal());
    expect(portal.listeners('CallCard::EntityChanged')).to.equal(1);
    expect(portal.listeners(`${BACKGROUND}initialized`)).to.equal(1);
    go();
    await started;
    expect(portal.listeners('CallCard::EntityChanged')).to.equal(1);
    expect(portal.listeners(`${BACKGROUND}initialized`)).to.equal(0);
  });

  it('listens at first to the events of the placement that the page is made for', async () => {
    const worker = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const {portal, controller, started, go} = connecting(worker, {expected: 'call-card'});
    expect(portal.listeners('CallCard::EntityChanged')).to.equal(1);
    expect(portal.listeners(`${BACKGROUND}initialized`)).to.equal(0);
    go();
    await started;
    expect(portal.listeners('CallCard::EntityChanged')).to.equal(0);
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    expect(controller.snapshot.call?.entity).to.deep.equal({typeId: 3, id: 17});
  });

  it('says why the connection failed, and connects when it is asked again', async () => {
    const portal = new FakePortal();
    portal.connection = () => Promise.reject(new CallCardError('timeout', 'silence'));
    const controller = controllerOver(portal);
    const failed = await controller.start();
    expect(failed).to.have.nested.property('error.code', 'timeout');
    expect(failed.commands.close).to.deep.equal({
      status: 'unavailable',
      reason: 'not-connected',
    });
    portal.connection = () => Promise.resolve(portal.session);
    expect((await controller.start()).status).to.equal('ready');
    expect(portal.listeners('CallCard::EntityChanged')).to.equal(1);
  });

  it('gives a new, frozen snapshot for every change and the present one to a new subscriber', async () => {
    const {controller, portal} = await worker();
    const before = controller.snapshot;
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    expect(controller.snapshot).not.to.equal(before);
    expect(Object.isFrozen(controller.snapshot)).to.equal(true);
    const seen: Snapshot[] = [];
    const leave = controller.subscribe((snapshot) => seen.push(snapshot));
    expect(seen).to.deep.equal([controller.snapshot]);
    leave();
    await controller.setMute(true);
    expect(seen).to.have.length(1);
  });

  it('tells everyone the same in the same order, also when a listener brings about the next', async () => {
    const portal = new FakePortal();
    portal.connection = () => Promise.reject(new CallCardError('timeout', 'silence'));
    const controller = controllerOver(portal);
    const seen: string[] = [];
    controller.subscribe(({status}) => {
      if (status !== 'failed') return;
      portal.connection = () => Promise.resolve(portal.session);
      void controller.start();
    });
    controller.subscribe(({status, call}) => seen.push(call === null ? status : `${status}, call`));
    await controller.start();
    await settled();
    expect(seen).to.deep.equal([
      'connecting',
      'connecting',
      'failed',
      'connecting',
      'connecting, call',
      'ready, call',
    ]);
  });

  it('tells of the call before the other frames are met, so that its record need not wait', async () => {
    const portal = new FakePortal();
    const controller = controllerOver(portal, {
      openHub: () => new Promise(() => undefined),
    });
    void controller.start();
    await settled();
    const {status, call} = controller.snapshot;
    expect(status).to.equal('connecting');
    expect(call?.bindings[0]).to.deep.equal({typeId: 3, id: 17});
    controller.dispose();
  });

  it('is ready before the other frames are met where there seems to be none', async () => {
    const controller = controllerOver(new FakePortal(), {
      openHub: () => new Promise(() => undefined),
      isAlone: () => Promise.resolve(true),
      clock: {now: () => 0, after: () => () => undefined, random: () => 0.5},
    });
    expect((await controller.start()).status).to.equal('ready');
    controller.dispose();
  });

  it('tells everyone of the end, also when a listener brings it about', async () => {
    const {controller, portal} = await tab();
    const seen: string[] = [];
    controller.subscribe(({autoClose}) => {
      if (autoClose.status === 'closing') controller.dispose();
    });
    controller.subscribe(({status, autoClose}) => seen.push(`${status} ${autoClose.status}`));
    portal.emit('CallCard::BeforeClose', []);
    expect(seen).to.deep.equal(['ready normal', 'ready closing', 'connecting normal']);
  });

  it('tells nothing more to a listener that another has taken away', async () => {
    const {controller} = await worker();
    const seen: unknown[] = [];
    const others: (() => void)[] = [];
    controller.subscribe(() => others.forEach((leave) => leave()));
    others.push(controller.subscribe((snapshot) => seen.push(snapshot)));
    await controller.setMute(true);
    expect(seen).to.have.length(1);
  });

  it('tells the other listeners when one throws, and reports its error', async () => {
    const {controller, portal} = await worker();
    const reported: unknown[] = [];
    const reportError = window.reportError.bind(window);
    window.reportError = (error) => reported.push(error);
    const fault = new Error('the listener’s own');
    const heard: string[] = [];
    controller.on('hangupButtonClick', () => {
      throw fault;
    });
    controller.on('hangupButtonClick', () => heard.push('second'));
    portal.emit(`${BACKGROUND}hangupButtonClick`);
    window.reportError = reportError;
    expect(heard).to.deep.equal(['second']);
    expect(reported).to.deep.equal([fault]);
  });

  it('keeps an event that comes before the connection is ready', async () => {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const connection = new Deferred<typeof portal.session>();
    portal.connection = () => connection.promise;
    const controller = controllerOver(portal);
    const started = controller.start();
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    connection.resolve(portal.session);
    const snapshot = await started;
    expect(snapshot.call?.id).to.equal('externalCall.1');
    expect(snapshot.card.status).to.equal('open');
  });

  it('ends everything when it is disposed', async () => {
    const {controller, portal} = await tab();
    controller.dispose();
    expect(portal.disposed).to.equal(true);
    expect(portal.listeners('CallCard::EntityChanged')).to.equal(0);
    expect((await rejectionOf(controller.getStatus())).code).to.equal('disconnected');
  });
});

describe('commands', () => {
  it('offers in each placement what that placement has', async () => {
    const offered = async (session: ReturnType<typeof fakeSession>): Promise<string[]> => {
      const controller = controllerOver(new FakePortal(session));
      const {commands} = await controller.start();
      return CARD_COMMAND_NAMES.filter((name) => commands[name].status === 'available');
    };
    expect(await offered(fakeSession())).to.deep.equal([
      'getStatus',
      'disableAutoClose',
      'enableAutoClose',
    ]);
    expect(await offered(fakeSession('PAGE_BACKGROUND_WORKER', []))).to.have.length(9);
    expect(await offered(fakeSession('CRM_CONTACT_DETAIL_TAB', {ID: 17}))).to.deep.equal([]);
  });

  it('sends nothing that the placement or the portal does not offer', async () => {
    const {controller, portal} = await tab();
    const error = await rejectionOf(controller.setMute(true));
    expect([error.code, error.request]).to.deep.equal(['unsupported', 'CallCardSetMute']);
    expect(portal.asked).to.deep.equal([]);
    const old = new FakePortal({
      ...fakeSession(),
      interface: {commands: new Set(['getStatus']), events: new Set()},
    });
    const older = controllerOver(old);
    await older.start();
    expect(older.snapshot.commands.enableAutoClose).to.deep.equal({
      status: 'unavailable',
      reason: 'unsupported',
    });
    expect((await rejectionOf(older.enableAutoClose())).code).to.equal('unsupported');
  });

  it('asks again what the placement offers before it says that it does not', async () => {
    const portal = new FakePortal({
      ...fakeSession('PAGE_BACKGROUND_WORKER', []),
      interface: {commands: new Set(), events: new Set()},
    });
    const controller = controllerOver(portal);
    await controller.start();
    expect((await rejectionOf(controller.setMute(true))).code).to.equal('unsupported');
    portal.session = {
      ...portal.session,
      interface: {commands: new Set(['CallCardSetMute']), events: new Set()},
    };
    await controller.setMute(true);
    expect(portal.asked.map(({command}) => command)).to.deep.equal(['CallCardSetMute']);
    expect(controller.snapshot.commands.setMute.status).to.equal('available');
  });

  it('checks the parameters before anything is sent', async () => {
    const {controller, portal} = await worker();
    const wrong = controller as unknown as Record<string, (value: unknown) => Promise<unknown>>;
    const codes = [
      await rejectionOf(wrong['setUiState']!.call(controller, 'dancing')),
      await rejectionOf(wrong['setMute']!.call(controller, 'yes')),
      await rejectionOf(wrong['setHold']!.call(controller, undefined)),
      await rejectionOf(wrong['setTitle']!.call(controller, 5)),
      await rejectionOf(wrong['setStatusText']!.call(controller, null)),
    ].map(({code}) => code);
    expect(codes).to.deep.equal([
      'invalid-ui-state',
      'missing-field',
      'missing-field',
      'missing-field',
      'missing-field',
    ]);
    expect(portal.asked).to.deep.equal([]);
  });

  it('shows a state only when the portal has confirmed it', async () => {
    const {controller, portal} = await worker();
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    const answer = new Deferred<unknown>();
    portal.answer = () => answer.promise;
    const done = controller.setUiState('incoming');
    expect(controller.snapshot.card).to.have.nested.property('uiState.value', 'externalCard');
    answer.resolve([]);
    await done;
    expect(controller.snapshot.card).to.have.nested.property('uiState.value', 'incoming');
    expect(isActionAllowed(controller.snapshot, 'answer').status).to.equal('allowed');
    expect(isActionAllowed(controller.snapshot, 'hold').status).to.equal('not-allowed');
  });

  it('sends disableAutoStartTimer only when it is asked for', async () => {
    const {controller, portal} = await worker();
    await controller.setUiState('connected');
    await controller.setUiState('connected', {autoStartTimer: false});
    expect(portal.asked.map(({parameters}) => parameters)).to.deep.equal([
      {uiState: 'connected'},
      {uiState: 'connected', disableAutoStartTimer: true},
    ]);
  });

  const refusals = [
    [[{result: 'error', errorCode: 'Call card is undefined'}], 'no-card'],
    [{result: 'error', errorCode: 'Call card is undefined'}, 'no-card'],
    [[{result: 'error', errorCode: 'Invalid ui state'}], 'invalid-ui-state'],
    [{result: 'error', errorCode: 'missing field muted'}, 'missing-field'],
    [[{result: 'error', errorCode: 'Something new'}], 'refused'],
    [[{result: 'error'}], 'refused'],
  ] as const;
  for (const [answer, code] of refusals) {
    it(`rejects with ${code} for ${JSON.stringify(answer)}`, async () => {
      const {controller, portal} = await worker();
      portal.answer = () => answer;
      const error = await rejectionOf(controller.setUiState('incoming'));
      expect(error.code).to.equal(code);
      expect(error.parameters).to.deep.equal({uiState: 'incoming'});
    });
  }

  it('knows that there is no card any more, and asks the portal all the same', async () => {
    const {controller, portal} = await worker();
    portal.answer = () => [{result: 'error', errorCode: 'Call card is undefined'}];
    await rejectionOf(controller.setMute(true));
    expect(controller.snapshot.card.status).to.equal('closed');
    expect(controller.snapshot.commands.setMute).to.deep.equal({
      status: 'unavailable',
      reason: 'no-card',
    });
    portal.answer = () => [];
    await controller.setMute(true);
    expect(controller.snapshot.card.status).to.equal('open');
  });

  it('takes silence for success with the timer, within a short time', async () => {
    const {controller, portal} = await worker();
    portal.answer = timeout;
    await controller.startTimer();
    expect(portal.asked.at(-1)?.timeLimit).to.equal(300);
    expect(controller.snapshot.card).to.have.deep.property('timer', {
      status: 'running',
      startedAt: NOW,
    });
  });

  it('shows the timer in the order of the commands, although it is confirmed by silence', async () => {
    const {controller, portal} = await worker();
    const silence = new Deferred<unknown>();
    portal.answer = (command) => (command === 'CallCardStartTimer' ? silence.promise : []);
    const starting = controller.startTimer();
    await controller.setUiState('redial');
    expect(controller.snapshot.card).to.have.deep.property('timer', {
      status: 'stopped',
      startedAt: NOW,
      elapsed: 0,
    });
    silence.reject(new CallCardError('timeout', 'silence'));
    await starting;
    expect(controller.snapshot.card).to.have.nested.property('timer.status', 'stopped');
  });

  it('starts no timer on the card of another call', async () => {
    const {controller, portal} = await worker();
    const silence = new Deferred<unknown>();
    portal.answer = () => silence.promise;
    const starting = controller.startTimer();
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    silence.reject(new CallCardError('timeout', 'silence'));
    await starting;
    expect(controller.snapshot.card).to.have.deep.property('timer', {status: 'hidden'});
  });

  it('rejects with no-card when the timer answers with an error', async () => {
    const {controller, portal} = await worker();
    portal.answer = () => [{result: 'error', errorCode: 'Call card is undefined'}];
    expect((await rejectionOf(controller.stopTimer())).code).to.equal('no-card');
  });

  it('marks the state of a silent setUiState as unconfirmed', async () => {
    const {controller, portal} = await worker();
    portal.answer = timeout;
    expect((await rejectionOf(controller.setUiState('connected'))).code).to.equal('timeout');
    expect(controller.snapshot.card).to.have.deep.property('uiState', {
      certainty: 'unconfirmed',
      value: 'connected',
    });
  });

  const newer: readonly (readonly [string, (set: Worker) => unknown, unknown])[] = [
    [
      'another state was confirmed',
      ({controller}) => controller.setUiState('redial'),
      {certainty: 'confirmed', value: 'redial'},
    ],
    ['the card was closed', ({controller}) => controller.close(), undefined],
    [
      'the portal has no card any more',
      ({controller, portal}) => {
        portal.answer = () => [{result: 'error', errorCode: 'Call card is undefined'}];
        return rejectionOf(controller.setMute(true));
      },
      undefined,
    ],
    [
      'the card of another call was opened',
      ({portal}) => portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS),
      {certainty: 'confirmed', value: 'externalCard'},
    ],
  ];
  for (const [what, happens, uiState] of newer) {
    it(`leaves no doubt about the state when ${what} before the silence was over`, async () => {
      const {controller, portal} = await worker();
      const silence = new Deferred<unknown>();
      portal.answer = () => silence.promise;
      const silent = rejectionOf(controller.setUiState('connected'));
      portal.answer = () => [];
      await happens({controller, portal});
      silence.reject(new CallCardError('timeout', 'silence'));
      await silent;
      const {card} = controller.snapshot;
      expect(card.status === 'open' ? card.uiState : undefined).to.deep.equal(uiState);
    });
  }

  it('lists the states that the portal names', async () => {
    const {controller, portal} = await worker();
    portal.answer = () => ['incoming', 'connected', 'dancing'];
    expect(await controller.listUiStates()).to.deep.equal(['incoming', 'connected']);
  });

  it('shows until when the card is held, and no longer when it is let go', async () => {
    const {controller} = await tab();
    await controller.disableAutoClose();
    expect(controller.snapshot.autoClose).to.deep.equal({
      status: 'held',
      until: NOW + 65_000,
      reasons: [],
    });
    await controller.enableAutoClose();
    expect(controller.snapshot.autoClose).to.deep.equal({status: 'normal'});
  });
});

describe('holdOpen', () => {
  it('shows the reasons while they last, and lets the card close after the last', async () => {
    const {controller, portal} = await tab();
    const told: string[] = [];
    const note = await controller.holdOpen('note', {onBeforeClose: () => told.push('note')});
    const form = await controller.holdOpen('form');
    expect(controller.snapshot.autoClose).to.deep.equal({
      status: 'held',
      until: NOW + 65_000,
      reasons: ['note', 'form'],
    });
    await form.release();
    expect(controller.snapshot.autoClose).to.deep.include({reasons: ['note']});
    portal.emit('CallCard::BeforeClose', []);
    await settled();
    expect(told).to.deep.equal(['note']);
    expect(controller.snapshot.autoClose).to.deep.equal({status: 'closing', reasons: ['note']});
    portal.answer = timeout;
    await rejectionOf(note.release());
    expect(controller.snapshot.autoClose).to.deep.equal({status: 'closing', reasons: []});
    portal.answer = () => [];
    await controller.enableAutoClose();
    expect(controller.snapshot.autoClose).to.deep.equal({status: 'normal'});
    expect(portal.asked.map(({command}) => command)).to.deep.equal([
      'disableAutoClose',
      'enableAutoClose',
      'enableAutoClose',
    ]);
  });

  it('gives no hold where the placement has no such command', async () => {
    const {controller} = await worker();
    expect((await rejectionOf(controller.holdOpen('note'))).code).to.equal('unsupported');
  });
});

describe('the call', () => {
  it('changes at once with EntityChanged, and has its bindings when the status was read', async () => {
    const {controller, portal} = await tab();
    const status = new Deferred<unknown>();
    portal.answer = () => status.promise;
    portal.emit('CallCard::EntityChanged', {
      PHONE_NUMBER: '+4930123456',
      CRM_ENTITY_TYPE: 'COMPANY',
      CRM_ENTITY_ID: 5,
    });
    expect(controller.snapshot.call?.entity).to.deep.equal({typeId: 4, id: 5});
    expect(portal.asked.map(({command}) => command)).to.deep.equal(['getStatus']);
    status.resolve({
      ...CALL_OPTIONS,
      CRM_ENTITY_TYPE: 'COMPANY',
      CRM_ENTITY_ID: 5,
      CRM_BINDINGS: [{ENTITY_TYPE: 'LEAD', ENTITY_ID: 9}],
    });
    await controller.getStatus();
    expect(controller.snapshot.call?.bindings).to.deep.equal([
      {typeId: 4, id: 5},
      {typeId: 1, id: 9},
    ]);
  });

  for (const event of ['EntityChanged', 'CallStateChanged']) {
    it(`is read when ${event} came before the connection was ready`, async () => {
      const portal = new FakePortal();
      const connection = new Deferred<typeof portal.session>();
      portal.connection = () => connection.promise;
      portal.answer = () => ({...CALL_OPTIONS, CRM_ENTITY_TYPE: 'COMPANY', CRM_ENTITY_ID: 5});
      const controller = controllerOver(portal);
      const started = controller.start();
      portal.emit(`CallCard::${event}`, 'connected');
      connection.resolve(portal.session);
      await started;
      await settled();
      expect(portal.asked.map(({command}) => command)).to.deep.equal(['getStatus']);
      expect(controller.snapshot.call?.entity).to.deep.equal({typeId: 4, id: 5});
    });
  }

  it('drops a status that a second change has overtaken', async () => {
    const {controller, portal} = await tab();
    const answers = [new Deferred<unknown>(), new Deferred<unknown>()];
    let asked = 0;
    portal.answer = () => answers[asked++]?.promise;
    const change = (type: string, id: number): void =>
      portal.emit('CallCard::EntityChanged', {CRM_ENTITY_TYPE: type, CRM_ENTITY_ID: id});
    change('COMPANY', 5);
    change('DEAL', 25);
    const settled = controller.getStatus();
    answers[0]?.resolve({...CALL_OPTIONS, CRM_ENTITY_TYPE: 'COMPANY', CRM_ENTITY_ID: 5});
    answers[1]?.resolve({...CALL_OPTIONS, CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: 25});
    const seen: unknown[] = [];
    controller.subscribe(({call}) => seen.push(call?.entity?.id));
    await settled;
    expect(asked).to.equal(2);
    expect(new Set(seen)).to.deep.equal(new Set([25]));
  });

  it('keeps the record and names the problem when the status can not be read', async () => {
    const {controller, portal} = await tab();
    portal.answer = timeout;
    portal.emit('CallCard::EntityChanged', {CRM_ENTITY_TYPE: 'COMPANY', CRM_ENTITY_ID: 5});
    await rejectionOf(controller.getStatus());
    expect(controller.snapshot.call?.entity).to.deep.equal({typeId: 4, id: 5});
    expect(controller.snapshot.problems.map(({path}) => path)).to.include('getStatus');
  });

  it('reads the status for a change that came while an answer was lost', async () => {
    const {controller, portal} = await tab();
    const lost = new Deferred<unknown>();
    portal.answer = () => lost.promise;
    portal.emit('CallCard::EntityChanged', {CRM_ENTITY_TYPE: 'COMPANY', CRM_ENTITY_ID: 5});
    portal.emit('CallCard::EntityChanged', {CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: 25});
    portal.answer = () => ({...CALL_OPTIONS, CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: 25});
    lost.reject(new CallCardError('timeout', 'silence'));
    await settled();
    expect(portal.asked).to.have.length(2);
    expect(controller.snapshot.call?.bindings).to.deep.equal([{typeId: 2, id: 25}]);
    expect(controller.snapshot.problems).to.deep.equal([]);
  });

  it('follows the progress of the call, and takes nonsense for a problem', async () => {
    const {controller, portal} = await tab();
    portal.emit('CallCard::CallStateChanged', 'idle');
    expect(controller.snapshot.call?.progress).to.equal('idle');
    portal.emit('CallCard::CallStateChanged', 'flying');
    expect(controller.snapshot.call?.progress).to.equal('idle');
    expect(controller.snapshot.problems).to.have.length(1);
  });

  it('does not grow by nonsense that never ends', async () => {
    const {controller, portal} = await tab();
    for (let i = 0; i < 100; i += 1) portal.emit('CallCard::CallStateChanged', 'flying');
    expect(controller.snapshot.problems).to.have.length(20);
  });

  it('does not begin with more nonsense than it would keep', async () => {
    const {problems} = readPlacement('CALL_CARD', {
      ...CALL_OPTIONS,
      CRM_BINDINGS: Array.from({length: 100}, () => 'nonsense'),
    });
    const controller = controllerOver(new FakePortal({...fakeSession(), problems}));
    expect((await controller.start()).problems).to.have.length(20);
  });

  it('says that the portal wants to close', async () => {
    const {controller, portal} = await tab();
    portal.emit('CallCard::BeforeClose', []);
    expect(controller.snapshot.autoClose).to.deep.equal({status: 'closing', reasons: []});
  });
});

describe('a campaign', () => {
  it('goes through a hundred clients without growing', async () => {
    const {controller, portal} = await tab();
    let current = 0;
    portal.answer = () => ({...CALL_OPTIONS, CRM_ENTITY_ID: current, CALL_LIST_MODE: true});
    const sizes: number[] = [];
    for (let id = 101; id <= 200; id += 1) {
      current = id;
      // Each client comes with a burst of changes.
      for (let i = 0; i < 3; i += 1) {
        portal.emit('CallCard::EntityChanged', {CRM_ENTITY_TYPE: 'CONTACT', CRM_ENTITY_ID: id});
      }
      await controller.getStatus();
      expect(controller.snapshot.call?.entity).to.deep.equal({typeId: 3, id});
      sizes.push(JSON.stringify(controller.snapshot).length);
    }
    expect(new Set(sizes.slice(1))).to.have.length(1);
    // One reading for the first change of a burst, one for those that came meanwhile.
    expect(portal.asked).to.have.length(200);
  });
});

describe('actions', () => {
  it('tells each click once, with what it asks for and where it was made', async () => {
    const {controller, portal} = await worker();
    const heard: ActionRequest[] = [];
    controller.onAction((request) => heard.push(request));
    portal.emit(`${BACKGROUND}muteButtonClick`, true);
    portal.emit(`${BACKGROUND}hangupButtonClick`, '');
    portal.emit(`${BACKGROUND}transferButtonClick`, {phoneNumber: '', target: 'x'.repeat(3)});
    void controller.requestAction({name: 'answer'});
    expect(heard.map(({action, source}) => ({action, source}))).to.deep.equal([
      {action: {name: 'mute', muted: true}, source: 'card'},
      {action: {name: 'hang-up'}, source: 'card'},
      {
        action: {name: 'transfer', target: {kind: 'phone', number: 'xxx'}, phoneNumber: ''},
        source: 'card',
      },
      {action: {name: 'answer'}, source: 'controls'},
    ]);
  });

  it('asks for nothing with an event whose value is broken', async () => {
    const {controller, portal} = await worker();
    const heard: ActionRequest[] = [];
    controller.onAction((request) => heard.push(request));
    portal.emit(`${BACKGROUND}muteButtonClick`, 'perhaps');
    expect(heard).to.deep.equal([]);
    expect(controller.snapshot.problems).to.have.length(1);
  });

  it('changes nothing on the card with a click that the app must answer', async () => {
    const {controller, portal} = await worker();
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    const {card} = controller.snapshot;
    portal.emit(`${BACKGROUND}answerButtonClick`, '');
    expect(controller.snapshot.card).to.equal(card);
  });

  it('follows the switches of the card, which tell their new state', async () => {
    const {controller, portal} = await worker();
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    portal.emit(`${BACKGROUND}muteButtonClick`, true);
    portal.emit(`${BACKGROUND}holdButtonClick`, true);
    portal.emit(`${BACKGROUND}muteButtonClick`, false);
    expect(controller.snapshot.card).to.include({muted: false, held: true});
  });
});
