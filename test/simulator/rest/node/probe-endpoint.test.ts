/** What the simulator's server finds out about an app's, and for whom. */
import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {ProbeEndpoint} from '../../../../src/simulator/rest/endpoint/probe-endpoint.js';

const PROBE = 'http://127.0.0.1:8080/simulator/probe';

async function probe(url: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const body = JSON.stringify({url});
  const request = new Request(PROBE, {method: 'POST', body, headers});
  const response = await new ProbeEndpoint().handle(request);
  return response.ok ? await response.json() : response.status;
}

void describe('the probe of an app’s server', () => {
  let server: Server;
  let app: string;
  const asked: string[] = [];
  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.method ?? '');
      response.writeHead(request.method === 'GET' ? 200 : 405).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    app = `http://localhost:${(server.address() as AddressInfo).port}/card.html`;
  });
  after(() => server.close());

  void it('tells what it answers to POST and to GET', async () => {
    assert.deepEqual(await probe(app), {post: 405, get: 200});
    assert.deepEqual(asked.sort(), ['GET', 'POST']);
  });

  void it('tells when nobody answers', async () => {
    assert.deepEqual(await probe('http://localhost:1/'), {post: null, get: null});
  });

  void it('is for pages of the simulator’s own server alone', async () => {
    asked.length = 0;
    assert.equal(await probe(app, {origin: 'https://elsewhere.example'}), 403);
    assert.deepEqual(asked, []);
    assert.deepEqual(await probe(app, {origin: new URL(PROBE).origin}), {post: 405, get: 200});
  });

  for (const url of ['https://example.com/', 'http://10.0.0.1/', 'file:///etc/hosts', 'no', null]) {
    void it(`asks no server but this machine’s: ${url}`, async () => {
      assert.equal(await probe(url), 403);
    });
  }
});
