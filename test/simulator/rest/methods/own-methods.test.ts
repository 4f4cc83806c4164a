import {expect} from '@open-wc/testing';
import type {JsonObject} from '../../../../src/model/parse/reading.js';
import {RestError} from '../../../../src/simulator/rest/endpoint/rest-error.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {testPortal} from '../test-portal.js';

describe('the methods of the simulated portal', () => {
  it('are listed, those that the app’s scopes allow', async () => {
    const portal = await testPortal();
    await portal.useToken({scopes: ['crm']});
    const allowed = (await portal.result('methods')) as readonly string[];
    expect(allowed).to.include.members(['batch', 'crm.item.add', 'methods', 'scope']);
    expect(allowed).not.to.include('user.get');
    const all = (await portal.result('methods', {full: true})) as readonly string[];
    expect(all).to.include.members([...allowed, 'user.get']);
    expect([...all].sort()).to.deep.equal(all);
    for (const name of all.filter((one) => one !== 'batch')) {
      expect(await portal.result('method.get', {name})).to.have.property('isExisting', true);
    }
    expect(await portal.control('methods')).to.deep.equal(all);
  });

  it('are named where one is not among them', async () => {
    const {status, body} = await (await testPortal()).rest('lists.element.add');
    expect([status, body['error']]).to.deep.equal([404, 'ERROR_METHOD_NOT_FOUND']);
    expect(body['error_description'])
      .to.include('Method not found!')
      .and.include('lists.element.add')
      .and.include('"methods"')
      .and.include('docs/simulator.md');
  });
});

describe('methods of one’s own', () => {
  it('are answered by functions, in a batch too, with what the app sent and who it is', async () => {
    const told: unknown[] = [];
    const backend = new SimulatorBackend({
      methods: {
        'My.Bonus': async (call) => {
          told.push(call);
          return Promise.resolve({result: {points: 7}, total: 1});
        },
      },
    });
    const portal = await testPortal({}, backend);
    await portal.useToken({userId: 9});
    expect((await portal.rest('my.bonus', {id: 17})).body).to.deep.include({
      result: {points: 7},
      total: 1,
    });
    const {result} = (await portal.batch({a: 'my.bonus?id=18'})) as {result: JsonObject};
    expect(result).to.deep.equal({a: {points: 7}});
    expect(told).to.deep.equal([
      {method: 'my.bonus', parameters: {id: 17}, userId: 9},
      {method: 'my.bonus', parameters: {id: '18'}, userId: 9},
    ]);
    expect(await portal.result('methods')).to.include('my.bonus');
    expect(await portal.result('method.get', {name: 'MY.BONUS'})).to.deep.equal({
      isExisting: true,
      isAvailable: true,
    });
  });

  it('want their scopes, and refuse as a portal does', async () => {
    const backend = new SimulatorBackend({
      methods: {
        'im.notify': {scopes: ['im'], run: () => ({result: true})},
        'my.refusal': () => {
          throw new RestError('NOT_FOUND', 'No bonus.');
        },
      },
    });
    const portal = await testPortal({}, backend);
    expect((await portal.rest('im.notify')).body).to.have.property('error', 'insufficient_scope');
    await portal.useToken({scopes: ['im']});
    expect(await portal.result('im.notify')).to.equal(true);
    const {status, body} = await portal.rest('my.refusal');
    expect(status).to.equal(400);
    expect(body).to.deep.equal({error: 'NOT_FOUND', error_description: 'No bonus.'});
  });

  it('take the place of the simulator’s, in one portal alone when it was told so', async () => {
    const backend = new SimulatorBackend({methods: {profile: {result: {NAME: 'Everywhere'}}}});
    const [one, other] = [await testPortal({}, backend), await testPortal({}, backend)];
    await one.control('add-methods', {
      methods: {
        profile: {result: {NAME: 'Here'}},
        'user.get': {result: [], total: 0, next: 50, scopes: ['user']},
        'my.refusal': {error: 'ACCESS_DENIED', description: 'No.'},
      },
    });
    expect(await one.result('profile')).to.deep.equal({NAME: 'Here'});
    expect(await other.result('profile')).to.deep.equal({NAME: 'Everywhere'});
    expect((await one.rest('user.get')).body).to.have.property('error', 'insufficient_scope');
    await one.useToken({scopes: ['user']});
    expect((await one.rest('user.get')).body).to.deep.include({result: [], total: 0, next: 50});
    expect((await one.rest('my.refusal')).body).to.deep.equal({
      error: 'ACCESS_DENIED',
      error_description: 'No.',
    });
    expect((await other.rest('my.refusal')).status).to.equal(404);
  });

  for (const [name, methods] of [
    ['no answer', {a: {}}],
    ['a text', {a: 'x'}],
    ['a total that is no number', {a: {result: 1, total: 'x'}}],
  ] as const) {
    it(`are refused with ${name}`, async () => {
      const portal = await testPortal();
      const refused = await portal.control('add-methods', {methods}).then(
        () => '',
        (error: unknown) => String(error),
      );
      expect(refused).to.match(/needs a result|must be a number/);
    });
  }
});
