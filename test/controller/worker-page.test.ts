import {expect} from '@open-wc/testing';
import {CardService} from '../../src/controller/card/card-service.js';
import {CallCardController} from '../../src/controller/call-card-controller.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {CARD_EVENTS} from '../../src/model/card/card-event.js';
import {fromFrame} from '../../src/portal/frame/frame-portal.js';
import type {Portal} from '../../src/portal/portal.js';
import {FakeHost} from '../support/fake-host.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';
import {rejectionOf} from '../support/rejection.js';

const WORKER = 'PAGE_BACKGROUND_WORKER';
const BACKGROUND = 'BackgroundCallCard::';

function workerPortal(): FakePortal {
  return new FakePortal(fakeSession(WORKER, []));
}

/** A controller whose service of the card comes when the test lets it. */
function setUp<P extends Portal>(portal: P) {
  const fetches: Deferred<undefined>[] = [];
  const controller = new CallCardController(portal, {}, async (options) => {
    const fetching = new Deferred<undefined>();
    fetches.push(fetching);
    await fetching.promise;
    return new CardService(options);
  });
  return {portal, controller, fetches};
}

describe('a controller that fetches what its card needs', () => {
  it('does not fetch it on a page without a card', async () => {
    const {controller, fetches} = setUp(workerPortal());
    expect((await controller.start()).status).to.equal('ready');
    await settled();
    expect(fetches.length).to.equal(0);
  });

  it('loses no event and changes no order while it is fetched', async () => {
    const {portal, controller, fetches} = setUp(workerPortal());
    const told: string[] = [];
    portal.answer = (command, parameters) => {
      told.push(`${command} ${JSON.stringify(parameters)}`);
      return [];
    };
    await controller.start();
    controller.on('initialized', (call) => {
      told.push(`initialized ${call?.id}`);
      void controller.setStatusText('from the listener');
    });
    controller.on('muteButtonClick', (muted) => told.push(`mute ${muted}`));
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    const early = controller.setTitle('early');
    portal.emit(`${BACKGROUND}muteButtonClick`, 'true');
    portal.emit(`${BACKGROUND}muteButtonClick`, 'false');
    expect(controller.snapshot.card.status).to.equal('unseen');
    fetches[0]?.resolve(undefined);
    await early;
    await settled();
    expect(fetches.length).to.equal(1);
    expect(told).to.deep.equal([
      'initialized externalCall.1',
      'CallCardSetCardTitle {"title":"early"}',
      'mute true',
      'mute false',
      'CallCardSetStatusText {"statusText":"from the listener"}',
    ]);
    const {card} = controller.snapshot;
    expect(card.status === 'open' && [card.title, card.muted]).to.deep.equal(['early', false]);
  });

  it('refuses a command when it cannot be fetched, and keeps the events for the next try', async () => {
    const {portal, controller, fetches} = setUp(workerPortal());
    await controller.start();
    portal.emit(`${BACKGROUND}initialized`, CALL_OPTIONS);
    const refused = rejectionOf(controller.setMute(true));
    fetches[0]?.reject(new CallCardError('offline', 'No network.'));
    expect((await refused).code).to.equal('offline');
    const second = controller.setHold(true);
    fetches[1]?.resolve(undefined);
    await second;
    expect(controller.snapshot.call?.id).to.equal('externalCall.1');
    expect(portal.asked.map(({command}) => command)).to.deep.equal(['CallCardSetHold']);
  });

  it('has it before it shows a call in its own tab', async () => {
    const {portal, controller, fetches} = setUp(new FakePortal());
    const started = controller.start();
    await settled();
    expect(controller.snapshot.status).to.equal('connecting');
    portal.emit('CallCard::CallStateChanged', {CALL_STATE: 'idle'});
    fetches[0]?.resolve(undefined);
    expect((await started).call?.id).to.equal('externalCall.1');
    await settled();
    // What changed before the call was known is read again.
    expect(portal.asked.map(({command}) => command)).to.deep.equal(['getStatus']);
  });

  it('sends a portal without a card nothing beyond the handshake and its bindings', async () => {
    const host = new FakeHost();
    const events = Object.values(CARD_EVENTS).map(({wire}) => wire);
    host.answer = ({command}) => {
      if (command === 'getInterface') return JSON.stringify({command: [], event: events});
      return command === 'getInitData'
        ? JSON.stringify({PLACEMENT: WORKER, PLACEMENT_OPTIONS: [], AUTH_ID: 'token'})
        : undefined;
    };
    const {controller, fetches} = setUp(fromFrame({window: host.window}));
    await controller.start();
    await settled();
    const sent = host.posted.map(({command}) => command);
    const binding = Array.from(events, () => 'placementBindEvent');
    expect(sent.sort()).to.deep.equal(['getInitData', 'getInterface', ...binding].sort());
    expect(fetches.length).to.equal(0);
    controller.dispose();
  });
});
