import {expect} from '@open-wc/testing';
import {RecordPrefetcher} from '../../src/startup/record-prefetcher.js';
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {EntityRef} from '../../src/model/entity/entity-ref.js';
import {controllerOver} from '../support/controller-over.js';
import type {Snapshot} from '../../src/controller/snapshot.js';
import {ManualTime, settled} from '../support/manual-time.js';
import {fakeSession, FakePortal} from '../support/fake-portal.js';

const EVENT = {
  CALL_ID: 'call-7',
  PHONE_NUMBER: '+4930123456',
  CRM_ENTITY_TYPE: 'CONTACT',
  CRM_ENTITY_ID: '17',
  CRM_BINDINGS: [
    {ENTITY_TYPE: 'CONTACT', ENTITY_ID: 17},
    {ENTITY_TYPE: 'DEAL', ENTITY_ID: 25},
  ],
};

describe('the prefetching of records in a worker', () => {
  let portal: FakePortal;
  let controller: CallCardController;
  let prefetcher: RecordPrefetcher;
  let prefetched: {readonly ref: EntityRef; readonly keep: AbortSignal}[];

  beforeEach(async () => {
    portal = new FakePortal();
    portal.session = fakeSession('PAGE_BACKGROUND_WORKER', []);
    controller = controllerOver(portal, {timeLimit: 50});
    prefetched = [];
    controller.crm.prefetch = (ref, keep) => {
      prefetched.push({ref, keep});
      return Promise.resolve();
    };
    prefetcher = new RecordPrefetcher(controller);
    await controller.start();
  });

  afterEach(() => {
    prefetcher.dispose();
    controller.dispose();
  });

  const keys = (): readonly string[] => prefetched.map(({ref}) => `${ref.typeId}:${ref.id}`);
  const kept = (): readonly boolean[] => prefetched.map(({keep}) => !keep.aborted);

  it('begins with the card, the primary record first', () => {
    expect(prefetched).to.deep.equal([]);
    portal.emit('BackgroundCallCard::initialized', EVENT);
    expect(keys()).to.deep.equal(['3:17', '2:25']);
    expect(kept()).to.deep.equal([true, true]);
  });

  it('takes histories along as the worker was told, else as the app has shown some', () => {
    const told: (boolean | undefined)[] = [];
    controller.crm.prefetch = (_ref, _keep, history) => {
      told.push(history);
      return Promise.resolve();
    };
    portal.emit('BackgroundCallCard::initialized', EVENT);
    // The card is open: each begins with it.
    for (const what of ['histories', 'records'] as const) {
      new RecordPrefetcher(controller, what).dispose();
    }
    expect(told).to.deep.equal([undefined, undefined, true, true, false, false]);
  });

  it('ends when the app closes the card', async () => {
    portal.emit('BackgroundCallCard::initialized', EVENT);
    await controller.close();
    expect(kept()).to.deep.equal([false, false]);
  });

  it('ends with the next card', () => {
    portal.emit('BackgroundCallCard::initialized', EVENT);
    portal.emit('BackgroundCallCard::initialized', {...EVENT, CALL_ID: 'call-8'});
    expect(kept()).to.deep.equal([false, false, true, true]);
  });

  it('does not keep a record that was changed, and loads that of the next client', async () => {
    portal.emit('BackgroundCallCard::initialized', EVENT);
    portal.emit('BackgroundCallCard::entityChanged', {
      ...EVENT,
      CRM_ENTITY_ID: '18',
      CRM_BINDINGS: undefined,
    });
    expect(keys()).to.deep.equal(['3:17', '2:25', '3:18']);
    expect(kept()).to.deep.equal([true, true, true]);
    await settled();
    portal.emit('BackgroundCallCard::entityChanged', {
      ...EVENT,
      CRM_ENTITY_ID: '18',
      CRM_BINDINGS: undefined,
    });
    expect(kept().at(-1)).to.equal(false);
  });

  it('ends when it is disposed of', () => {
    portal.emit('BackgroundCallCard::initialized', EVENT);
    prefetcher.dispose();
    portal.emit('BackgroundCallCard::entityChanged', {...EVENT, CRM_ENTITY_ID: '18'});
    expect(kept()).to.deep.equal([false, false]);
  });

  it('ends when the tabs of the card have gone, and not while one is reloaded', async () => {
    const clock = new ManualTime();
    let tell: (snapshot: Snapshot) => void = () => undefined;
    const subscribe: CallCardController['subscribe'] = (listener) => {
      tell = listener;
      return () => undefined;
    };
    portal.emit('BackgroundCallCard::initialized', EVENT);
    const {snapshot, crm} = controller;
    prefetched = [];
    const withTabs = new RecordPrefetcher({subscribe, on: () => () => undefined, crm}, true, clock);
    const show = (...roles: readonly string[]): void => {
      const frames = roles.map((role) => ({role, callId: 'call-7'}));
      tell({...snapshot, hub: {status: 'joined', frames}} as unknown as Snapshot);
    };
    show('worker', 'tab');
    show('worker');
    await clock.pass(9000);
    show('worker', 'tab');
    await clock.pass(9000);
    expect(kept(), 'a tab was reloaded').to.deep.equal([true, true]);
    show('worker');
    await clock.pass(11_000);
    expect(kept()).to.deep.equal([false, false]);
    withTabs.dispose();
  });
});
