/** A command belongs to the card for which it was sent: what becomes of it later changes no other card. */
import {expect} from '@open-wc/testing';
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import type {Clock} from '../../src/model/clock.js';
import type {PlacementInterface} from '../../src/model/portal/portal-answers.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../support/fake-portal.js';
import {rejectionOf} from '../support/rejection.js';
import {controllerOver} from '../support/controller-over.js';

const clock: Clock = {now: () => 1_000_000, after: () => () => undefined, random: () => 0.5};
const NO_CARD = [{result: 'error', errorCode: 'Call card is undefined'}];

const COMMANDS: readonly CardCommand[] = [
  {name: 'close', parameters: {}},
  {name: 'setUiState', parameters: {uiState: 'connected'}},
  {name: 'setMute', parameters: {muted: true}},
  {name: 'setHold', parameters: {held: true}},
  {name: 'setTitle', parameters: {title: 'The call before'}},
  {name: 'setStatusText', parameters: {statusText: 'The call before'}},
  {name: 'startTimer', parameters: {}},
];

interface Worker {
  readonly portal: FakePortal;
  readonly controller: CallCardController;
}

describe('the next card', () => {
  let worker: Worker;
  let answer: Deferred<unknown>;

  beforeEach(async () => {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const controller = controllerOver(portal, {clock});
    await controller.start();
    worker = {portal, controller};
    answer = new Deferred();
    openCard('externalCall.1');
    portal.answer = () => answer.promise;
  });
  afterEach(() => worker.controller.dispose());

  function openCard(id: string): void {
    worker.portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, CALL_ID: id});
  }

  function run(command: CardCommand): Promise<unknown> {
    return worker.controller.run(command as Extract<CardCommand, {name: 'close'}>);
  }

  // Two calls may have one id.
  for (const id of ['externalCall.1', 'externalCall.2']) {
    for (const command of COMMANDS) {
      it(`of ${id} is as it was opened when ${command.name} is confirmed that was sent before`, async () => {
        const done = run(command);
        openCard(id);
        answer.resolve([]);
        await done;
        expect(worker.controller.snapshot.card).to.deep.equal(OPENED_CARD);
        expect(worker.controller.snapshot.call?.id).to.equal(id);
      });

      it(`of ${id} is as it was opened when ${command.name} fails that was sent before`, async () => {
        const failed = rejectionOf(run(command));
        openCard(id);
        answer.resolve(NO_CARD);
        expect((await failed).code).to.equal('no-card');
        expect(worker.controller.snapshot.card).to.deep.equal(OPENED_CARD);
      });
    }
  }

  it('is as it was opened when the state of the one before was never confirmed', async () => {
    const failed = rejectionOf(worker.controller.setUiState('connected'));
    openCard('externalCall.2');
    answer.reject(new CallCardError('timeout', 'silence'));
    expect((await failed).code).to.equal('timeout');
    expect(worker.controller.snapshot.card).to.deep.equal(OPENED_CARD);
  });

  it('goes on with its own commands after that', async () => {
    const done = worker.controller.close();
    openCard('externalCall.2');
    answer.resolve([]);
    await done;
    worker.portal.answer = () => [];
    await worker.controller.setUiState('connected');
    await worker.controller.setHold(true);
    expect(worker.controller.snapshot.card).to.deep.include({
      status: 'open',
      uiState: {certainty: 'confirmed', value: 'connected'},
      held: true,
    });
  });

  it('is not given a command that was asked for before and not sent yet', async () => {
    const {portal, controller} = worker;
    const offered = new Deferred<PlacementInterface>();
    portal.readInterface = () => offered.promise;
    portal.session = {
      ...portal.session,
      interface: {commands: new Set(['CallCardSetHold']), events: new Set()},
    };
    const late = controllerOver(portal, {clock});
    await late.start();
    portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    const refused = rejectionOf(late.setMute(true));
    openCard('externalCall.2');
    offered.resolve({commands: new Set(['CallCardSetMute']), events: new Set()});
    expect(await refused).to.include({
      code: 'no-card',
      message: 'setMute was not sent: another card was opened since it was asked for.',
      request: 'CallCardSetMute',
    });
    expect(portal.asked).to.deep.equal([]);
    expect(controller.snapshot.card).to.deep.equal(OPENED_CARD);
    late.dispose();
  });
});

describe('a card that was closed', () => {
  async function closedWhile(
    command: CardCommand,
  ): Promise<Worker & {readonly answer: Deferred<unknown>; readonly done: Promise<unknown>}> {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const controller = controllerOver(portal, {clock});
    await controller.start();
    portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    const answer = new Deferred<unknown>();
    portal.answer = (wire) => (wire === 'CallCardClose' ? [] : answer.promise);
    const done = controller.run(command as Extract<CardCommand, {name: 'close'}>);
    await controller.close();
    return {portal, controller, answer, done};
  }

  for (const command of COMMANDS.slice(1)) {
    it(`is not opened again by a late confirmation of ${command.name}`, async () => {
      const {controller, answer, done} = await closedWhile(command);
      answer.resolve([]);
      await done;
      expect(controller.snapshot.card.status).to.equal('closed');
    });
  }

  it('is not opened again by a state that the portal never confirmed', async () => {
    const {controller, portal} = await closedWhile({name: 'setMute', parameters: {muted: true}});
    portal.answer = () => {
      throw new CallCardError('timeout', 'silence');
    };
    await rejectionOf(controller.setUiState('connected'));
    await controller.startTimer();
    expect(controller.snapshot.card.status).to.equal('closed');
  });

  it('is open, in a state that is not known, when the portal says that it did a later command', async () => {
    const {controller, portal} = await closedWhile({name: 'setTitle', parameters: {title: 'A'}});
    portal.answer = () => [];
    await controller.setMute(true);
    expect(controller.snapshot.card).to.deep.include({
      status: 'open',
      uiState: {certainty: 'assumed', value: 'connected'},
      muted: true,
    });
  });
});
