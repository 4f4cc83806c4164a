import {expect} from '@open-wc/testing';
import type {IssuedToken} from '../../../../src/simulator/rest/contract.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {StoppedClock, testPortal, type TestPortal} from '../test-portal.js';

describe('access to REST', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal();
  });

  async function expectError(method: string, status: number, code: string): Promise<void> {
    const answer = await portal.rest(method);
    expect(answer.body).to.have.property('error', code);
    expect(answer.body['error_description']).to.be.a('string').that.is.not.empty;
    expect(answer.status).to.equal(status);
  }

  it('is an ordinary operator with the scopes of a call card app', async () => {
    expect(await portal.result('profile')).to.include({ID: '6', ADMIN: false});
    const scopes = ['crm', 'telephony', 'placement', 'user_brief'];
    expect(await portal.result('scope')).to.deep.equal(scopes);
  });

  it('is refused without a token, and with one that nobody issued', async () => {
    portal.token = 'made-up';
    await expectError('scope', 401, 'invalid_token');
    const bare = await portal.backend.handle(new Request('https://portal.example/rest/scope'));
    expect(bare.status).to.equal(401);
  });

  it('is refused for a method that does not exist', async () => {
    await expectError('crm.item.frobnicate', 404, 'ERROR_METHOD_NOT_FOUND');
  });

  it('needs a scope of the method', async () => {
    await portal.useToken({scopes: ['telephony']});
    await expectError('crm.item.get', 403, 'insufficient_scope');
    await expectError('user.get', 403, 'insufficient_scope');
    await portal.useToken({scopes: ['user']});
    expect(await portal.result('user.get', {ID: 6})).to.have.length(1);
  });

  it('says which methods there are and may be called', async () => {
    await portal.useToken({scopes: ['crm']});
    const known = async (name: string) => portal.result('method.get', {name});
    expect(await known('crm.item.get')).to.deep.equal({isExisting: true, isAvailable: true});
    expect(await known('user.get')).to.deep.equal({isExisting: true, isAvailable: false});
    expect(await known('lists.get')).to.deep.equal({isExisting: false, isAvailable: false});
  });

  it('ends when the token expires, to the second', async () => {
    const clock = new StoppedClock();
    portal = await testPortal({}, new SimulatorBackend({clock: clock.read}));
    const token = await portal.useToken({expiresIn: 60});
    expect(token.AUTH_EXPIRES).to.equal('60');
    clock.advanceSeconds(59);
    expect((await portal.rest('scope')).status).to.equal(200);
    clock.advanceSeconds(1);
    await expectError('scope', 401, 'expired_token');
  });

  it('comes back with a refreshed token for the same user and scopes', async () => {
    const old = await portal.useToken({userId: 9, scopes: ['crm']});
    await portal.control('expire-tokens');
    await expectError('scope', 401, 'expired_token');
    const fresh = await portal.control('refresh-token', {refreshId: old.REFRESH_ID});
    portal.token = (fresh as IssuedToken).AUTH_ID;
    expect(await portal.result('scope')).to.deep.equal(['crm']);
    expect(await portal.result('profile')).to.have.property('ID', '9');
  });

  it('does not come back when the refresh is refused', async () => {
    const {REFRESH_ID: refreshId} = await portal.useToken({});
    expect(await portal.control('refresh-token', {refreshId: 'made-up'})).to.equal(null);
    await portal.control('refuse-refresh', {refuse: true});
    expect(await portal.control('refresh-token', {refreshId})).to.equal(null);
    await portal.control('refuse-refresh', {refuse: false});
    expect(await portal.control('refresh-token', {refreshId})).not.to.equal(null);
  });

  it('is refused for a user who is not of the portal', async () => {
    await portal.useToken({userId: 777});
    await expectError('profile', 403, 'user_access_error');
  });
});

describe('portals of one backend', () => {
  it('do not share records, tokens or logs', async () => {
    const one = await testPortal();
    const other = await testPortal({}, one.backend);
    await one.control('put-record', {typeId: 3, id: 17, fields: {name: 'Changed'}});
    await one.control('expire-tokens');
    expect(await other.item(3, 17)).to.have.property('name', 'Klaus');
    expect(await one.requests()).to.deep.equal([]);
    expect(await other.requests()).to.have.length(1);
  });

  it('end with their tokens when they are disposed', async () => {
    const portal = await testPortal();
    await portal.control('dispose');
    expect((await portal.rest('scope')).body).to.have.property('error', 'invalid_token');
  });

  it('make room: the one that was used least recently goes', async () => {
    const first = await testPortal();
    const second = await testPortal({}, first.backend);
    for (let count = 2; count < 200; count++) await testPortal({}, first.backend);
    await first.rest('scope');
    await testPortal({}, first.backend);
    expect((await first.rest('scope')).status).to.equal(200);
    expect((await second.rest('scope')).body).to.have.property('error', 'invalid_token');
  });

  it('explain what the control API could not do', async () => {
    const portal = await testPortal();
    const message = async (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    expect(await message(portal.control('add-fault', {kind: 'flood'}))).to.include('flood');
    expect(await message(portal.control('record', {typeId: 3}))).to.include('id');
    expect(
      await message(portal.control('put-record', {typeId: 5, id: 1, fields: {}})),
    ).not.to.equal('done');
    await portal.control('dispose');
    expect(await message(portal.control('requests'))).to.include(portal.id);
  });
});
