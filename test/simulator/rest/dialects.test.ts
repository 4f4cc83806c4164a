import {expect} from '@open-wc/testing';
import {asObject, type JsonObject} from '../../../src/model/parse/reading.js';
import {ORIGIN, testPortal, type TestPortal} from './test-portal.js';

describe('the dialects of a REST call', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal();
  });

  async function send(path: string, init: RequestInit = {method: 'POST'}): Promise<Response> {
    return portal.backend.handle(new Request(`${ORIGIN}${path}`, init));
  }

  async function bodyOf(response: Response): Promise<JsonObject> {
    return asObject(await response.json()) ?? {};
  }

  const form = (contentType: string) => () =>
    send('/rest/user.get.json', {
      method: 'POST',
      headers: {'Content-Type': contentType},
      body: `auth=${portal.token}&FILTER[ID]=6`,
    });
  const ways: Readonly<Record<string, () => Promise<Response>>> = {
    'JSON with the tracing query of b24jssdk': () =>
      send('/rest/user.get?bx24_request_id=1&bx24_sdk_ver=2&bx24_sdk_type=b24-js-sdk', {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({FILTER: {ID: 6}, auth: portal.token}),
      }),
    'a form that calls itself plain text': form('text/plain;charset=UTF-8'),
    'a form': form('application/x-www-form-urlencoded'),
    'a GET': () => send(`/rest/user.get?auth=${portal.token}&FILTER[ID]=6`, {method: 'GET'}),
    'another case': () => send(`/rest/USER.GET?auth=${portal.token}&filter[id]=6`),
  };
  for (const [name, way] of Object.entries(ways)) {
    it(`understands ${name}`, async () => {
      const body = await bodyOf(await way());
      expect(body['total']).to.equal(1);
      expect(body).to.have.nested.property('result[0].ID', '6');
    });
  }

  it('logs neither the token nor what b24jssdk adds', async () => {
    await ways['JSON with the tracing query of b24jssdk']?.();
    const [request] = await portal.requests();
    expect(request?.calls).to.deep.equal([{method: 'user.get', parameters: {FILTER: {ID: 6}}}]);
    expect(JSON.stringify(request)).not.to.include(portal.token);
  });

  it('takes the token under its other name, and logs it no more', async () => {
    const response = await send(`/rest/scope?access_token=${portal.token}`);
    expect(response.status).to.equal(200);
    expect(JSON.stringify(await portal.requests())).not.to.include(portal.token);
  });

  it('finds no token in a body that is not JSON', async () => {
    const response = await send('/rest/scope', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: `auth=${portal.token}`,
    });
    expect(response.status).to.equal(401);
    expect(await bodyOf(response)).to.have.property('error', 'NO_AUTH_FOUND');
  });

  it('lets any page read its answers, errors too', async () => {
    for (const path of [`/rest/scope?auth=${portal.token}`, '/rest/scope']) {
      const response = await send(path);
      expect(response.headers.get('access-control-allow-origin')).to.equal('*');
      expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    }
  });

  it('allows the preflight of a JSON call', async () => {
    const response = await send('/rest/scope', {method: 'OPTIONS'});
    expect(response.status).to.equal(204);
    expect(response.headers.get('access-control-allow-headers')).to.include('content-type');
    expect(response.headers.get('access-control-allow-origin')).to.equal('*');
  });

  it('says how long the call took', async () => {
    const {body} = await portal.rest('scope');
    const time = asObject(body['time']) ?? {};
    expect(Object.keys(time)).to.deep.equal([
      'start',
      'finish',
      'duration',
      'processing',
      'date_start',
      'date_finish',
      'operating',
      'operating_reset_at',
    ]);
    expect(Date.parse(String(time['date_start']))).to.equal(
      Math.floor(Number(time['start'])) * 1000,
    );
  });

  it('knows no other address', async () => {
    const response = await send('/crm/deal/details/25/');
    expect(response.status).to.equal(404);
  });
});
