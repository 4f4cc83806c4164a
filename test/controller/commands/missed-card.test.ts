/** What a worker that is loaded in mid-call finds out about its card, which the portal tells it nothing of. */
import {expect} from '@open-wc/testing';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {MISSED_CARD} from '../../../src/model/card/card-reducer.js';
import {FakeApp, openCard, type AppFrame} from '../../support/fake-app.js';
import {rejectionOf} from '../../support/rejection.js';
import {CALL_OPTIONS, Deferred, FakePortal, fakeSession} from '../../support/fake-portal.js';

const CALL_ID = CALL_OPTIONS.CALL_ID;
const INVALID_STATE = [{result: 'error', errorCode: 'Invalid ui state'}];
const NO_CARD = [{result: 'error', errorCode: 'Call card is undefined'}];

describe('a worker that is loaded in mid-call', () => {
  let app: FakeApp;
  beforeEach(() => (app = new FakeApp()));
  afterEach(() => app.dispose());

  /** A tab whose portal tells of its call when it is asked. */
  async function openTab(status: unknown = [CALL_OPTIONS]): Promise<AppFrame> {
    const tab = await app.tab();
    tab.portal.answer = () => status;
    return tab;
  }

  /** Loads the worker beside the tab. @param answer - of its portal, to the question for a card */
  async function load(
    answer: unknown = INVALID_STATE,
    session = fakeSession('PAGE_BACKGROUND_WORKER', []),
  ): Promise<AppFrame> {
    const portal = new FakePortal(session);
    portal.answer = (_command, {uiState}) => (uiState === 'none' ? answer : []);
    const worker = await app.open(portal);
    await app.pass(100);
    return worker;
  }

  /** What its portal was asked for, the question for a card first. */
  function asked({portal}: AppFrame): readonly unknown[] {
    return portal.asked.map(({parameters}) => parameters);
  }

  it('brings its card to what another worker shows, and asks nobody', async () => {
    const other = await app.worker('there');
    openCard(other);
    await app.finish(other.controller.setHold(true));
    const tab = await openTab();
    const worker = await load();
    expect(worker.controller.snapshot.call?.id).to.equal(CALL_ID);
    expect(worker.controller.snapshot.card).to.include({status: 'open', held: true});
    expect(asked(worker)).to.deep.equal([
      {uiState: 'externalCard', disableAutoStartTimer: true},
      {muted: false},
      {held: true},
    ]);
    expect(tab.portal.asked).to.deep.equal([]);
  });

  for (const [words, status] of [
    ['in a list', [CALL_OPTIONS]],
    ['as it is', CALL_OPTIONS],
  ] as const) {
    it(`assumes that the call goes on when both portals say so, and the tab’s says it ${words}`, async () => {
      const tab = await openTab(status);
      const worker = await load();
      expect(worker.controller.snapshot.call?.id).to.equal(CALL_ID);
      for (const {controller} of [worker, tab]) {
        expect(controller.snapshot.card).to.deep.equal(MISSED_CARD);
      }
      expect(asked(worker)).to.deep.equal([{uiState: 'none'}]);
    });
  }

  const nothing: readonly (readonly [words: string, answer: unknown, status: unknown])[] = [
    ['its portal has no card for the app', NO_CARD, [CALL_OPTIONS]],
    ['its portal takes any state', [], [CALL_OPTIONS]],
    [
      'the tab’s portal says that it is over',
      INVALID_STATE,
      [{...CALL_OPTIONS, CALL_STATE: 'idle'}],
    ],
    ['the tab’s portal tells of no call', INVALID_STATE, []],
  ];
  for (const [words, answer, status] of nothing) {
    it(`claims nothing when ${words}`, async () => {
      const tab = await openTab(status);
      const worker = await load(answer);
      expect(worker.controller.snapshot.call).to.equal(null);
      expect(worker.controller.snapshot.card.status).to.equal('unseen');
      expect(tab.controller.snapshot.card.status).to.equal('unseen');
      expect(asked(worker)).to.deep.equal([{uiState: 'none'}]);
      expect(worker.controller.snapshot.problems).to.deep.equal([]);
    });
  }

  it('takes the call that the tab’s portal has by now for its own', async () => {
    await openTab([{...CALL_OPTIONS, CALL_ID: 'another'}]);
    const worker = await load();
    expect(worker.controller.snapshot.call?.id).to.equal('another');
    expect(asked(worker), 'it asks once more').to.have.length(2);
  });

  it('claims nothing when the tab’s portal is silent', async () => {
    const tab = await app.tab();
    tab.portal.answer = () => {
      throw new CallCardError('timeout', 'Silence.');
    };
    const worker = await load();
    expect(worker.controller.snapshot.call).to.equal(null);
  });

  it('does not ask a portal that offers no states', async () => {
    await openTab();
    const session = fakeSession('PAGE_BACKGROUND_WORKER', []);
    const none = {commands: new Set<string>(), events: new Set<string>()};
    const worker = await load(INVALID_STATE, {...session, interface: none});
    expect(worker.controller.snapshot.call).to.equal(null);
    expect(asked(worker)).to.deep.equal([]);
  });

  it('asks once, and again when the tab has gone and another has come', async () => {
    const tab = await openTab();
    const worker = await load(NO_CARD);
    worker.portal.emit('BackgroundCallCard::answerButtonClick', '');
    await app.pass(100);
    expect(asked(worker)).to.have.length(1);
    tab.controller.dispose();
    await app.pass(100);
    expect(asked(worker)).to.have.length(1);
    await openTab();
    await app.pass(100);
    expect(asked(worker)).to.have.length(2);
  });

  it('asks nothing beside a tab when it knows a call', async () => {
    const worker = await load();
    openCard(worker, {CALL_ID: 'own'});
    await openTab();
    await app.pass(100);
    expect(asked(worker)).to.deep.equal([]);
  });

  it('asks nothing where it knows that there is no card', async () => {
    const worker = await load();
    worker.portal.answer = () => NO_CARD;
    await app.finish(rejectionOf(worker.controller.setMute(true)));
    await openTab();
    await app.pass(100);
    expect(asked(worker)).to.deep.equal([{muted: true}]);
  });

  it('takes what its own portal tells meanwhile for what is so', async () => {
    await openTab();
    const answer = new Deferred<unknown>();
    const worker = await load(answer.promise);
    openCard(worker, {CALL_ID: 'next'});
    answer.resolve(INVALID_STATE);
    await app.pass(100);
    expect(worker.controller.snapshot.call?.id).to.equal('next');
    expect(worker.controller.snapshot.card).to.have.nested.property(
      'uiState.value',
      'externalCard',
    );
  });

  it('takes what another worker tells meanwhile', async () => {
    await openTab();
    const answer = new Deferred<unknown>();
    const worker = await load(answer.promise);
    const other = await app.worker('there');
    openCard(other);
    await app.pass(100);
    answer.resolve(INVALID_STATE);
    await app.pass(100);
    expect(worker.controller.snapshot.call?.id).to.equal(CALL_ID);
    expect(worker.controller.snapshot.card).to.have.nested.property(
      'uiState.value',
      'externalCard',
    );
    expect(asked(worker)).to.deep.include({uiState: 'externalCard', disableAutoStartTimer: true});
  });

  it('claims nothing when its portal says meanwhile that there is no card', async () => {
    await openTab();
    const answer = new Deferred<unknown>();
    const worker = await load(answer.promise);
    worker.portal.answer = () => NO_CARD;
    await app.finish(rejectionOf(worker.controller.setMute(true)));
    answer.resolve(INVALID_STATE);
    await app.pass(100);
    expect(worker.controller.snapshot.call).to.equal(null);
    expect(worker.controller.snapshot.card.status).to.equal('closed');
  });

  it('shows what is the newest when its portal has confirmed one command', async () => {
    const other = await app.worker('there');
    openCard(other);
    const worker = await load();
    const confirmed = new Deferred<unknown>();
    worker.portal.answer = (_command, {title}) => (title === 'First' ? confirmed.promise : []);
    const first = other.controller.setTitle('First');
    await app.pass();
    await app.finish(other.controller.setTitle('Second'));
    confirmed.resolve([]);
    await app.finish(first);
    await app.pass(100);
    expect(worker.controller.snapshot.card).to.include({title: 'Second'});
    expect(asked(worker).at(-1)).to.not.deep.equal({title: 'First'});
  });

  it('keeps what a command has shown meanwhile', async () => {
    await openTab();
    const answer = new Deferred<unknown>();
    const worker = await load(answer.promise);
    await app.finish(worker.controller.setMute(true));
    answer.resolve(INVALID_STATE);
    await app.pass(100);
    expect(worker.controller.snapshot.call?.id).to.equal(CALL_ID);
    expect(worker.controller.snapshot.card).to.include({muted: true});
  });

  it('of which no tab is seen beside it learns of its call with the first command that is confirmed', async () => {
    const other = await app.worker('there');
    openCard(other);
    await app.finish(other.controller.setTitle('Anna'));
    const worker = await load();
    expect(worker.controller.snapshot.call).to.equal(null);
    await app.finish(other.controller.setHold(true));
    await app.pass(100);
    expect(worker.controller.snapshot.call?.id).to.equal(CALL_ID);
    expect(worker.controller.snapshot.card).to.include({title: 'Anna', held: true});
    expect(asked(worker)).to.deep.include({title: 'Anna'});
  });

  it('learns of no call by a command that is refused, or that closes a card', async () => {
    const other = await app.worker('there');
    openCard(other);
    const worker = await load();
    worker.portal.answer = () => NO_CARD;
    await app.finish(other.controller.setHold(true));
    expect(worker.controller.snapshot.call).to.equal(null);
    worker.portal.answer = () => [];
    // The other’s portal takes its time, so that its card seems to be there.
    const closed = new Deferred<unknown>();
    other.portal.answer = () => closed.promise;
    const closing = other.controller.close();
    await app.pass(100);
    expect(worker.controller.snapshot.call).to.equal(null);
    closed.resolve([]);
    await app.finish(closing);
    expect(worker.controller.snapshot.call).to.equal(null);
    expect(worker.controller.snapshot.card.status).to.equal('closed');
  });
});
