/** REST: results, every kind of failure, and batches. */
import {expect} from '@open-wc/testing';
import type {CallCardErrorCode} from '../../src/model/errors/call-card-error.js';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {asObject} from '../../src/model/parse/reading.js';
import type {Fault, LoggedRequest} from '../../src/simulator/backend-client.js';
import type {ContractCase, ContractGroup} from './cases.js';
import {errorIn, valueIn, watch, type ContractApp, type Outcome} from './contract-app.js';
import type {Stage} from './stage.js';

export const GET_KLAUS = {method: 'crm.item.get', parameters: {entityTypeId: CONTACT, id: 17}};
const GET_NOBODY = {method: 'crm.item.get', parameters: {entityTypeId: CONTACT, id: 99_999}};
export const PROFILE = {method: 'profile', parameters: {}};
const REQUEST_LIMIT_MS = 65_000;

/** Nothing is cleaned up between these: each uses up the faults that it makes. */
const REST: ContractGroup = {
  title: 'REST',
  open: (stage) => stage.worker(),
  prepare: (app) => app.connected(),
  cases: () => [...RESULTS, ...FAILURES.map(fails), ...BROKEN, ...BATCHES],
};

export const REST_GROUPS = [REST];

/** Calls one method through the port. */
export function rest(
  app: ContractApp,
  call: {method: string; parameters: object},
): Promise<Outcome> {
  return app.ask('rest', call);
}

/** What the backend gets while something happens, in order. */
export async function requestsOf(
  {backend}: Stage,
  happening: () => Promise<unknown>,
): Promise<readonly LoggedRequest[]> {
  await backend.clearRequests();
  await happening();
  return backend.requests();
}

export function named(requests: readonly LoggedRequest[]): readonly string[] {
  return requests.map(({httpMethod, method}) => `${httpMethod} ${method}`);
}

const RESULTS: readonly ContractCase[] = [
  {
    name: 'a record',
    run: async (app) => {
      const answer = asObject(valueIn(await rest(app, GET_KLAUS)));
      const item = asObject(asObject(answer?.['result'])?.['item']);
      expect(item).to.include({id: 17, lastName: 'Weber'});
      expect(answer).to.include({total: null, next: null});
    },
  },
  {
    name: 'a list with its total',
    run: async (app) => {
      const answer = asObject(valueIn(await rest(app, {method: 'user.get', parameters: {}})));
      expect(answer?.['result']).to.be.an('array').that.is.not.empty;
      expect(answer?.['total']).to.equal((answer?.['result'] as unknown[]).length);
    },
  },
  {
    name: 'parameters arrive as they were meant',
    run: async (app, stage) => {
      const filter = {'>ID': 5, '%TITLE': 'a&b=c d+ü'};
      const [request] = await requestsOf(stage, () =>
        rest(app, {method: 'crm.item.list', parameters: {entityTypeId: 4, filter}}),
      );
      expect(request?.calls[0]?.parameters).to.deep.include({
        filter: {'>ID': '5', '%TITLE': 'a&b=c d+ü'},
      });
    },
  },
  {
    name: 'one request, and no preflight before it',
    run: async (app, stage) => {
      const requests = await requestsOf(stage, async () => {
        valueIn(await rest(app, GET_KLAUS));
        valueIn(await app.ask('batch', {klaus: GET_KLAUS}));
      });
      expect(named(requests)).to.deep.equal(['POST crm.item.get', 'POST batch']);
      const types = requests.map(({contentType}) => contentType);
      expect(types).to.deep.equal(['text/plain;charset=UTF-8', 'text/plain;charset=UTF-8']);
    },
  },
  {
    name: 'every request is counted and told, without what was in it',
    run: async (app) => {
      const requests = await app.counts('requests', async () => {
        await rest(app, GET_KLAUS);
        await rest(app, GET_NOBODY);
      });
      expect(requests).to.equal(2);
      const notices = (await app.ask('notices')) as unknown as readonly object[];
      const told = notices.map((notice) => ({...notice, duration: 0}));
      const request = {kind: 'request', method: 'crm.item.get', duration: 0};
      expect(told).to.deep.equal([
        {...request, status: 200},
        {...request, status: 400},
      ]);
    },
  },
];

interface Failure {
  readonly portal: string;
  readonly code: CallCardErrorCode;
  readonly status: number;
  readonly retryable: boolean;
}

const FAILURES: readonly Failure[] = [
  {portal: 'ACCESS_DENIED', code: 'not-allowed', status: 400, retryable: false},
  {portal: 'INVALID_CREDENTIALS', code: 'not-allowed', status: 403, retryable: false},
  {portal: 'NOT_FOUND', code: 'not-found', status: 400, retryable: false},
  {portal: 'insufficient_scope', code: 'missing-scope', status: 403, retryable: false},
  {portal: 'ERROR_METHOD_NOT_FOUND', code: 'unsupported', status: 404, retryable: false},
  {portal: 'QUERY_LIMIT_EXCEEDED', code: 'limit-reached', status: 503, retryable: true},
  {portal: 'OPERATION_TIME_LIMIT', code: 'limit-reached', status: 429, retryable: true},
  {portal: 'OVERLOAD_LIMIT', code: 'limit-reached', status: 503, retryable: false},
  {portal: 'INTERNAL_SERVER_ERROR', code: 'unavailable', status: 500, retryable: true},
  {portal: 'NO_AUTH_FOUND', code: 'not-authorized', status: 401, retryable: false},
  {portal: 'SOMETHING_NEW', code: 'refused', status: 400, retryable: false},
  {portal: '', code: 'not-allowed', status: 400, retryable: false},
];

function fails({portal, code, status, retryable}: Failure): ContractCase {
  return {
    name: `the error "${portal}": ${code}`,
    run: async (app, {backend}) => {
      const description = 'Worte des Portals';
      await backend.addFault({kind: 'error', code: portal, description, times: 1});
      const requests = await app.counts('requests', async () => {
        expect(errorIn(await rest(app, GET_KLAUS))).to.deep.include({
          code,
          retryable,
          request: 'crm.item.get',
          portal: {code: portal, description, status},
        });
      });
      expect(requests).to.equal(1);
    },
  };
}

interface Breakage {
  readonly what: string;
  readonly fault: Fault;
  readonly code: CallCardErrorCode;
}

const BREAKAGES: readonly Breakage[] = [
  {what: 'HTML of a gateway', fault: {kind: 'html'}, code: 'unavailable'},
  {what: 'HTML with status 200', fault: {kind: 'html', status: 200}, code: 'bad-answer'},
  {what: 'a bare status 503', fault: {kind: 'status', status: 503}, code: 'limit-reached'},
  {what: 'a gateway’s limit', fault: {kind: 'html', status: 429}, code: 'limit-reached'},
  {what: 'a bare status 500', fault: {kind: 'status', status: 500}, code: 'unavailable'},
  {what: 'half of a JSON text', fault: {kind: 'not-json'}, code: 'bad-answer'},
  {what: 'nothing at all', fault: {kind: 'empty'}, code: 'bad-answer'},
  {what: 'a connection that breaks', fault: {kind: 'drop'}, code: 'offline'},
];

const BROKEN: readonly ContractCase[] = [
  ...BREAKAGES.flatMap(({what, fault, code}) => [
    {
      name: `${what}: ${code}`,
      run: async (app: ContractApp, {backend}: Stage) => {
        await backend.addFault({...fault, times: 1});
        const error = errorIn(await rest(app, GET_KLAUS));
        expect(error).to.include({code, request: 'crm.item.get', retryable: true});
      },
    },
    {
      name: `${what} for a batch: ${code}`,
      run: async (app: ContractApp, {backend}: Stage) => {
        await backend.addFault({...fault, times: 1});
        expect(errorIn(await app.ask('batch', {klaus: GET_KLAUS})).code).to.equal(code);
      },
    },
  ]),
  {
    name: 'an answer that never comes: a timeout after 65 s',
    run: async (app, {backend}) => {
      await backend.addFault({kind: 'hold', key: 'never', times: 1});
      const outcome = rest(app, GET_KLAUS);
      const watched = watch(outcome);
      await backend.held('never');
      await app.pass(REQUEST_LIMIT_MS - 1);
      expect(watched.isOver).to.equal(false);
      await app.pass(1);
      const {code, retryable} = errorIn(await outcome);
      expect([code, retryable]).to.deep.equal(['timeout', true]);
      await backend.release('never');
    },
  },
  {
    name: 'a request that the caller cancels: aborted',
    run: async (app, {backend}) => {
      await backend.addFault({kind: 'hold', key: 'cancelled'});
      expect(errorIn(await app.ask('cancelledRest', 'profile')).code).to.equal('aborted');
      await backend.release('cancelled');
    },
  },
  {
    name: 'a request under way when the portal is disposed: disconnected',
    run: async (app, {backend}) => {
      await backend.addFault({kind: 'hold', key: 'under way', times: 1});
      const outcome = rest(app, GET_KLAUS);
      await backend.held('under way');
      await app.do('dispose');
      await backend.release('under way');
      expect(errorIn(await outcome).code).to.equal('disconnected');
    },
  },
];

/** The outcomes of a batch by their keys. */
export async function batch(
  app: ContractApp,
  calls: object,
): Promise<Readonly<Record<string, unknown>>> {
  return asObject(valueIn(await app.ask('batch', calls))) ?? {};
}

const BATCHES: readonly ContractCase[] = [
  {
    name: 'a batch is one request, with an outcome for each key',
    run: async (app, stage) => {
      const requests = await requestsOf(stage, async () => {
        const outcomes = await batch(app, {klaus: GET_KLAUS, me: PROFILE});
        expect(outcomes['klaus']).to.have.nested.property('answer.result.item.lastName', 'Weber');
        expect(outcomes['me']).to.have.nested.property('answer.result.ID');
      });
      expect(named(requests)).to.deep.equal(['POST batch']);
    },
  },
  {
    name: 'what fails in a batch fails alone',
    run: async (app) => {
      const outcomes = await batch(app, {nobody: GET_NOBODY, klaus: GET_KLAUS});
      expect(outcomes['nobody']).to.have.property('status', 'failed');
      expect(outcomes['nobody']).to.have.nested.property('error.code', 'not-found');
      expect(outcomes['klaus']).to.have.property('status', 'ok');
    },
  },
  {
    name: 'a method that does not exist fails alone',
    run: async (app) => {
      const outcomes = await batch(app, {
        invented: {method: 'crm.invented', parameters: {}},
        klaus: GET_KLAUS,
      });
      expect(outcomes['invented']).to.have.nested.property('error.code', 'unsupported');
      expect(outcomes['klaus']).to.have.property('status', 'ok');
    },
  },
  {
    name: 'a call may refer to the answer of one before it',
    run: async (app) => {
      const again = {entityTypeId: CONTACT, id: '$result[klaus][item][id]'};
      const outcomes = await batch(app, {
        klaus: GET_KLAUS,
        again: {method: 'crm.item.get', parameters: again},
      });
      expect(outcomes['again']).to.have.nested.property('answer.result.item.id', 17);
    },
  },
  {
    name: 'fifty calls go at once',
    run: async (app) => {
      const outcomes = await batch(app, profiles(50));
      expect(Object.values(outcomes).map((outcome) => asObject(outcome)?.['status'])).to.deep.equal(
        Array.from({length: 50}, () => 'ok'),
      );
    },
  },
  {
    name: 'fifty-one calls are refused, and nothing is sent',
    run: async (app, stage) => {
      const requests = await requestsOf(stage, async () => {
        expect(errorIn(await app.ask('batch', profiles(51))).code).to.equal('refused');
      });
      expect(requests).to.deep.equal([]);
    },
  },
];

function profiles(count: number): object {
  return Object.fromEntries(Array.from({length: count}, (_, index) => [`p${index}`, PROFILE]));
}
