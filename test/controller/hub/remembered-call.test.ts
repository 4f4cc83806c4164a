/** A worker's page that is loaded in mid-call: what the one before has kept for it. */
import {expect} from '@open-wc/testing';
import {CallCardController} from '../../../src/controller/call-card-controller.js';
import {BROWSER} from '../../../src/controller/hub/browser-hub.js';
import {SeatedHub} from '../../../src/controller/hub/hub-seat.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';

const CALL_ID = CALL_OPTIONS.CALL_ID;
const NO_CARD = [{result: 'error', errorCode: 'Call card is undefined'}];

class Worker {
  readonly portal: FakePortal;
  readonly controller: CallCardController;

  constructor(memberId: string, isInSlider: boolean) {
    this.portal = new FakePortal({...fakeSession('PAGE_BACKGROUND_WORKER', []), memberId});
    this.controller = new CallCardController(this.portal, {
      openHub: (seat) => Promise.resolve(new SeatedHub(seat, {...BROWSER, isInSlider})),
    });
  }

  /** The last parameters of each command that the portal was asked for. */
  get set(): Readonly<Record<string, unknown>> {
    return Object.assign({}, ...this.portal.asked.map(({parameters}) => parameters)) as Readonly<
      Record<string, unknown>
    >;
  }

  get knowsCall(): boolean {
    const {call, card} = this.controller.snapshot;
    return call?.id === CALL_ID && card.status === 'open';
  }

  opensCard(): void {
    this.portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
  }
}

describe('a worker that is loaded in mid-call', () => {
  const workers: Worker[] = [];
  let portals = 0;
  let memberId: string;

  beforeEach(() => {
    portals += 1;
    memberId = `remembered-${portals}`;
  });
  afterEach(() => {
    for (const {controller} of workers.splice(0)) controller.dispose();
    sessionStorage.clear();
  });

  function make({isInSlider = false} = {}): Worker {
    const worker = new Worker(memberId, isInSlider);
    workers.push(worker);
    return worker;
  }

  async function open(setup?: {isInSlider?: boolean}): Promise<Worker> {
    const worker = make(setup);
    await worker.controller.start();
    return worker;
  }

  /** A worker in another portal tab, whose session storage is another one: it keeps nothing in this. */
  function openInOtherTab(): Promise<Worker> {
    return open({isInSlider: true});
  }

  /** A worker with a card that shows something, and whose page then goes. */
  async function callInWorkerBefore(): Promise<void> {
    const before = await open();
    before.opensCard();
    await before.controller.setTitle('Anna');
    await before.controller.setMute(true);
    before.controller.dispose();
  }

  it('knows its call and what its card shows, as soon as the portal has confirmed it', async () => {
    await callInWorkerBefore();
    const worker = make();
    const answered = new Deferred<unknown>();
    worker.portal.answer = () => answered.promise;
    await worker.controller.start();
    await waitUntil(() => worker.portal.asked.length > 0);
    expect(worker.portal.asked).to.deep.include({
      command: 'CallCardSetMute',
      parameters: {muted: true},
      timeLimit: 2000,
    });
    expect(worker.controller.snapshot.call).to.equal(null);
    answered.resolve([]);
    await waitUntil(() => worker.knowsCall);
    expect(worker.controller.snapshot.card).to.include({title: 'Anna', muted: true});
    expect(worker.controller.snapshot.call?.number).to.deep.equal({
      kind: 'number',
      value: CALL_OPTIONS.PHONE_NUMBER,
    });
  });

  it('forgets a call whose card is not there any more', async () => {
    await callInWorkerBefore();
    const worker = make();
    worker.portal.answer = () => NO_CARD;
    await worker.controller.start();
    await waitUntil(() => sessionStorage.length === 0);
    expect(worker.controller.snapshot.call).to.equal(null);
    const next = await open();
    await next.controller.listUiStates();
    expect(next.portal.asked).to.have.length(1);
  });

  it('asks for nothing when the card was closed before', async () => {
    const before = await open();
    before.opensCard();
    await before.controller.close();
    before.controller.dispose();
    const worker = await open();
    await worker.controller.listUiStates();
    expect(worker.portal.asked).to.have.length(1);
  });

  it('has no card in a slider, and leaves what another worker has kept', async () => {
    await callInWorkerBefore();
    const slider = await open({isInSlider: true});
    await slider.controller.listUiStates();
    expect(slider.portal.asked).to.have.length(1);
    const worker = await open();
    await waitUntil(() => worker.knowsCall);
  });

  it('takes a newer call that the portal tells it', async () => {
    await callInWorkerBefore();
    const worker = make();
    const starting = worker.controller.start();
    worker.portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, CALL_ID: 'newer'});
    await starting;
    await worker.controller.listUiStates();
    expect(worker.controller.snapshot.call?.id).to.equal('newer');
    expect(worker.controller.snapshot.card).to.include({title: null, muted: false});
  });

  it('comes to show what was set in another portal tab while it was away', async () => {
    const other = await openInOtherTab();
    await callInWorkerBefore();
    other.opensCard();
    await other.controller.setTitle('Berta');
    await other.controller.setMute(false);
    await other.controller.setHold(true);
    const worker = await open();
    await waitUntil(() => worker.knowsCall);
    await waitUntil(() => worker.set['held'] === true);
    expect(worker.set).to.include({title: 'Berta', muted: false});
    await waitUntil(() => {
      const {card} = worker.controller.snapshot;
      return card.status === 'open' && card.held && card.title === 'Berta';
    });
  });

  it('is not asked for another call while the portal is at that', async () => {
    const other = await openInOtherTab();
    await callInWorkerBefore();
    other.portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, CALL_ID: 'another'});
    const worker = make();
    worker.portal.answer = () => new Promise(() => undefined);
    await worker.controller.start();
    await waitUntil(() => {
      const {hub} = other.controller.snapshot;
      return hub.status === 'joined' && hub.frames.some(({callId}) => callId === CALL_ID);
    });
    await other.controller.setTitle('Another');
    expect(worker.set).to.not.include({title: 'Another'});
  });

  it('hears of its call from the others where nothing could be kept', async () => {
    const other = await openInOtherTab();
    other.opensCard();
    await other.controller.setTitle('First');
    const worker = make();
    const first = new Deferred<unknown>();
    worker.portal.answer = (_command, {title}) => (title === 'Second' ? first.promise : []);
    await worker.controller.start();
    await waitUntil(() => {
      const {hub} = other.controller.snapshot;
      return hub.status === 'joined' && hub.frames.length === 1;
    });
    const second = other.controller.setTitle('Second');
    await waitUntil(() => worker.set['title'] === 'Second');
    // The portal is still at the second one.
    await other.controller.setTitle('Third');
    first.resolve([]);
    await second;
    await waitUntil(() => worker.knowsCall);
    expect(worker.set['title']).to.equal('Third');
    await waitUntil(() => {
      const {card} = worker.controller.snapshot;
      return card.status === 'open' && card.title === 'Third';
    });
  });
});
