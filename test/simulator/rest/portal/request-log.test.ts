import {expect} from '@open-wc/testing';
import {Preflights} from '../../../../src/simulator/rest/endpoint/preflights.js';
import {RequestLog, singleCall} from '../../../../src/simulator/rest/portal/request-log.js';
import {testPortal} from '../test-portal.js';

describe('the request log', () => {
  it('keeps what was asked, with the outcome', async () => {
    const portal = await testPortal();
    await portal.rest('crm.item.get', {entityTypeId: 3, id: 404});
    await portal.control('expire-tokens');
    await portal.rest('scope');
    const [first, second] = await portal.requests();
    expect(first).to.deep.include({
      httpMethod: 'POST',
      path: '/rest/crm.item.get',
      method: 'crm.item.get',
      contentType: 'application/json',
      status: 400,
      calls: [{method: 'crm.item.get', parameters: {entityTypeId: 3, id: 404}}],
    });
    expect(second).to.include({method: 'scope', status: 401});
  });

  it('keeps the commands of a batch with their keys and parameters', async () => {
    const portal = await testPortal();
    await portal.batch({a: 'user.get?FILTER[ID]=6&auth=secret', b: 'scope'});
    const [request] = await portal.requests();
    expect(request?.calls).to.deep.equal([
      {key: 'a', method: 'user.get', parameters: {FILTER: {ID: '6'}}},
      {key: 'b', method: 'scope', parameters: {}},
    ]);
  });

  it('forgets the eldest request when there are too many', () => {
    const log = new RequestLog();
    for (let at = 1; at <= 2001; at++) {
      const calls = singleCall('scope', {});
      log.addRequest({at, httpMethod: 'POST', path: '', method: 'scope', contentType: '', calls});
    }
    expect(log.entries).to.have.length(2000);
    expect(log.entries[0]).to.have.property('at', 2);
  });

  it('forgets when it is told to', async () => {
    const portal = await testPortal();
    await portal.rest('scope');
    await portal.control('clear-requests');
    expect(await portal.requests()).to.deep.equal([]);
  });
});

describe('a preflight', () => {
  const address = 'https://portal.example/rest/batch';
  const asked = (headers: string) =>
    new Headers({origin: 'https://app.example', 'access-control-request-headers': headers});
  const sent = (headers: Record<string, string>) =>
    new Headers({origin: 'https://app.example', ...headers});

  const cases: readonly (readonly [string, Headers, Headers, belongs: boolean])[] = [
    ['a JSON call', asked('content-type'), sent({'content-type': 'application/json'}), true],
    ['a plain text call', asked('content-type'), sent({'content-type': 'text/plain'}), false],
    ['a call with a header of its own', asked('x-trace'), sent({'x-trace': '1'}), true],
    ['a call without that header', asked('x-trace'), sent({}), false],
    [
      'a call of another page',
      asked('content-type'),
      new Headers({origin: 'https://other.example', 'content-type': 'application/json'}),
      false,
    ],
  ];
  for (const [name, question, request, belongs] of cases) {
    it(`${belongs ? 'belongs' : 'does not belong'} to ${name}`, () => {
      const preflights = new Preflights();
      preflights.add(address, question, 1);
      expect(preflights.takeFor(address, request) !== undefined).to.equal(belongs);
    });
  }

  it('announces one request, at its own address', () => {
    const preflights = new Preflights();
    const json = sent({'content-type': 'application/json'});
    preflights.add(address, asked('content-type'), 1);
    expect(preflights.takeFor(`${address}?other`, json)).to.equal(undefined);
    expect(preflights.takeFor(address, json)).to.have.property('at', 1);
    expect(preflights.takeFor(address, json)).to.equal(undefined);
  });
});
