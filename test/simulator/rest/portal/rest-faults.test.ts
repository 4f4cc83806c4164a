import {expect} from '@open-wc/testing';
import type {JsonObject} from '../../../../src/model/parse/reading.js';
import {ConnectionDropped} from '../../../../src/simulator/rest/portal/rest-faults.js';
import {testPortal, type TestPortal} from '../test-portal.js';

describe('faults on demand', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal();
  });

  const addFault = (fault: JsonObject): Promise<unknown> => portal.control('add-fault', fault);

  function raw(method = 'scope'): Promise<Response> {
    return portal.backend.handle(
      new Request(`https://portal.example/rest/${method}?auth=${portal.token}`),
    );
  }

  const answers: readonly (readonly [JsonObject, status: number, body: RegExp])[] = [
    [{kind: 'status', status: 502}, 502, /^$/],
    [{kind: 'html'}, 502, /<html>/],
    [{kind: 'html', status: 200}, 200, /<html>/],
    [{kind: 'not-json'}, 200, /^\{"result":$/],
    [{kind: 'empty'}, 200, /^$/],
    [{kind: 'error', code: 'OPERATION_TIME_LIMIT'}, 429, /"error":"OPERATION_TIME_LIMIT"/],
    [{kind: 'error', code: 'QUERY_LIMIT_EXCEEDED'}, 503, /"error":"QUERY_LIMIT_EXCEEDED"/],
    [{kind: 'error', code: '', description: 'Not found', status: 418}, 418, /"Not found"/],
  ];
  for (const [fault, status, body] of answers) {
    it(`answers ${JSON.stringify(fault)}`, async () => {
      await addFault(fault);
      const response = await raw();
      expect(response.status).to.equal(status);
      expect(await response.text()).to.match(body);
      expect(response.headers.get('access-control-allow-origin')).to.equal('*');
    });
  }

  it('breaks the connection', async () => {
    await addFault({kind: 'drop'});
    const outcome = await raw().catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(ConnectionDropped);
    expect((await portal.requests())[0]).to.have.property('status', null);
  });

  it('meets only its method, in any case', async () => {
    await addFault({kind: 'empty', method: 'CRM.item.get'});
    expect(await (await raw('scope')).text()).not.to.equal('');
    expect(await (await raw('crm.item.get')).text()).to.equal('');
  });

  it('goes away after so many times, or when it is cleared', async () => {
    await addFault({kind: 'status', status: 500, times: 2});
    expect([(await raw()).status, (await raw()).status, (await raw()).status]).to.deep.equal([
      500, 500, 200,
    ]);
    await addFault({kind: 'status', status: 500});
    await portal.control('clear-faults');
    expect((await raw()).status).to.equal(200);
  });

  it('strikes a batch as a whole, or a command in it', async () => {
    await addFault({kind: 'error', code: 'OVERLOAD_LIMIT', method: 'batch', times: 1});
    expect((await portal.rest('batch', {cmd: {a: 'scope'}})).status).to.equal(503);
    await addFault({kind: 'error', code: 'OOPS', method: 'scope', insideBatch: true});
    const batch = await portal.batch({a: 'scope', b: 'profile'});
    expect(batch['result_error']).to.deep.equal({a: {error: 'OOPS', error_description: 'OOPS'}});
    expect(batch['result']).to.have.all.keys('b');
    expect((await raw('scope')).status).to.equal(200);
  });

  it('holds a request until it is released', async () => {
    await addFault({kind: 'hold', key: 'gate', method: 'scope'});
    let answered = false;
    const waiting = raw().then((response) => {
      answered = true;
      return response;
    });
    await portal.control('held', {key: 'gate'});
    expect((await portal.requests())[0]).to.have.property('status', null);
    expect(answered).to.equal(false);
    await portal.control('release', {key: 'gate'});
    expect((await waiting).status).to.equal(200);
    expect((await raw()).status).to.equal(200);
  });

  it('holds a command of a batch', async () => {
    await addFault({kind: 'hold', key: 'gate', method: 'scope', insideBatch: true});
    const waiting = portal.batch({a: 'scope'});
    await portal.control('held', {key: 'gate'});
    await portal.control('release', {key: 'gate'});
    expect(await waiting)
      .to.have.nested.property('result.a')
      .that.is.an('array');
  });

  it('lets go of everyone when the faults are cleared or the portal ends', async () => {
    for (const end of ['clear-faults', 'dispose'] as const) {
      await addFault({kind: 'hold', key: 'gate'});
      const waiting = raw();
      await portal.control('held', {key: 'gate'});
      await portal.control(end);
      expect((await waiting).status).to.equal(200);
    }
  });

  it('lets nobody wait for a request that will not be held any more', async () => {
    await addFault({kind: 'hold', key: 'gate'});
    const held = portal.control('held', {key: 'gate'});
    await portal.control('clear-faults');
    expect(await held).to.equal(null);
    expect(await portal.control('held', {key: 'gate'})).to.equal(null);
  });

  it('comes late, and goes on with the next fault', async () => {
    await addFault({kind: 'delay', delayMs: 1});
    await addFault({kind: 'status', status: 504});
    expect((await raw()).status).to.equal(504);
  });

  it('leaves a fault that was cleared meanwhile alone', async () => {
    await addFault({kind: 'hold', key: 'gate'});
    await addFault({kind: 'status', status: 504});
    const waiting = raw();
    await portal.control('held', {key: 'gate'});
    await portal.control('clear-faults');
    expect((await waiting).status).to.equal(200);
  });
});
