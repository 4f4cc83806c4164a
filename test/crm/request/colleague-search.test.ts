import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {findColleagues} from '../../../src/crm/request/colleague-search.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {RestAnswer} from '../../../src/model/portal/rest-answer.js';
import {Deferred, FakePortal} from '../../support/fake-portal.js';
import {rejectionOf} from '../../support/rejection.js';

function portalWith(result: unknown): FakePortal {
  const portal = new FakePortal();
  portal.restAnswer = () => Promise.resolve({result, total: null, next: null});
  return portal;
}

const row = (id: string, more: object = {}): object => ({
  ID: id,
  ACTIVE: true,
  NAME: 'Anna',
  LAST_NAME: `Name ${id}`,
  IS_ONLINE: 'N',
  USER_TYPE: 'employee',
  ...more,
});

describe('findColleagues', () => {
  it('asks the portal once, for the words alone', async () => {
    const portal = portalWith([
      row('9', {IS_ONLINE: 'Y', WORK_POSITION: 'Sales', UF_PHONE_INNER: '109'}),
    ]);
    expect(await new CrmStore(portal).findColleagues('Anna')).to.deep.equal([
      {id: 9, name: 'Anna Name 9', position: 'Sales', extension: '109', presence: 'online'},
    ]);
    expect(portal.requests).to.deep.equal([
      {method: 'user.search', parameters: {FILTER: {FIND: 'Anna'}}},
    ]);
  });

  it('puts those first who are online, and leaves out who can’t take a call', async () => {
    const portal = portalWith([
      row('1'),
      row('2', {IS_ONLINE: undefined}),
      row('3', {IS_ONLINE: 'Y'}),
      row('4', {ACTIVE: false}),
      row('5', {ACTIVE: 'N'}),
      row('6', {USER_TYPE: 'extranet'}),
      row('7', {USER_TYPE: undefined, NAME: '', LAST_NAME: ' '}),
      [],
      {ID: 'x'},
    ]);
    const found = await new CrmStore(portal).findColleagues('a');
    expect(found.map(({id, name, presence}) => [id, name, presence])).to.deep.equal([
      [3, 'Anna Name 3', 'online'],
      [1, 'Anna Name 1', 'offline'],
      [2, 'Anna Name 2', null],
      [7, '#7', 'offline'],
    ]);
  });

  it('shows the first twenty, and gives its signal to the request', async () => {
    const portal = portalWith(Array.from({length: 21}, (_, index) => row(String(index + 1))));
    const signals: unknown[] = [];
    const {rest} = portal;
    portal.rest = (method, parameters, options?: {readonly signal?: AbortSignal}) => {
      signals.push(options?.signal);
      return rest.call(portal, method, parameters);
    };
    const {signal} = new AbortController();
    expect(await findColleagues(portal, 'Anna', signal)).to.have.length(20);
    await findColleagues(portal, 'Anna');
    expect(signals).to.deep.equal([signal, undefined]);
  });

  it('finds nobody in an answer that is no list', async () => {
    for (const result of [null, 'no', []]) {
      expect(await new CrmStore(portalWith(result)).findColleagues('Anna')).to.deep.equal([]);
    }
  });

  it('rejects with what the portal answered', async () => {
    const portal = new FakePortal();
    portal.restAnswer = () => Promise.reject(new CallCardError('missing-scope', ''));
    const error = await rejectionOf(new CrmStore(portal).findColleagues('Anna'));
    expect(error.code).to.equal('missing-scope');
  });

  it('ends with its signal, whenever the portal answers', async () => {
    const portal = new FakePortal();
    const answer = new Deferred<RestAnswer>();
    portal.restAnswer = () => answer.promise;
    const leaving = new AbortController();
    const {signal} = leaving;
    const rejected = rejectionOf(new CrmStore(portal).findColleagues('Anna', {signal}));
    leaving.abort();
    expect((await rejected).code).to.equal('aborted');
    answer.resolve({result: [], total: null, next: null});
  });
});
