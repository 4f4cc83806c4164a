import {expect} from '@open-wc/testing';
import {asObject, type JsonObject} from '../../../../src/model/parse/reading.js';
import {camelUserFieldName, upperNameOf} from '../../../../src/simulator/rest/crm/field.js';
import {ORIGIN, testPortal, type TestPortal} from '../test-portal.js';

/** How many standard fields each type has: the common ones, its own and its parents. */
const STANDARD_FIELDS: Readonly<Record<number, number>> = {
  1: 16 + 50 + 1,
  2: 16 + 49 + 1,
  3: 16 + 37 + 1,
  4: 16 + 37 + 1,
  7: 16 + 40 + 1,
  31: 16 + 23 + 2,
  177: 16 + 23 + 2,
  // Without stages (4), pipelines (1), dates (2), products (7), its own company (1) and a source (2).
  1036: 16 + 23 + 2 - 17,
};

describe('crm.item.get', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal();
  });

  it('answers a contact with all its phones and their shortcuts', async () => {
    const item = await portal.item(3, 17);
    expect(item).to.include({
      id: 17,
      entityTypeId: 3,
      name: 'Klaus',
      lastName: 'Weber',
      assignedById: 6,
      companyId: 5,
      hasPhone: 'Y',
      hasEmail: 'Y',
      hasImol: 'N',
      phone: '+49 30 123456',
      phoneWork: '+49 30 123456',
      phoneMobile: '+49 170 7654321',
      phoneMailing: '',
      emailHome: 'weber.klaus@mail.example',
      imol: '',
    });
    expect(item['fm']).to.have.length(4);
    expect(item).to.have.nested.property('fm[0].typeId', 'PHONE');
  });

  for (const [typeId, count] of Object.entries(STANDARD_FIELDS)) {
    it(`answers every field of type ${typeId}, empty and disabled ones too`, async () => {
      const result = asObject(await portal.result('crm.item.fields', {entityTypeId: typeId}));
      const fields = asObject(result?.['fields']) ?? {};
      const standard = Object.values(fields).filter(
        (field) => asObject(field)?.['isDynamic'] === false,
      );
      expect(standard).to.have.length(count);
      const record = await portal.item(Number(typeId), 101);
      expect(Object.keys(record)).to.have.members(Object.keys(fields));
      expect(Object.values(record)).not.to.include(undefined);
    });
  }

  it('answers disabled fields with null, and empty multiple ones with a list', async () => {
    await portal.control('put-record', {typeId: 2, id: 26, fields: {isWork: 'Y'}});
    const item = await portal.item(2, 26);
    expect(item['isWork']).to.equal(null);
    expect(item['observers']).to.deep.equal([]);
    expect(item['ufCrm_1721244707109']).to.deep.equal([]);
    expect(item['probability']).to.equal(null);
  });

  const stages: readonly (readonly [id: number, semantics: string, closed: string])[] = [
    [25, 'P', 'N'],
    [26, 'P', 'N'],
    [27, 'S', 'Y'],
    [28, 'F', 'Y'],
  ];
  for (const [id, semantics, closed] of stages) {
    it(`tells from the stage what became of deal ${id}`, async () => {
      expect(await portal.item(2, id)).to.include({stageSemanticId: semantics, closed});
    });
  }

  it('tells a chat of an open line from other messengers', async () => {
    expect(await portal.item(3, 21)).to.include({
      hasImol: 'Y',
      imol: 'imol|telegrambot|1|221|7',
    });
    const fm = [{id: 1, typeId: 'IM', valueType: 'TELEGRAM', value: '@weber'}];
    await portal.control('put-record', {typeId: 3, id: 17, fields: {fm}});
    expect(await portal.item(3, 17)).to.include({hasImol: 'N', imol: ''});
  });

  it('spells user fields as it is asked to', async () => {
    const camel = await portal.item(2, 25);
    expect(camel).to.include({ufCrmContractNumber: 'V-2026-0025', ufCrm_ROOM42: 'C 2.17'});
    expect(camel).not.to.have.property('UF_CRM_CONTRACT_NUMBER');
    const original = await portal.item(2, 25, {useOriginalUfNames: 'Y'});
    expect(original).to.include({UF_CRM_CONTRACT_NUMBER: 'V-2026-0025', title: camel['title']});
    expect(original).not.to.have.property('ufCrmContractNumber');
  });

  it('links a file for people and, with the token inside, for machines', async () => {
    const item = await portal.item(2, 25, {useOriginalUfNames: 'Y'});
    const file = asObject(item['UF_CRM_1721244707115']) ?? {};
    expect(file['id']).to.equal(30577);
    expect(file['url'])
      .to.be.a('string')
      .that.matches(new RegExp(`^${ORIGIN}/`));
    expect(file['url']).not.to.include(portal.token);
    expect(file['urlMachine']).to.include(`auth=${portal.token}`);
  });

  const refusals: readonly (readonly [string, JsonObject, string])[] = [
    ['a record that this user may not read', {entityTypeId: 3, id: 20}, 'ACCESS_DENIED'],
    ['a record that is not there', {entityTypeId: 3, id: 404}, 'NOT_FOUND'],
    ['a type that nobody made', {entityTypeId: 1056, id: 1}, 'NOT_FOUND'],
    ['an old invoice', {entityTypeId: 5, id: 1}, 'ENTITY_TYPE_NOT_SUPPORTED'],
    ['no id', {entityTypeId: 3}, 'REQUIRED_ARG_MISSING'],
    ['an id that is none', {entityTypeId: 3, id: 'x'}, 'INVALID_ARG_VALUE'],
  ];
  for (const [name, parameters, code] of refusals) {
    it(`refuses ${name}`, async () => {
      const {status, body} = await portal.rest('crm.item.get', parameters);
      expect(body).to.have.property('error', code);
      expect(status).to.equal(400);
    });
  }

  it('reads the denied record to a user who may', async () => {
    await portal.useToken({userId: 1});
    expect(await portal.item(3, 20)).to.have.property('lastName', 'Lindner');
  });

  it('obeys rights and deletions that change while it runs', async () => {
    await portal.control('deny-record', {typeId: 2, id: 25, userId: 6});
    expect((await portal.rest('crm.item.get', {entityTypeId: 2, id: 25})).body).to.have.property(
      'error',
      'ACCESS_DENIED',
    );
    await portal.control('delete-record', {typeId: 2, id: 25});
    expect((await portal.rest('crm.item.get', {entityTypeId: 2, id: 25})).body).to.have.property(
      'error',
      'NOT_FOUND',
    );
  });
});

describe('crm.item.fields', () => {
  it('describes standard and user fields in the words of people', async () => {
    const portal = await testPortal();
    const result = await portal.result('crm.item.fields', {
      entityTypeId: 2,
      useOriginalUfNames: 'Y',
    });
    const fields = asObject(asObject(result)?.['fields']) ?? {};
    expect(fields['assignedById']).to.deep.equal({
      type: 'user',
      isRequired: false,
      isReadOnly: false,
      isImmutable: false,
      isMultiple: false,
      isDynamic: false,
      title: 'Responsible person',
      upperName: 'ASSIGNED_BY_ID',
    });
    // It names the default pipeline, whatever the record is in.
    expect(fields['stageId']).to.include({type: 'crm_status', statusType: 'DEAL_STAGE'});
    expect(fields['contactId']).to.include({isDeprecated: true});
    expect(fields['UF_CRM_1721244707109']).to.deep.include({
      type: 'enumeration',
      isMultiple: true,
      isDynamic: true,
      title: 'Services',
      formLabel: 'Services',
      upperName: 'UF_CRM_1721244707109',
      items: [
        {ID: '79', VALUE: 'Installation'},
        {ID: '80', VALUE: 'Maintenance'},
        {ID: '81', VALUE: 'Training'},
      ],
    });
  });

  it('knows a user field that was added later', async () => {
    const portal = await testPortal();
    await portal.control('put-user-fields', {
      typeId: 3,
      fields: [{upperName: 'UF_CRM_SHOE', type: 'integer', title: 'Shoe size'}],
    });
    await portal.control('put-record', {typeId: 3, id: 17, fields: {ufCrmShoe: 44}});
    expect(await portal.item(3, 17, {useOriginalUfNames: 'Y'})).to.include({UF_CRM_SHOE: 44});
  });
});

describe('the names of fields', () => {
  const camelNames: readonly (readonly [original: string, camel: string])[] = [
    ['UF_CRM_3_DIGIT', 'ufCrm3Digit'],
    ['UF_CRM_3_1747309727', 'ufCrm3_1747309727'],
    ['UF_CRM_1747309879', 'ufCrm_1747309879'],
    ['UF_CRM_3_DIGIT10', 'ufCrm_3_DIGIT10'],
    ['UF_CRM_ROOM42', 'ufCrm_ROOM42'],
    ['UF_CRM_CONTRACT_NUMBER', 'ufCrmContractNumber'],
  ];
  for (const [original, camel] of camelNames) {
    it(`writes ${original} as ${camel}`, () => {
      expect(camelUserFieldName(original)).to.equal(camel);
    });
  }

  it('writes standard names in capitals', () => {
    expect(['assignedById', 'id', 'parentId177', 'utmSource'].map(upperNameOf)).to.deep.equal([
      'ASSIGNED_BY_ID',
      'ID',
      'PARENT_ID_177',
      'UTM_SOURCE',
    ]);
  });

  it('keeps both originals where the camelCase collides', async () => {
    const portal = await testPortal();
    for (const upperName of ['UF_CRM_OLD_NAME', 'UF_CRM_OLD__NAME']) {
      const field = {upperName, type: 'string', title: upperName};
      await portal.control('put-user-fields', {typeId: 3, fields: [field]});
    }
    expect(await portal.item(3, 17)).to.include.keys('UF_CRM_OLD_NAME', 'UF_CRM_OLD__NAME');
  });
});
