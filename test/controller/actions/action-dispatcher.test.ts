/** What becomes of an action when the app's own code fails. */
import {expect} from '@open-wc/testing';
import {ActionDispatcher} from '../../../src/controller/actions/action-dispatcher.js';
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
