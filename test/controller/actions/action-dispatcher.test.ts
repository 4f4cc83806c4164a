/** What becomes of an action when the app's own code fails. */
import {expect} from '@open-wc/testing';
import {ActionDispatcher} from '../../../src/controller/actions/action-dispatcher.js';
import {isPromise, isReported, reportAppFault} from '../../../src/controller/actions/app-faults.js';
import type {HubActionRequest} from '../../../src/hub/hub-host.js';
import {Deferred} from '../../support/fake-portal.js';
import {settled} from '../../support/manual-time.js';
import {collectReported} from '../../support/reported-errors.js';

const ANSWER: HubActionRequest = {
  id: 'a1',
  action: {name: 'answer'},
  callId: 'call-1',
  source: 'card',
  status: 'sent',
  interrupted: false,
};

describe('an action that the app can’t do', () => {
  let board: ActionDispatcher;
  let collected: ReturnType<typeof collectReported>;
  beforeEach(() => {
    board = new ActionDispatcher(() => undefined);
    collected = collectReported();
  });
  afterEach(() => collected.restore());

  /** What the action fails with; nothing while it has not. */
  const failureOf = async (): Promise<unknown> => {
    let failure: unknown;
    board.dispatchAction(ANSWER)?.catch((error: unknown) => (failure = error));
    await settled();
    return failure;
  };

  it('fails with what a listener throws, which is reported', async () => {
    const error = new Error('The engine is down.');
    let others = 0;
    board.addListener(() => {
      throw error;
    });
    board.addListener(() => (others += 1));
    expect(await failureOf()).to.equal(error);
    expect(collected.reported).to.deep.equal([error]);
    expect(others, 'the other listeners hear of it all the same').to.equal(1);
  });

  it('fails at once with what a promise rejects with, although another listener is still at it', async () => {
    const error = new Error('No such line.');
    const other = new Deferred<void>();
    board.addListener(() => other.promise);
    board.addListener(async () => {
      await Promise.resolve();
      throw error;
    });
    expect(await failureOf()).to.equal(error);
    expect(collected.reported).to.deep.equal([error]);
    const late = new Error('Neither.');
    other.reject(late);
    await settled();
    expect(collected.reported, 'what fails later is reported, too').to.deep.equal([error, late]);
  });

  it('reports once what a listener both returns and waits for', async () => {
    const error = new Error('Twice the same.');
    board.addListener(async ({waitUntil}) => {
      const doing = Promise.reject(error);
      waitUntil(doing);
      await doing;
    });
    expect(await failureOf()).to.equal(error);
    expect(collected.reported).to.deep.equal([error]);
  });
});

describe('a dispatcher of actions', () => {
  let changes: number;
  let board: ActionDispatcher;
  beforeEach(() => {
    changes = 0;
    board = new ActionDispatcher(() => (changes += 1));
  });

  it('ranks its frame by who listens and by its engines', () => {
    const ranks = (): readonly string[] => [board.rankOf(true), board.rankOf(false)];
    expect(ranks()).to.deep.equal(['none', 'none']);
    const stop = board.addListener(() => undefined);
    expect(ranks()).to.deep.equal(['listening-worker', 'listening']);
    const end = board.addEngine(() => undefined);
    expect(ranks()).to.deep.equal(['engine', 'engine']);
    end();
    stop();
    expect(ranks()).to.deep.equal(['none', 'none']);
    expect(changes).to.equal(4);
    stop();
    expect(changes, 'it has gone already').to.equal(4);
  });

  it('handles what any of its listeners does, each once', () => {
    board.addListener(() => undefined);
    expect(board.handles).to.deep.equal([]);
    const stop = board.addListener(() => undefined, {handles: ['next']});
    board.addListener(() => undefined, {handles: ['next']});
    expect(board.handles).to.deep.equal(['next']);
    stop();
    expect(board.handles).to.deep.equal(['next']);
    board.clear();
    expect(board.handles).to.deep.equal([]);
  });

  it('runs its engines while it leads, also one that comes later', () => {
    const log: string[] = [];
    const engine = (name: string) => () => {
      log.push(`${name} begun`);
      return () => log.push(`${name} ended`);
    };
    const end = board.addEngine(engine('first'));
    expect(log).to.deep.equal([]);
    board.setLeading(true);
    board.setLeading(true);
    board.addEngine(engine('second'));
    expect(log).to.deep.equal(['first begun', 'second begun']);
    end();
    expect(log.at(-1)).to.equal('first ended');
    board.clear();
    expect(log.slice(3)).to.deep.equal(['second ended']);
    board.setLeading(true);
    expect(log).to.have.length(4);
  });

  it('is done at once with what nobody takes time for, and else when all are done', async () => {
    board.addListener(() => null);
    board.addListener(() => 'text');
    expect(board.dispatchAction(ANSWER)).to.equal(undefined);
    const doing = [new Deferred<void>(), new Deferred<void>()];
    for (const {promise} of doing) board.addListener(() => promise);
    let isDone = false;
    void board.dispatchAction(ANSWER)?.then((value) => (isDone = value === undefined));
    doing[0]?.resolve();
    await settled();
    expect(isDone).to.equal(false);
    doing[1]?.resolve();
    await settled();
    expect(isDone).to.equal(true);
  });
});

describe('what an app throws', () => {
  it('is reported once when it is an object, and each time when it is none', () => {
    const {reported, restore} = collectReported();
    const error = new Error('No line.');
    for (const thrown of [error, error, 'text', 'text', null, undefined]) reportAppFault(thrown);
    restore();
    expect(reported).to.deep.equal([error, 'text', 'text', null, undefined]);
    expect([isReported(error), isReported(new Error('another'))]).to.deep.equal([true, false]);
  });

  it('is no promise where it is none', () => {
    expect([null, undefined, 'then', {}, () => undefined].map(isPromise)).to.not.include(true);
    expect(isPromise(Promise.resolve())).to.equal(true);
  });
});
