/** A worker's page that is loaded in mid-call: what it hears from the app's other frames, and asks. */
import {expect} from '@open-wc/testing';
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import {MISSED_CARD} from '../../src/model/card/card-reducer.js';
import {BROWSER} from '../../src/hub/browser-hub.js';
import {Hub} from '../../src/hub/hub.js';
import type {PortalSession} from '../../src/model/portal/session.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../support/fake-portal.js';
import {waitUntil} from '../support/wait-until.js';
import {controllerOver} from '../support/controller-over.js';

const CALL_ID = CALL_OPTIONS.CALL_ID;
const INVALID_STATE = [{result: 'error', errorCode: 'Invalid ui state'}];
const NO_CARD = [{result: 'error', errorCode: 'Call card is undefined'}];

/** The ids of the frames in each page of the portal. */
type Pages = Map<string, Set<string>>;

class Frame {
  readonly portal: FakePortal;
  readonly controller: CallCardController;

  constructor(session: PortalSession, pages: Pages, page: string) {
    this.portal = new FakePortal(session);
    const ids = pages.get(page) ?? new Set();
    pages.set(page, ids);
    this.controller = controllerOver(this.portal, {
      openHub: (name, host) => {
        const environment = {
          ...BROWSER,
          enterPage: (id: string) => {
            ids.add(id);
            return () => ids.delete(id);
          },
          neighbours: () => [...ids],
        };
        return Promise.resolve(new Hub(name, environment, host));
      },
    });
  }

  /** The last parameters of each command that the portal was asked for. */
  get set(): Readonly<Record<string, unknown>> {
    return Object.assign({}, ...this.portal.asked.map(({parameters}) => parameters)) as Readonly<
      Record<string, unknown>
    >;
  }

  /** The commands that the portal was asked for, but for the question whether there is a card. */
  get commands(): readonly string[] {
    return this.portal.asked
      .filter(({parameters}) => parameters['uiState'] !== 'none')
      .map(({command}) => command);
  }

  get knowsCall(): boolean {
    const {call, card} = this.controller.snapshot;
    return call?.id === CALL_ID && card.status === 'open';
  }

  get meets(): number {
    const {hub} = this.controller.snapshot;
    return hub.status === 'joined' ? hub.frames.length : 0;
  }
}

describe('a worker that is loaded in mid-call', () => {
  const frames: Frame[] = [];
  let pages: Pages = new Map();
  afterEach(() => {
    pages = new Map();
    for (const {controller} of frames.splice(0)) controller.dispose();
  });

  function makeWorker(page = 'here'): Frame {
    return make(fakeSession('PAGE_BACKGROUND_WORKER', []), page);
  }

  function makeTab(page = 'here', options: object = {}): Frame {
    const tab = make(fakeSession('CALL_CARD', {...CALL_OPTIONS, ...options}), page);
    tab.portal.answer = () => [{...CALL_OPTIONS, ...options}];
    return tab;
  }

  function make(session: PortalSession, page: string): Frame {
    const frame = new Frame(session, pages, page);
    frames.push(frame);
    return frame;
  }

  it('hears of its call from the others, and shows what is the newest when the portal has confirmed one command', async () => {
    const other = makeWorker('there');
    await other.controller.start();
    other.portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    await other.controller.setTitle('First');
    const worker = makeWorker();
    const first = new Deferred<unknown>();
    worker.portal.answer = (_command, {title}) => (title === 'Second' ? first.promise : []);
    await worker.controller.start();
    await waitUntil(() => other.meets === 1);
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

  it('knows the call of the tab beside it at once, and brings the card to what the others show', async () => {
    const other = makeWorker('there');
    await other.controller.start();
    other.portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    await other.controller.setHold(true);
    await makeTab().controller.start();
    const worker = makeWorker();
    await worker.controller.start();
    await waitUntil(() => worker.knowsCall);
    await waitUntil(() => worker.set['held'] === true);
    expect(worker.controller.snapshot.card).to.include({held: true});
  });

  it('shows to the tab what it confirms, also where it can’t see that the tab is beside it', async () => {
    const before = makeWorker();
    await before.controller.start();
    before.portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    await before.controller.setHold(true);
    const tab = makeTab('not seen');
    await tab.controller.start();
    const shown = (): unknown => {
      const {card} = tab.controller.snapshot;
      return card.status === 'open' ? card.held : undefined;
    };
    await waitUntil(() => shown() === true);
    before.controller.dispose();
    const worker = makeWorker();
    await worker.controller.start();
    expect(worker.controller.snapshot.call).to.equal(null);
    await worker.controller.setHold(false);
    await waitUntil(() => shown() === false);
    expect(worker.knowsCall).to.equal(true);
  });

  describe('beside a tab, while nobody knows what the card shows', () => {
    async function load(answer: unknown, options: object = {}): Promise<readonly [Frame, Frame]> {
      const [worker, tab] = [makeWorker(), makeTab('here', options)];
      worker.portal.answer = (_command, {uiState}) => (uiState === 'none' ? answer : []);
      await Promise.all([worker.controller.start(), tab.controller.start()]);
      await waitUntil(() => worker.set['uiState'] === 'none');
      await waitUntil(() => tab.commands.includes('getStatus'));
      return [worker, tab];
    }

    it('assumes that the call goes on when both portals say so, and changes nothing', async () => {
      const [worker, tab] = await load(INVALID_STATE);
      await waitUntil(() => worker.knowsCall);
      await waitUntil(() => tab.controller.snapshot.card.status === 'open');
      for (const {controller} of [worker, tab]) {
        expect(controller.snapshot.card).to.deep.equal(MISSED_CARD);
      }
      expect(worker.commands).to.deep.equal([]);
      await tab.controller.setUiState('connected');
      await waitUntil(() => {
        const {card} = tab.controller.snapshot;
        return card.status === 'open' && card.uiState.certainty === 'confirmed';
      });
    });

    const nothing: readonly (readonly [words: string, answer: unknown, options?: object])[] = [
      ['its portal has no card for the app', NO_CARD],
      ['its portal does not say whether there is a card', INVALID_STATE[0]],
      ['the tab’s portal says that it is over', INVALID_STATE, {CALL_STATE: 'idle'}],
    ];
    for (const [words, answer, options] of nothing) {
      it(`claims nothing when ${words}`, async () => {
        const [worker, tab] = await load(answer, options);
        // Whatever comes of it has come when the tab has been asked something after it.
        await worker.controller.forCall(CALL_ID).run({name: 'getStatus', parameters: {}});
        expect(worker.controller.snapshot.call).to.equal(null);
        expect(tab.controller.snapshot.card.status).to.equal('unseen');
      });
    }

    it('takes what the portal tells meanwhile for what is so', async () => {
      const [worker, tab] = [makeWorker(), makeTab()];
      const answer = new Deferred<unknown>();
      worker.portal.answer = (_command, {uiState}) => (uiState === 'none' ? answer.promise : []);
      await Promise.all([worker.controller.start(), tab.controller.start()]);
      await waitUntil(() => worker.set['uiState'] === 'none');
      worker.portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, CALL_ID: 'next'});
      answer.resolve(INVALID_STATE);
      await worker.controller.setMute(true);
      expect(worker.controller.snapshot.call?.id).to.equal('next');
      expect(worker.controller.snapshot.card).to.have.nested.property(
        'uiState.certainty',
        'confirmed',
      );
    });
  });

  it('runs no command of another call, when a tab beside it says which one it has', async () => {
    const there = makeWorker('there');
    await there.controller.start();
    there.portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, CALL_ID: 'there'});
    const [worker, tab] = [makeWorker(), makeTab()];
    // It is not said whether there is a card, so that the call is not known.
    await Promise.all([worker.controller.start(), tab.controller.start()]);
    await waitUntil(() => worker.meets === 2 && there.meets === 2);
    await waitUntil(() => {
      const {hub} = there.controller.snapshot;
      return hub.status === 'joined' && hub.frames.every(({callId}) => callId === CALL_ID);
    });
    await there.controller.setTitle('There');
    expect(there.set['title']).to.equal('There');
    expect(worker.commands).to.deep.equal([]);
  });
});
