import {expect} from '@open-wc/testing';
import {readCallers, readDuplicates} from '../../../src/model/call/caller.js';

const ROW = {
  CRM_ENTITY_TYPE: 'CONTACT',
  CRM_ENTITY_ID: 17,
  NAME: ' Anna Schmidt ',
  ASSIGNED_BY_ID: '6',
  ASSIGNED_BY: {ID: '6', TIMEMAN_STATUS: 'OPENED'},
};

describe('readCallers', () => {
  it('reads a record and its responsible person', () => {
    expect(readCallers([ROW])).to.deep.equal({
      value: [
        {
          ref: {typeId: 3, id: 17},
          name: 'Anna Schmidt',
          responsible: {id: 6, name: null, workday: 'open'},
        },
      ],
      problems: [],
    });
  });

  for (const [status, workday] of [
    ['OPENED', 'open'],
    ['PAUSED', 'paused'],
    ['CLOSED', 'closed'],
    ['EXPIRED', 'closed'],
    ['toString', null],
    ['', null],
    [undefined, null],
  ] as const) {
    it(`reads the working day ${JSON.stringify([status])} as ${workday}`, () => {
      const {value} = readCallers([{...ROW, ASSIGNED_BY: {TIMEMAN_STATUS: status}}]);
      expect(value[0]?.responsible).to.deep.equal({id: 6, name: null, workday});
    });
  }

  it('knows no working day where the portal tells nothing of the person', () => {
    const {value} = readCallers([{...ROW, ASSIGNED_BY: null}]);
    expect(value[0]?.responsible).to.deep.equal({id: 6, name: null, workday: null});
  });

  it('has nobody responsible without an id', () => {
    expect(readCallers([{...ROW, ASSIGNED_BY_ID: '0'}]).value[0]?.responsible).to.equal(null);
  });

  it('names a record without a name by its id', () => {
    const names = [undefined, '', ' '].map((NAME) => readCallers([{...ROW, NAME}]).value[0]?.name);
    expect(names).to.deep.equal(['#17', '#17', '#17']);
  });

  it('lists each record once, as its last row tells it', () => {
    const {value} = readCallers([
      ROW,
      {...ROW, CRM_ENTITY_TYPE: 'LEAD'},
      {...ROW, NAME: 'Anna Weber'},
    ]);
    expect(value.map(({ref, name}) => [ref.typeId, name])).to.deep.equal([
      [3, 'Anna Weber'],
      [1, 'Anna Schmidt'],
    ]);
  });

  it('names rows without a record, and rows that are no objects', () => {
    const {value, problems} = readCallers([{...ROW, CRM_ENTITY_TYPE: 'ORDER'}, 'x', ROW]);
    expect(value).to.have.length(1);
    expect(problems).to.deep.equal([
      {path: 'searchCrmEntities[1]', expected: 'an object', found: 'x'},
      {path: 'searchCrmEntities', expected: 'a record', found: 'ORDER'},
    ]);
  });

  it('names an answer that is no list', () => {
    expect(readCallers('x')).to.deep.equal({
      value: [],
      problems: [{path: 'searchCrmEntities', expected: 'a list', found: 'x'}],
    });
    expect(readCallers([])).to.deep.equal({value: [], problems: []});
  });
});

describe('readDuplicates', () => {
  it('reads the ids of each type', () => {
    expect(readDuplicates({CONTACT: [17, '18'], LEAD: 3})).to.deep.equal({
      value: [
        {typeId: 3, id: 17},
        {typeId: 3, id: 18},
        {typeId: 1, id: 3},
      ],
      problems: [],
    });
  });

  it('reads PHP’s empty list as none', () => {
    expect(readDuplicates([])).to.deep.equal({value: [], problems: []});
  });

  it('names what is no id, and reads the others', () => {
    expect(readDuplicates({CONTACT: ['x', 17], ORDER: [5]})).to.deep.equal({
      value: [{typeId: 3, id: 17}],
      problems: [
        {path: 'crm.duplicate.findbycomm CONTACT', expected: 'an id', found: 'x'},
        {path: 'crm.duplicate.findbycomm ORDER', expected: 'an id', found: '5'},
      ],
    });
  });

  it('names an answer that is no map', () => {
    expect(readDuplicates('x')).to.deep.equal({
      value: [],
      problems: [{path: 'crm.duplicate.findbycomm', expected: 'ids by types', found: 'x'}],
    });
  });
});
