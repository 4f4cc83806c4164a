import {expect} from '@open-wc/testing';
import type {JsonObject} from '../../../../src/model/parse/reading.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {StoppedClock, testPortal, type Answer, type TestPortal} from '../test-portal.js';

describe('crm.item.update', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    const clock = new StoppedClock();
    portal = await testPortal({}, new SimulatorBackend({clock: clock.read}));
  });

  function update(entityTypeId: number, id: number, fields: JsonObject): Promise<Answer> {
    return portal.rest('crm.item.update', {entityTypeId, id, fields});
  }

  it('changes a field, says who did it, and answers the record', async () => {
    const {body} = await update(2, 25, {title: 'Changed', opportunity: '12.5'});
    expect(body).to.have.nested.property('result.item.title', 'Changed');
    expect(await portal.item(2, 25)).to.include({
      title: 'Changed',
      opportunity: 12.5,
      updatedBy: 6,
      updatedTime: '2026-03-10T11:00:00+02:00',
    });
  });

  it('ignores unknown and read-only names in silence', async () => {
    const before = await portal.item(2, 25);
    const {status} = await update(2, 25, {nonsense: 1, id: 99, createdBy: 99, isWork: 'Y'});
    expect(status).to.equal(200);
    expect({...(await portal.item(2, 25)), updatedTime: before['updatedTime']}).to.deep.equal(
      before,
    );
  });

  it('moves a record within its pipeline', async () => {
    await update(2, 25, {stageId: 'C9:WON'});
    expect(await portal.item(2, 25)).to.include({
      stageSemanticId: 'S',
      movedBy: 6,
      movedTime: '2026-03-10T11:00:00+02:00',
    });
  });

  it('moves a record to another pipeline together with its stage', async () => {
    expect((await update(2, 25, {stageId: 'EXECUTING'})).body).to.have.property(
      'error',
      'CRM_FIELD_ERROR_VALUE_NOT_VALID',
    );
    expect((await update(2, 25, {categoryId: 0, stageId: 'EXECUTING'})).status).to.equal(200);
  });

  it('takes the one contact that old callers know', async () => {
    await update(2, 26, {contactId: 21});
    expect(await portal.item(2, 26)).to.deep.include({contactId: 21, contactIds: [21]});
  });

  it('adds, changes and deletes phones by their rows', async () => {
    await update(3, 17, {
      fm: {
        n0: {typeId: 'PHONE', valueType: 'HOME', value: '+49 30 999'},
        8557: {value: '+49 30 111'},
        8553: {value: ''},
      },
    });
    const item = await portal.item(3, 17);
    expect(item).to.include({phoneWork: '+49 30 111', emailWork: ''});
    expect(item['fm']).to.have.length(4);
    expect(item['fm']).to.deep.include({
      id: 8560,
      typeId: 'PHONE',
      valueType: 'HOME',
      value: '+49 30 999',
    });
  });

  const refusals: readonly (readonly [string, number, number, JsonObject, string])[] = [
    ['one value for a multiple field', 2, 25, {observers: 6}, '100'],
    ['nothing for a required field', 2, 25, {opened: ''}, 'CRM_FIELD_ERROR_REQUIRED'],
    ['a record that is denied', 3, 20, {name: 'x'}, 'ACCESS_DENIED'],
    ['a record that is not there', 3, 404, {name: 'x'}, 'NOT_FOUND'],
  ];
  for (const [name, typeId, id, fields, code] of refusals) {
    it(`refuses ${name}`, async () => {
      const {status, body} = await update(typeId, id, fields);
      expect(body).to.have.property('error', code);
      expect(status).to.equal(400);
    });
  }
});
