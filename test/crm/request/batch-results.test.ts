import {expect} from '@open-wc/testing';
import {BatchResults} from '../../../src/crm/request/batch-results.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../../src/portal/portal.js';

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});
const ITEM = {method: 'crm.item.get', parameters: {id: 17}};
const STAGE = {method: 'crm.status.list', parameters: {id: '$result[item][stageId]'}};
const USERS = {method: 'user.get', parameters: {}};

describe('the answers behind a record', () => {
  function results(known: Readonly<Record<string, RestOutcome>> = {}) {
    const asked: BatchCalls[] = [];
    const all = new BatchResults(new Map(Object.entries(known)), (calls) => {
      asked.push(calls);
      const entries = Object.keys(calls).map((key) => [key, ok(`new ${key}`)] as const);
      return Promise.resolve(new Map(entries.filter(([key]) => key !== 'lost')));
    });
    return {asked, all};
  }

  it('are asked for where they are not known, and known from then on', async () => {
    const {asked, all} = results({item: ok('old')});
    const outcome = await all.run({item: ITEM, users: USERS});
    expect([...outcome]).to.deep.equal([
      ['item', ok('old')],
      ['users', ok('new users')],
    ]);
    expect(asked).to.deep.equal([{users: USERS}]);
    await all.run({users: USERS});
    expect(asked).to.have.length(1);
    expect([...all.all]).to.deep.equal([...outcome]);
  });

  it('are asked for with what they refer to, which is taken as it is now', async () => {
    const {asked, all} = results({item: ok('old')});
    const outcome = await all.run({item: ITEM, stage: STAGE});
    expect(asked).to.deep.equal([{item: ITEM, stage: STAGE}]);
    expect(outcome.get('item')).to.deep.equal(ok('new item'));
  });

  it('are those of another frame, too', async () => {
    const {asked, all} = results({item: ok('old')});
    all.add(new Map([['item', ok('theirs')]]));
    all.add(new Map([['users', ok('theirs')]]));
    expect([...(await all.run({item: ITEM, users: USERS}))]).to.deep.equal([
      ['item', ok('theirs')],
      ['users', ok('theirs')],
    ]);
    expect(asked).to.deep.equal([]);
  });

  it('lack what the portal left out', async () => {
    const {all} = results();
    expect([...(await all.run({lost: USERS}))]).to.deep.equal([]);
    expect([...all.all]).to.deep.equal([]);
  });
});
