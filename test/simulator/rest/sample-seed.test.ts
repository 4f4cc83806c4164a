import {expect} from '@open-wc/testing';
import {asId} from '../../../src/model/reading.js';
import {crmType, fieldNamed, stageDictionary} from '../../../src/simulator/rest/crm/crm-type.js';
import {SAMPLE_SEED} from '../../../src/simulator/rest/seed/sample-seed.js';

/** Which type's records a standard field names. */
const LINKS: Readonly<Record<string, number>> = {
  companyId: 4,
  companyIds: 4,
  mycompanyId: 4,
  contactIds: 3,
  leadId: 1,
  dealId: 2,
  quoteId: 7,
};

describe('the sample firm', () => {
  const types = new Map(SAMPLE_SEED.types.map((seed) => [seed.id, crmType(seed)]));
  const users = new Set(SAMPLE_SEED.users.map(({id}) => id));
  const records = new Set(SAMPLE_SEED.records.map(({typeId, id}) => `${typeId}:${id}`));

  it('has each record, user and dictionary entry once', () => {
    expect(records.size).to.equal(SAMPLE_SEED.records.length);
    expect(users.size).to.equal(SAMPLE_SEED.users.length);
    const entries = new Set(SAMPLE_SEED.statuses.map((one) => `${one.entityId} ${one.statusId}`));
    expect(entries.size).to.equal(SAMPLE_SEED.statuses.length);
  });

  for (const {typeId, id, fields} of SAMPLE_SEED.records) {
    const type = types.get(typeId);

    it(`writes only fields of its type in record ${typeId}:${id}`, () => {
      const unknown = Object.keys(fields).filter(
        (name) => type === undefined || fieldNamed(type, name)?.name !== name,
      );
      expect(unknown).to.deep.equal([]);
    });

    it(`names only what exists in record ${typeId}:${id}`, () => {
      for (const [name, value] of Object.entries(fields)) {
        const ids = (Array.isArray(value) ? (value as unknown[]) : [value]).map(asId);
        for (const linked of ids.filter((one) => one !== undefined)) {
          if (name in LINKS) expect(records).to.include(`${LINKS[name]}:${linked}`);
          if (type !== undefined && fieldNamed(type, name)?.type === 'user') {
            expect(users).to.include(linked);
          }
        }
      }
    });

    it(`has a stage of its own pipeline in record ${typeId}:${id}`, () => {
      const dictionary = stageDictionary(typeId, Number(fields['categoryId'] ?? 0));
      if (dictionary === undefined) return;
      const stages = SAMPLE_SEED.statuses.filter(({entityId}) => entityId === dictionary);
      expect(stages.map(({statusId}) => statusId)).to.include(fields['stageId']);
    });
  }

  it('has a value of every user field of deals in deal 25', () => {
    const deal = SAMPLE_SEED.records.find(({typeId, id}) => typeId === 2 && id === 25);
    const names = SAMPLE_SEED.types
      .find(({id}) => id === 2)
      ?.userFields.map((one) => one.upperName);
    expect(deal?.fields).to.include.all.keys(names ?? []);
  });
});
