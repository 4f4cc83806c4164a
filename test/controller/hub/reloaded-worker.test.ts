/** A worker's page that is loaded in mid-call: what it hears from the app's other frames. */
import {expect} from '@open-wc/testing';
import {CallCardController} from '../../../src/controller/call-card-controller.js';
import {BROWSER} from '../../../src/controller/hub/browser-hub.js';
import {SeatedHub} from '../../../src/controller/hub/hub-seat.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';

const CALL_ID = CALL_OPTIONS.CALL_ID;

class Worker {
  readonly portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
  readonly controller = new CallCardController(this.portal, {
    openHub: (seat) => Promise.resolve(new SeatedHub(seat, BROWSER)),
  });

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
}

describe('a worker that is loaded in mid-call', () => {
  const workers: Worker[] = [];
  afterEach(() => {
    for (const {controller} of workers.splice(0)) controller.dispose();
  });

  function make(): Worker {
    const worker = new Worker();
    workers.push(worker);
    return worker;
  }

  it('hears of its call from the others, and shows what is the newest when the portal has confirmed one command', async () => {
    const other = make();
    await other.controller.start();
    other.portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
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
