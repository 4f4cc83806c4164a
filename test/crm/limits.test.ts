import {expect} from '@open-wc/testing';
import {METHOD_REST_MS} from '../../src/crm/request/retry-policy.js';
import {RecordLoader} from '../../src/crm/request/record-loader.js';
import type {CrmRecord} from '../../src/crm/record.js';
import type {CallCardError} from '../../src/model/errors/call-card-error.js';
import {readRestOutcome} from '../../src/model/portal/rest-answer.js';
import {ManualTime, settled} from '../support/manual-time.js';
import {rejectionOf} from '../support/rejection.js';
import {failure, FakeCrm, refusal} from './fake-crm.js';

const KLAUS = {typeId: 3, id: 17};
const CHAIRS = {typeId: 2, id: 25};

/** Time by hand, and the middle of every chance. */
class FairTime extends ManualTime {
  chance = 0.5;
  readonly delays: number[] = [];

  override random(): number {
    return this.chance;
  }

  override after(milliseconds: number, callback: () => void): () => void {
    // What is only to be done in a task of its own is no wait.
    if (milliseconds === 0) {
      callback();
      return () => undefined;
    }
    this.delays.push(milliseconds);
    return super.after(milliseconds, callback);
  }
}

function pageOf(status: number, retryAfterMs?: number): CallCardError {
  const outcome = readRestOutcome('batch', status, undefined, retryAfterMs);
  if (outcome.status === 'failed') return outcome.error;
  throw new Error('A page is no answer.');
}

describe('the portal’s limits', () => {
  let crm: FakeCrm;
  let time: FairTime;
  let loader: RecordLoader;

  beforeEach(() => {
    crm = new FakeCrm();
    time = new FairTime();
    loader = new RecordLoader(crm.portal, time);
  });

  const sent = (): number => crm.portal.batches.length;
  const lastKeys = (): readonly string[] => Object.keys(crm.portal.batches.at(-1) ?? {});

  describe('of requests', () => {
    const limit = refusal('QUERY_LIMIT_EXCEEDED', 'batch', 503);

    it('are waited out, longer each time, and the record comes', async () => {
      crm.batchFailure = limit;
      const record = loader.record(KLAUS);
      await settled();
      await time.pass(500);
      await time.pass(1500);
      expect(sent()).to.equal(3);
      crm.batchFailure = undefined;
      await time.pass(4000);
      expect((await record).title).to.equal('Klaus Weber');
      expect(time.delays.slice(0, 3)).to.deep.equal([500, 1500, 4000]);
      expect(sent()).to.equal(4);
    });

    it('end the record after a few tries', async () => {
      crm.batchFailure = limit;
      const error = rejectionOf(loader.record(KLAUS));
      await settled();
      await time.pass(60_000);
      expect((await error).code).to.equal('limit-reached');
      expect(sent()).to.equal(4);
    });

    it('are waited out for those alone that met them: what came is kept', async () => {
      crm.failures.set('fields_3', refusal('QUERY_LIMIT_EXCEEDED', 'crm.item.fields'));
      const record = loader.record(KLAUS);
      await settled();
      crm.failures.clear();
      await time.pass(500);
      expect(lastKeys()).to.deep.equal(['fields_3']);
      expect((await record).fields[0]?.label).to.equal('Position');
      expect((await record).problems).to.deep.equal([]);
    });

    it('of a record are waited out with all that refers to it', async () => {
      crm.failures.set('item_2_25', refusal('QUERY_LIMIT_EXCEEDED', 'crm.item.get'));
      const record = loader.record(CHAIRS);
      await settled();
      crm.failures.clear();
      await time.pass(500);
      expect(lastKeys()).to.include.members([
        'item_2_25',
        'stage_2_25',
        'clients_2_25_3',
        'clients_2_25_4',
        'people_2_25',
      ]);
      expect(lastKeys()).to.not.include('fields_2');
      expect((await record).stage?.name).to.equal('Offer sent');
    });

    it('of what refers to a record are waited out with the record, and that is not lost', async () => {
      crm.failures.set('stage_2_25', refusal('QUERY_LIMIT_EXCEEDED', 'crm.status.list'));
      const record = loader.record(CHAIRS);
      await settled();
      crm.failures.clear();
      crm.failures.set('item_2_25', failure('not-allowed'));
      await time.pass(500);
      expect(lastKeys()).to.deep.equal(['item_2_25', 'stage_2_25']);
      expect((await record).title).to.equal('Office chairs');
    });

    it('do not bring all tabs back in the same moment', async () => {
      crm.batchFailure = limit;
      for (const chance of [0, 0.999]) {
        time.chance = chance;
        void rejectionOf(loader.record(KLAUS, {reload: true}));
        await settled();
      }
      const [least = 0, most = 0] = time.delays;
      expect(least).to.equal(375);
      expect(most).to.be.within(624, 625);
      await time.pass(60_000);
    });

    it('are waited out once for all who want the record', async () => {
      crm.batchFailure = limit;
      const records = [loader.record(KLAUS), loader.record(KLAUS), loader.record(CHAIRS)];
      await settled();
      expect(time.pending).to.equal(1);
      crm.batchFailure = undefined;
      await time.pass(500);
      expect((await Promise.all(records)).map(({title}) => title)).to.deep.equal([
        'Klaus Weber',
        'Klaus Weber',
        'Office chairs',
      ]);
      expect(sent()).to.equal(2);
    });

    it('are not waited out for nobody', async () => {
      crm.batchFailure = limit;
      const [first, second] = [new AbortController(), new AbortController()];
      const one = rejectionOf(loader.record(KLAUS, {signal: first.signal}));
      const other = rejectionOf(loader.record(KLAUS, {signal: second.signal}));
      await settled();
      first.abort();
      expect((await one).code).to.equal('aborted');
      expect(time.pending).to.equal(1);
      second.abort();
      expect((await other).code).to.equal('aborted');
      expect(time.pending).to.equal(0);
      await time.pass(60_000);
      expect(sent()).to.equal(1);
    });

    it('do not keep a record from who wants it after the others gave up', async () => {
      crm.batchFailure = limit;
      const first = new AbortController();
      const one = rejectionOf(loader.record(KLAUS, {signal: first.signal}));
      await settled();
      first.abort();
      crm.batchFailure = undefined;
      expect((await loader.record(KLAUS)).title).to.equal('Klaus Weber');
      expect((await one).code).to.equal('aborted');
    });

    for (const status of [429, 503]) {
      it(`are known by the status ${status} of a page that is no answer of the portal`, async () => {
        crm.batchFailure = pageOf(status);
        const record = loader.record(KLAUS);
        await settled();
        await time.pass(500);
        await time.pass(1500);
        expect(sent()).to.equal(3);
        crm.batchFailure = undefined;
        await time.pass(4000);
        expect((await record).title).to.equal('Klaus Weber');
      });
    }

    it('are waited out for as long as the server says', async () => {
      crm.batchFailure = pageOf(429, 8000);
      const record = loader.record(KLAUS);
      await settled();
      await time.pass(8000);
      expect(sent()).to.equal(1);
      crm.batchFailure = undefined;
      // Those who were told the same do not come back in one moment.
      await time.pass(250);
      expect(sent()).to.equal(2);
      expect((await record).title).to.equal('Klaus Weber');
    });

    it('that last too long for a call end the record, and nobody asks before they are over', async () => {
      crm.batchFailure = pageOf(503, 30_000);
      expect((await rejectionOf(loader.record(KLAUS))).code).to.equal('limit-reached');
      crm.batchFailure = undefined;
      await time.pass(29_999);
      expect((await rejectionOf(loader.record(KLAUS))).code).to.equal('limit-reached');
      expect(sent()).to.equal(1);
      await time.pass(1);
      expect((await loader.record(KLAUS)).title).to.equal('Klaus Weber');
    });

    it('last no longer than a few minutes, whatever a wrong clock says', async () => {
      crm.batchFailure = pageOf(503, 7_200_000);
      expect((await rejectionOf(loader.record(KLAUS))).code).to.equal('limit-reached');
      crm.batchFailure = undefined;
      await time.pass(300_000);
      expect((await loader.record(KLAUS)).title).to.equal('Klaus Weber');
    });

    it('are not waited out before a block by the vendor', async () => {
      crm.batchFailure = refusal('OVERLOAD_LIMIT', 'batch', 503);
      expect((await rejectionOf(loader.record(KLAUS))).code).to.equal('limit-reached');
      expect(sent()).to.equal(1);
    });
  });

  describe('of a method’s time', () => {
    it('keep only that method from being asked, until the portal counts anew', async () => {
      crm.failures.set('crm.item.fields', refusal('OPERATION_TIME_LIMIT', 'crm.item.fields'));
      const first = await loader.record(KLAUS);
      expect(first.title).to.equal('Klaus Weber');
      expect(first.problems.map(({path}) => path)).to.deep.equal(['crm.item.fields']);
      crm.failures.clear();
      await time.pass(METHOD_REST_MS - 1);
      const second = await loader.record(KLAUS, {reload: true});
      expect(second.problems.map(({path}) => path)).to.deep.equal(['crm.item.fields']);
      expect(crm.count('crm.item.fields')).to.equal(1);
      await time.pass(1);
      const third = await loader.record(KLAUS, {reload: true});
      expect(third.fields[0]?.label).to.equal('Position');
    });

    it('keep it from being asked as long as the portal has said', async () => {
      const answer = crm.portal.batchAnswer;
      crm.portal.batchAnswer = async (calls) => {
        const outcome = new Map(await answer(calls));
        const fields = outcome.get('fields_3');
        if (fields?.status === 'ok') {
          outcome.set('fields_3', {
            status: 'ok',
            answer: {...fields.answer, operatingResetMs: 5 * METHOD_REST_MS},
          });
        }
        return outcome;
      };
      // Of another language, so that the fields are asked for each time.
      const inLanguage = (language: string): Promise<CrmRecord> => {
        crm.portal.session = {...crm.portal.session, language};
        return loader.record(KLAUS, {reload: true});
      };
      await inLanguage('en');
      crm.failures.set('crm.item.fields', refusal('OPERATION_TIME_LIMIT', 'crm.item.fields'));
      await inLanguage('de');
      crm.failures.clear();
      await time.pass(5 * METHOD_REST_MS - 1);
      await inLanguage('fr');
      expect(crm.count('crm.item.fields')).to.equal(2);
      await time.pass(1);
      expect((await inLanguage('it')).problems).to.deep.equal([]);
      expect(crm.count('crm.item.fields')).to.equal(3);
    });

    it('keep everything from being asked where it is the batch’s own', async () => {
      crm.batchFailure = refusal('OPERATION_TIME_LIMIT', 'batch', 429);
      expect((await rejectionOf(loader.record(KLAUS))).code).to.equal('limit-reached');
      crm.batchFailure = undefined;
      expect((await rejectionOf(loader.record(KLAUS))).code).to.equal('limit-reached');
      expect(sent()).to.equal(1);
      await time.pass(METHOD_REST_MS);
      expect((await loader.record(KLAUS)).title).to.equal('Klaus Weber');
    });
  });

  describe('and faults', () => {
    for (const [name, error] of [
      ['no network', failure('offline', 'batch')],
      ['a fault of the server', refusal('INTERNAL_SERVER_ERROR', 'batch', 500)],
      ['a gateway’s page', pageOf(502)],
      ['words of the portal', refusal('ERROR_CORE', 'batch', 400)],
    ] as const) {
      const retried = error.retryable;
      it(`${retried ? 'try once more' : 'do not try again'} after ${name}`, async () => {
        crm.batchFailure = error;
        const outcome = rejectionOf(loader.record(KLAUS));
        await settled();
        await time.pass(60_000);
        expect((await outcome).code).to.equal(error.code);
        expect(sent()).to.equal(retried ? 2 : 1);
      });
    }

    it('of one call are tried once more', async () => {
      crm.failures.set('stage_2_25', refusal('INTERNAL_SERVER_ERROR', 'crm.status.list'));
      const record = loader.record(CHAIRS);
      await settled();
      crm.failures.clear();
      await time.pass(250);
      expect((await record).stage?.name).to.equal('Offer sent');
    });

    it('that are hopeless are not', async () => {
      crm.failures.set('crm.item.get', refusal('ACCESS_DENIED', 'crm.item.get'));
      expect((await rejectionOf(loader.record(KLAUS))).code).to.equal('not-allowed');
      expect(sent()).to.equal(1);
    });
  });
});
