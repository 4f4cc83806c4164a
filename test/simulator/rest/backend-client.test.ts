import {expect} from '@open-wc/testing';
import {PortalBackend} from '../../../src/simulator/backend-client.js';
import {asObject, asText, type JsonObject} from '../../../src/model/parse/reading.js';

/** The same server under its other name: another origin, as a portal is for an app. */
const OTHER_ORIGIN = location.origin.replace('127.0.0.1', 'localhost');

describe('the simulated portal over HTTP', () => {
  let portal: PortalBackend;
  let token: string;

  beforeEach(async () => {
    portal = await PortalBackend.create();
    token = (await portal.issueToken()).AUTH_ID;
  });

  afterEach(async () => {
    await portal.dispose();
  });

  function form(method: string, query = ''): Promise<Response> {
    const body = `auth=${token}${query}`;
    return fetch(`${portal.origin}/rest/${method}.json`, {method: 'POST', body});
  }

  async function bodyOf(response: Response): Promise<JsonObject> {
    return asObject(await response.json()) ?? {};
  }

  it('answers REST', async () => {
    const body = await bodyOf(await form('crm.item.get', '&entityTypeId=3&id=17'));
    expect(body).to.have.nested.property('result.item.name', 'Klaus');
  });

  it('issues the tokens that it was made for', async () => {
    const other = await PortalBackend.create({userId: 1, scopes: ['crm'], expiresIn: 60});
    const issued = await other.issueToken();
    expect(issued.AUTH_EXPIRES).to.equal('60');
    const read = async (method: string) =>
      (await bodyOf(await fetch(`/rest/${method}?auth=${issued.AUTH_ID}`)))['result'];
    expect(await read('profile')).to.include({ID: '1', ADMIN: true});
    expect(await read('scope')).to.deep.equal(['crm']);
    expect(other.memberId).to.match(/^[0-9a-f]{32}$/);
    expect(other.application?.scopes).to.deep.equal(['crm']);
    expect(other.application?.token)
      .to.match(/^[0-9a-f]{32}$/)
      .and.not.equal(other.memberId);
    expect(other.id).not.to.equal(portal.id);
    await other.dispose();
  });

  it('has the methods that it was made with, and those that are added', async () => {
    const other = await PortalBackend.create({methods: {'my.bonus': {result: {points: 7}}}});
    const {AUTH_ID} = await other.issueToken();
    const read = async (method: string): Promise<JsonObject> =>
      bodyOf(await fetch(`/rest/${method}?auth=${AUTH_ID}`));
    expect((await read('my.bonus'))['result']).to.deep.equal({points: 7});
    await other.addMethods({'my.refusal': {error: 'ACCESS_DENIED'}});
    expect((await read('my.refusal'))['error']).to.equal('ACCESS_DENIED');
    expect(await other.methods()).to.include.members(['my.bonus', 'my.refusal', 'crm.item.add']);
    expect(await portal.methods()).not.to.include('my.bonus');
    await other.dispose();
  });

  it('knows the firm that it was made with', async () => {
    const hostile = await PortalBackend.create({seed: 'hostile'});
    expect(asText((await hostile.record(3, 17))?.['name'])).to.contain('<');
    expect(asText((await portal.record(3, 17))?.['name'])).to.equal('Klaus');
    await hostile.dispose();
  });

  it('expires and refreshes tokens', async () => {
    const {REFRESH_ID: refreshId} = await portal.issueToken();
    await portal.expireTokens();
    expect((await form('scope')).status).to.equal(401);
    token = (await portal.refreshToken(refreshId))?.AUTH_ID ?? '';
    expect((await form('scope')).status).to.equal(200);
    await portal.refuseRefresh(true);
    expect(await portal.refreshToken(refreshId)).to.equal(null);
  });

  it('changes, hides and removes records', async () => {
    expect(await portal.record(3, 17)).to.include({UF_CRM_CUSTOMER_NUMBER: 'K-100417'});
    await portal.putRecord(3, 17, {name: 'Karl'});
    expect(await portal.record(3, 17)).to.include({name: 'Karl', lastName: 'Weber'});
    await portal.denyRecord(3, 17, 6);
    const denied = await bodyOf(await form('crm.item.get', '&entityTypeId=3&id=17'));
    expect(denied).to.have.property('error', 'ACCESS_DENIED');
    await portal.deleteRecord(3, 17);
    expect(await portal.record(3, 17)).to.equal(null);
    await portal.putUserFields(3, [{upperName: 'UF_CRM_X', type: 'string', title: 'X'}]);
    expect(await portal.record(3, 18)).to.have.property('UF_CRM_X', null);
  });

  it('keeps timeline comments', async () => {
    const query = '&fields[ENTITY_TYPE]=deal&fields[ENTITY_ID]=25&fields[COMMENT]=Done';
    await form('crm.timeline.comment.add', query);
    expect(await portal.timelineComments()).to.have.nested.property('[0].comment', 'Done');
  });

  it('breaks the connection on demand', async () => {
    await portal.addFault({kind: 'drop', times: 1});
    const outcome = await form('scope').then(
      () => 'answered',
      (error: unknown) => (error instanceof TypeError ? 'failed' : 'other'),
    );
    expect(outcome).to.equal('failed');
    expect((await form('scope')).status).to.equal(200);
  });

  it('serves broken bodies as they are', async () => {
    await portal.addFault({kind: 'html', times: 1});
    const page = await form('scope');
    expect(page.status).to.equal(502);
    expect(await page.text()).to.match(/^<html>.*<\/html>$/);
    await portal.addFault({kind: 'empty'});
    expect(await (await form('scope')).text()).to.equal('');
    await portal.clearFaults();
    expect((await form('scope')).status).to.equal(200);
  });

  it('holds a request until it is released', async () => {
    await portal.addFault({kind: 'hold', key: 'gate'});
    const waiting = form('scope');
    await portal.held('gate');
    expect(await portal.requests()).to.have.nested.property('[0].status', null);
    await portal.release('gate');
    expect((await waiting).status).to.equal(200);
    expect(await portal.requests()).to.have.nested.property('[0].status', 200);
  });

  it('limits requests', async () => {
    await portal.setLimit({burst: 1, drainPerSecond: 0});
    expect([(await form('scope')).status, (await form('scope')).status]).to.deep.equal([200, 503]);
    await portal.setLimit(false);
    expect((await form('scope')).status).to.equal(200);
  });

  it('refuses a body beyond all measure', async () => {
    const outcome = await form('scope', `&x=${'x'.repeat(1_100_000)}`).then(
      ({status}) => status,
      // The server may close before the whole body was sent.
      () => 413,
    );
    expect(outcome).to.equal(413);
    expect((await form('scope')).status).to.equal(200);
  });

  it('says what was wrong with a wish', async () => {
    const other = await PortalBackend.create();
    await other.dispose();
    const message = await other.requests().catch((error: unknown) => String(error));
    expect(message).to.include(other.id);
  });

  it('shares a portal with another page that knows its id', async () => {
    const same = new PortalBackend(portal.origin, portal);
    await same.putRecord(3, 17, {name: 'Karl'});
    expect(await portal.record(3, 17)).to.have.property('name', 'Karl');
  });
});

describe('the preflights of a page of another origin', () => {
  let portal: PortalBackend;

  beforeEach(async () => {
    portal = await PortalBackend.create({origin: OTHER_ORIGIN});
  });

  afterEach(async () => {
    await portal.dispose();
  });

  async function httpMethods(contentType: string, body: string): Promise<readonly string[]> {
    const {AUTH_ID: auth} = await portal.issueToken();
    await fetch(`${portal.origin}/rest/scope?bx24_request_id=${portal.id}`, {
      method: 'POST',
      headers: {'Content-Type': contentType},
      body: body.replace('TOKEN', auth),
    });
    return (await portal.requests()).map(({httpMethod}) => httpMethod);
  }

  it('come before JSON', async () => {
    const methods = await httpMethods('application/json', '{"auth":"TOKEN"}');
    expect(methods).to.deep.equal(['OPTIONS', 'POST']);
  });

  it('do not come before plain text', async () => {
    const methods = await httpMethods('text/plain;charset=UTF-8', 'auth=TOKEN');
    expect(methods).to.deep.equal(['POST']);
  });
});
