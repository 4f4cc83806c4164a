import {expect} from '@open-wc/testing';
import {asObject} from '../../../../src/model/parse/reading.js';
import {testPortal, type TestPortal} from '../test-portal.js';

describe('batch', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal();
  });

  it('answers an empty map of PHP for everything that is empty', async () => {
    const empty = {
      result: [],
      result_error: [],
      result_total: [],
      result_next: [],
      result_time: [],
    };
    expect(await portal.batch({})).to.deep.equal(empty);
    const {result_error: errors, result_total: totals} = await portal.batch({a: 'scope'});
    expect(errors).to.deep.equal([]);
    expect(totals).to.deep.equal([]);
  });

  it('answers each command under its key, with totals and times', async () => {
    const batch = await portal.batch({
      item: 'crm.item.get?entityTypeId=3&id=17',
      stages: 'crm.status.list?filter[ENTITY_ID]=DEAL_STAGE_9',
    });
    expect(batch).to.have.nested.property('result.item.item.name', 'Klaus');
    expect(batch).to.have.nested.property('result.stages[0].STATUS_ID', 'C9:NEW');
    expect(batch['result_total']).to.deep.equal({stages: 5});
    expect(batch['result_time']).to.have.all.keys('item', 'stages');
  });

  it('says where the next page of a list starts', async () => {
    for (let id = 1001; id <= 1051; id++) {
      await portal.control('put-record', {typeId: 4, id, fields: {title: `Company ${id}`}});
    }
    const batch = await portal.batch({
      long: 'crm.item.list?entityTypeId=4',
      short: 'crm.item.list?entityTypeId=2',
    });
    expect(batch['result_next']).to.deep.equal({long: 50});
    expect(batch['result_total']).to.deep.equal({long: 57, short: 7});
  });

  it('takes commands that are counted instead of named', async () => {
    const batch = await portal.batch(['scope', 'no.such.method', 'scope']);
    expect(batch['result']).to.have.all.keys('0', '2');
    expect(batch['result_error']).to.have.all.keys('1');
    expect((await portal.batch(['scope']))['result'])
      .to.be.an('array')
      .with.length(1);
  });

  it('takes the form dialect', async () => {
    const response = await portal.backend.handle(
      new Request('https://portal.example/rest/batch.json', {
        method: 'POST',
        body: `auth=${portal.token}&halt=0&cmd[a]=user.get%3FID%3D1`,
      }),
    );
    expect(await response.json()).to.have.nested.property('result.result.a[0].LAST_NAME', 'Vogel');
  });

  it('keeps going after an error, and stops there when it shall halt', async () => {
    const commands = {a: 'scope', b: 'crm.currency.list', c: 'scope'};
    const going = await portal.batch(commands, 0);
    expect(going['result']).to.have.all.keys('a', 'c');
    expect(going['result_error']).to.deep.equal({
      b: {error: '', error_description: 'Access denied.'},
    });
    const halted = await portal.batch(commands, 1);
    expect(halted['result']).to.have.all.keys('a');
    expect(halted['result_error']).to.have.all.keys('b');
  });

  it('is HTTP 200 even when every command fails', async () => {
    const {status} = await portal.rest('batch', {cmd: {a: 'no.such.method'}});
    expect(status).to.equal(200);
  });

  it('decodes the query of a command', async () => {
    const comment = 'a & b = 50% + c';
    const query = `fields[ENTITY_TYPE]=contact&fields[ENTITY_ID]=17&fields[COMMENT]=${encodeURIComponent(comment)}`;
    await portal.batch({note: `crm.timeline.comment.add?${query}`});
    expect(await portal.control('timeline-comments')).to.have.nested.property(
      '[0].comment',
      comment,
    );
  });

  it('refuses a batch inside of a batch', async () => {
    const batch = await portal.batch({inner: 'batch?cmd[a]=scope'});
    expect(batch).to.have.nested.property(
      'result_error.inner.error',
      'ERROR_BATCH_METHOD_NOT_ALLOWED',
    );
  });

  it('runs fifty commands and refuses the rest', async () => {
    const commands = Array.from({length: 52}, (_, index) => [`c${index}`, 'scope'] as const);
    const batch = await portal.batch(Object.fromEntries(commands));
    expect(Object.keys(asObject(batch['result']) ?? {})).to.have.length(50);
    expect(batch['result_error']).to.have.all.keys('c50', 'c51');
    expect(batch).to.have.nested.property('result_error.c50.error', 'ERROR_BATCH_LENGTH_EXCEEDED');
  });

  describe('with references', () => {
    it('puts in a value of an earlier command, of whatever type', async () => {
      const batch = await portal.batch({
        deal: 'crm.item.get?entityTypeId=2&id=25',
        company: 'crm.item.get?entityTypeId=4&id=$result[deal][item][companyId]',
        people:
          'crm.item.list?entityTypeId=3&select[]=lastName&filter[@id]=$result[deal][item][contactIds]',
        first: 'crm.item.get?entityTypeId=3&id=$result[deal][item][contactIds][0]',
      });
      expect(batch).to.have.nested.property('result.company.item.title', 'Müller GmbH');
      expect(batch).to.have.nested.property('result.people.items').with.length(2);
      expect(batch).to.have.nested.property('result.first.item.id', 17);
    });

    it('puts in nothing for a value that is not there', async () => {
      const batch = await portal.batch({
        scope: 'scope',
        lost: 'crm.item.get?entityTypeId=3&id=$result[nowhere][item][id]',
        deep: 'crm.item.get?entityTypeId=3&id=$result[scope][0][length]',
        inherited: 'crm.item.get?entityTypeId=3&id=$result[scope][constructor]',
      });
      expect(batch).to.have.nested.property('result_error.lost.error', 'REQUIRED_ARG_MISSING');
      expect(batch).to.have.nested.property('result_error.deep.error', 'REQUIRED_ARG_MISSING');
      expect(batch).to.have.nested.property('result_error.inherited.error', 'REQUIRED_ARG_MISSING');
    });

    it('leaves one inside of a longer text alone', async () => {
      const batch = await portal.batch({
        item: 'crm.item.get?entityTypeId=2&id=25',
        stages: 'crm.status.list?filter[ENTITY_ID]=DEAL_STAGE_$result[item][item][categoryId]',
      });
      expect(batch).to.have.nested.property('result.stages').that.is.empty;
    });
  });
});
