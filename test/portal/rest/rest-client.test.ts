import {expect} from '@open-wc/testing';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {PortalNotice} from '../../../src/model/portal/portal-notice.js';
import {RestClient} from '../../../src/portal/rest/rest-client.js';
import {rejectionOf} from '../../support/rejection.js';

interface Sent {
  readonly address: string;
  readonly headers: HeadersInit | undefined;
  readonly body: string;
}

/** A server that answers in order. */
function serve(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const renewals: string[] = [];
  const notices: PortalNotice[] = [];
  const client = new RestClient({
    address: 'https://portal.example/rest',
    credentials: {accessToken: 'old', expiresIn: 3600},
    notice: (notice) => notices.push(notice),
    renew: () => {
      renewals.push('asked');
      return Promise.resolve({accessToken: 'new', expiresIn: 3600});
    },
    fetch: (address, {headers, body} = {}) => {
      if (typeof address !== 'string' || typeof body !== 'string') throw new Error('not a form');
      sent.push({address, headers, body});
      const answer = answers.shift() ?? new TypeError('Failed to fetch');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return {client, sent, renewals, notices};
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {status});
}

function tokenOf(sent: Sent | undefined): string | null {
  return new URLSearchParams(sent?.body).get('auth');
}

describe('RestClient', () => {
  it('sends a form as text, which needs no preflight', async () => {
    const {client, sent} = serve(json({result: 'ok'}));
    await client.call('crm.item.get', {entityTypeId: 3, id: 17});
    expect(sent[0]?.address).to.equal('https://portal.example/rest/crm.item.get.json');
    expect(sent[0]?.headers).to.deep.equal({'Content-Type': 'text/plain;charset=UTF-8'});
    expect(sent[0]?.body).to.equal('entityTypeId=3&id=17&auth=old');
  });

  for (const code of ['expired_token', 'invalid_token']) {
    it(`renews the token once on ${code} and repeats the request`, async () => {
      const {client, sent, renewals} = serve(json({error: code}, 401), json({result: 17}));
      expect((await client.call('profile', {})).result).to.equal(17);
      expect(sent.map(tokenOf)).to.deep.equal(['old', 'new']);
      expect(renewals).to.have.length(1);
    });
  }

  it('fails when the new token is refused as well, without asking for a third', async () => {
    const expired = () => json({error: 'expired_token'}, 401);
    const {client, sent, renewals} = serve(expired(), expired(), expired());
    expect((await rejectionOf(client.call('profile', {}))).code).to.equal('not-authorized');
    expect(sent).to.have.length(2);
    expect(renewals).to.have.length(1);
  });

  it('renews once for requests that were refused together', async () => {
    const expired = () => json({error: 'expired_token'}, 401);
    const {client, renewals} = serve(expired(), expired(), json({result: 1}), json({result: 2}));
    const answers = await Promise.all([client.call('a', {}), client.call('b', {})]);
    expect(answers.map(({result}) => result)).to.deep.equal([1, 2]);
    expect(renewals).to.have.length(1);
  });

  it('fails with the refusal when no new token is to be had', async () => {
    let asked = 0;
    const client = new RestClient({
      address: 'https://portal.example/rest',
      credentials: {accessToken: 'old', expiresIn: 1},
      notice: () => undefined,
      renew: () => {
        asked += 1;
        return Promise.reject(new CallCardError('timeout', 'silence'));
      },
      fetch: () => Promise.resolve(json({error: 'expired_token'}, 401)),
    });
    expect((await rejectionOf(client.call('profile', {}))).code).to.equal('not-authorized');
    expect(asked).to.equal(1);
  });

  for (const [status, code] of [
    [200, 'bad-answer'],
    [502, 'unavailable'],
  ] as const) {
    it(`names HTML instead of JSON with HTTP ${String(status)} ${code}`, async () => {
      const {client} = serve(new Response('<!doctype html><h1>Not JSON</h1>', {status}));
      const error = await rejectionOf(client.call('profile', {}));
      expect([error.code, error.retryable]).to.deep.equal([code, true]);
    });
  }

  for (const [status, body] of [
    [429, '<!doctype html><h1>Too Many Requests</h1>'],
    [503, ''],
    [503, '{"error":"QUERY_LIMIT_EXCEEDED"}'],
  ] as const) {
    it(`knows a limit by HTTP ${String(status)} with ${JSON.stringify(body)}, and how long it is`, async () => {
      const {client} = serve(new Response(body, {status, headers: {'Retry-After': '7'}}));
      const error = await rejectionOf(client.call('profile', {}));
      expect([error.code, error.retryable]).to.deep.equal(['limit-reached', true]);
      expect(error.portal).to.deep.include({status, retryAfterMs: 7000});
    });
  }

  it('says offline when the portal can not be reached', async () => {
    const {client} = serve(new TypeError('Failed to fetch'));
    expect((await rejectionOf(client.call('profile', {}))).code).to.equal('offline');
  });

  it('says aborted when the caller cancelled', async () => {
    const {client} = serve(new DOMException('cancelled', 'AbortError'));
    expect((await rejectionOf(client.call('profile', {}))).code).to.equal('aborted');
  });

  it('tells of each request how it went and how long it took, without what was in it', async () => {
    const {client, notices} = serve(new Response('', {status: 500}));
    await rejectionOf(client.call('crm.item.get', {id: 17}));
    const [notice] = notices;
    if (notice?.kind !== 'request') throw new Error('There should be a notice of the request.');
    expect(notice.duration).to.be.at.least(0);
    expect({...notice, duration: 0}).to.deep.equal({
      kind: 'request',
      method: 'crm.item.get',
      status: 500,
      duration: 0,
    });
  });

  it('says when a request has left, before there is an answer', async () => {
    const steps: string[] = [];
    const client = new RestClient({
      address: 'https://portal.example/rest',
      credentials: {accessToken: 'old', expiresIn: 1},
      notice: () => undefined,
      renew: () => Promise.resolve(null),
      fetch: async () => {
        steps.push('fetched');
        await Promise.resolve();
        steps.push('answered');
        return json({result: 17});
      },
      sent: () => steps.push('sent'),
    });
    await client.call('profile', {});
    expect(steps).to.deep.equal(['fetched', 'sent', 'answered']);
  });

  it('gives up on a request that is never answered', async () => {
    const client = new RestClient({
      address: 'https://portal.example/rest',
      credentials: {accessToken: 'old', expiresIn: 1},
      notice: () => undefined,
      renew: () => Promise.resolve(null),
      timeLimit: 5,
      fetch: (_address, {signal} = {}) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new DOMException('over', 'AbortError'));
          });
        }),
    });
    expect((await rejectionOf(client.call('profile', {}))).code).to.equal('timeout');
  });

  it('never puts the token into an error', async () => {
    const {client} = serve(json({error: 'NOT_FOUND', error_description: 'x'}, 400));
    const error = await rejectionOf(client.call('crm.item.get', {id: 17}));
    expect(`${JSON.stringify(error)}${error.message}${String(error.stack)}`).not.to.include('old');
  });

  it('refuses a batch that is too long before sending it', async () => {
    const {client, sent} = serve();
    const calls = Object.fromEntries(
      Array.from({length: 51}, (_, index) => [
        `c${String(index)}`,
        {method: 'profile', parameters: {}},
      ]),
    );
    expect((await rejectionOf(client.batch(calls))).code).to.equal('refused');
    expect(sent).to.have.length(0);
  });

  it('reads a batch', async () => {
    const {client} = serve(
      json({result: {result: {a: 1}, result_error: [], result_total: [], result_next: []}}),
    );
    const outcome = await client.batch({a: {method: 'profile', parameters: {}}});
    expect(outcome.get('a')).to.have.nested.property('answer.result', 1);
  });
});
