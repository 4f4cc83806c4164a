import {expect} from '@open-wc/testing';
import {
  entityKey,
  readBindings,
  readEntityRef,
  sameEntity,
} from '../../../src/model/entity/entity-ref.js';

describe('sameEntity', () => {
  it('compares the type and the id', () => {
    const ref = {typeId: 3, id: 17};
    expect(sameEntity(ref, {...ref})).to.equal(true);
    expect(sameEntity(null, null)).to.equal(true);
    const others = [null, {typeId: 3, id: 18}, {typeId: 4, id: 17}];
    for (const other of others) {
      expect(sameEntity(ref, other)).to.equal(false);
      expect(sameEntity(other, ref)).to.equal(false);
    }
  });
});

describe('entityKey', () => {
  it('differs with the type and with the id', () => {
    expect(entityKey({typeId: 3, id: 17})).to.equal('3:17');
  });
});

describe('readEntityRef', () => {
  it('reads a type in any spelling', () => {
    const ref = {value: {typeId: 3, id: 17}, problems: []};
    for (const type of ['CONTACT', 'contact', 'C', 3, '3']) {
      expect(readEntityRef(type, '17')).to.deep.equal(ref);
    }
  });

  const none: readonly (readonly [unknown, unknown])[] = [
    [undefined, 17],
    ['', 17],
    [0, 17],
    ['0', 17],
    ['CONTACT', undefined],
    ['CONTACT', ''],
    ['CONTACT', 0],
    ['CONTACT', '0'],
  ];
  for (const [type, id] of none) {
    it(`finds no record, and no problem, in ${JSON.stringify([type, id])}`, () => {
      expect(readEntityRef(type, id)).to.deep.equal({value: null, problems: []});
    });
  }

  it('names an unknown type and an invalid id, by their place', () => {
    const type = {path: 'CRM_ENTITY_TYPE', expected: 'a CRM type', found: 'ORDER'};
    const id = {path: 'CRM_ENTITY_ID', expected: 'a positive id', found: 'x'};
    const problems = (...values: Parameters<typeof readEntityRef>): object => {
      expect(readEntityRef(...values).value).to.equal(null);
      return readEntityRef(...values).problems;
    };
    expect(problems('ORDER', 'x', 'CRM_')).to.deep.equal([type, id]);
    expect(problems('ORDER', 17, 'CRM_')).to.deep.equal([type]);
    expect(problems('CONTACT', 'x')).to.deep.equal([{...id, path: 'ENTITY_ID'}]);
  });
});

describe('readBindings', () => {
  const CONTACT = {ENTITY_TYPE: 'CONTACT', ENTITY_ID: '17'};

  it('reads a list, or a map, with each record once', () => {
    const deal = {ENTITY_TYPE: 'DEAL', ENTITY_ID: 25};
    const refs = {
      value: [
        {typeId: 3, id: 17},
        {typeId: 2, id: 25},
      ],
      problems: [],
    };
    expect(readBindings([CONTACT, deal, CONTACT])).to.deep.equal(refs);
    expect(readBindings({1: CONTACT, 2: deal})).to.deep.equal(refs);
  });

  for (const value of [undefined, null, '', [], {}]) {
    it(`finds none in ${JSON.stringify([value])}`, () => {
      expect(readBindings(value)).to.deep.equal({value: [], problems: []});
    });
  }

  for (const value of ['C_17', 5, true]) {
    it(`names ${JSON.stringify(value)} as a problem`, () => {
      const found = String(value);
      expect(readBindings(value)).to.deep.equal({
        value: [],
        problems: [{path: 'CRM_BINDINGS', expected: 'a list of bindings', found}],
      });
    });
  }

  it('names each binding that it can’t read, and reads the others', () => {
    const {value, problems} = readBindings(['x', {...CONTACT, ENTITY_ID: 'x'}, CONTACT]);
    expect(value).to.deep.equal([{typeId: 3, id: 17}]);
    expect(problems).to.deep.equal([
      {path: 'CRM_BINDINGS[0]', expected: 'an object', found: 'x'},
      {path: 'CRM_BINDINGS[1].ENTITY_ID', expected: 'a positive id', found: 'x'},
    ]);
  });
});
