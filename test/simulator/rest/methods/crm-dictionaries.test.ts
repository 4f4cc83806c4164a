import {expect} from '@open-wc/testing';
import {asObject, type JsonObject} from '../../../../src/model/parse/reading.js';
import {readRows} from '../../../../src/model/parse/parse-list.js';
import {testPortal, type TestPortal} from '../test-portal.js';

describe('the dictionaries of the CRM', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal();
  });

  async function statuses(filter: JsonObject): Promise<readonly JsonObject[]> {
    return (await portal.result('crm.status.list', {filter})) as readonly JsonObject[];
  }

  it('give the stages of a pipeline with colours and meanings', async () => {
    const stages = await statuses({ENTITY_ID: 'DEAL_STAGE_9'});
    expect(stages.map(({STATUS_ID, SEMANTICS}) => [STATUS_ID, SEMANTICS])).to.deep.equal([
      ['C9:NEW', null],
      ['C9:UC_KN8KFI', null],
      ['C9:FINAL_INVOICE', null],
      ['C9:WON', 'S'],
      ['C9:LOSE', 'F'],
    ]);
    expect(stages[0]).to.deep.include({
      NAME: 'Request received',
      SORT: '10',
      CATEGORY_ID: '9',
      COLOR: '#39A8EF',
      EXTRA: {SEMANTICS: 'process', COLOR: '#39A8EF'},
    });
    expect(stages[2]).to.include({COLOR: ''});
  });

  it('tell a regretted failure from another', async () => {
    const [apology] = await statuses({ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'APOLOGY'});
    expect(apology).to.have.nested.property('EXTRA.SEMANTICS', 'apology');
  });

  const pipelines: readonly (readonly [dictionary: string, ...stages: string[]])[] = [
    ['QUOTE_STATUS', 'DRAFT', 'SENT', 'APPROVED', 'DECLAINED', 'APOLOGY'],
    ['SMART_INVOICE_STAGE_4', 'DT31_4:N', 'DT31_4:S', 'DT31_4:P', 'DT31_4:D'],
    [
      'DYNAMIC_177_STAGE_52',
      ...['NEW', 'PREPARATION', 'SUCCESS', 'FAIL'].map((id) => `DT177_52:${id}`),
    ],
    ['DYNAMIC_177_STAGE_53', ...['NEW', 'PACKED', 'SUCCESS', 'FAIL'].map((id) => `DT177_53:${id}`)],
  ];
  for (const [dictionary, ...ids] of pipelines) {
    it(`have the stages of ${dictionary}`, async () => {
      const stages = await statuses({ENTITY_ID: dictionary});
      expect(stages.map(({STATUS_ID}) => STATUS_ID)).to.deep.equal(ids);
    });
  }

  it('have no stages for a type where they are switched off', async () => {
    expect(await statuses({'%ENTITY_ID': '1036'})).to.deep.equal([]);
    const fields = await portal.result('crm.item.fields', {entityTypeId: 1036});
    expect(fields).not.to.have.nested.property('fields.stageId');
  });

  it('name the dictionary of the default pipeline in the description of a type', async () => {
    const dictionaries: Readonly<Record<number, string>> = {
      1: 'STATUS',
      2: 'DEAL_STAGE',
      7: 'QUOTE_STATUS',
      31: 'SMART_INVOICE_STAGE_4',
      177: 'DYNAMIC_177_STAGE_52',
    };
    for (const [entityTypeId, dictionary] of Object.entries(dictionaries)) {
      const result = await portal.result('crm.item.fields', {entityTypeId});
      expect(result).to.have.nested.property('fields.stageId.statusType', dictionary);
    }
  });

  it('find a stage by its id alone', async () => {
    expect(await statuses({STATUS_ID: 'C9:WON'})).to.have.length(1);
  });

  it('are ordered as it is asked', async () => {
    const result = await portal.result('crm.status.list', {
      filter: {ENTITY_ID: 'SOURCE'},
      order: {SORT: 'DESC'},
    });
    expect((result as readonly JsonObject[])[0]).to.include({STATUS_ID: 'RECOMMENDATION'});
  });

  it('are paged by fifty, and counted', async () => {
    const {body} = await portal.rest('crm.status.list');
    expect(body['total']).to.be.a('number');
    expect(body['result']).to.have.length(Math.min(50, Number(body['total'])));
  });

  it('come short without colours', async () => {
    const items = await portal.result('crm.status.entity.items', {entityId: 'DEAL_TYPE'});
    expect(items).to.deep.equal([
      {NAME: 'Sale', SORT: 10, STATUS_ID: 'SALE'},
      {NAME: 'Service', SORT: 20, STATUS_ID: 'SERVICE'},
      {NAME: 'Integrated sale', SORT: 30, STATUS_ID: 'COMPLEX'},
    ]);
  });

  it('list the pipelines, and refuse types that have none', async () => {
    const {body} = await portal.rest('crm.category.list', {entityTypeId: 2});
    expect(body['total']).to.equal(2);
    expect(body).to.have.nested.property('result.categories[1]').that.deep.equals({
      id: 9,
      name: 'Service contracts',
      sort: 300,
      entityTypeId: 2,
      isDefault: 'N',
    });
    for (const entityTypeId of [1, 7]) {
      const {body} = await portal.rest('crm.category.list', {entityTypeId});
      expect(body).to.have.property('error', 'ENTITY_TYPE_NOT_SUPPORTED');
    }
  });

  it('list the pipelines of smart processes', async () => {
    const ids = async (entityTypeId: number): Promise<unknown> => {
      const result = await portal.result('crm.category.list', {entityTypeId});
      return (asObject(result)?.['categories'] as readonly JsonObject[]).map(({id}) => id);
    };
    expect(await ids(177)).to.deep.equal([52, 53]);
    expect(await ids(31)).to.deep.equal([4]);
    expect(await ids(1036)).to.deep.equal([60]);
  });

  it('list the types with their codes', async () => {
    expect(await portal.result('crm.enum.ownertype')).to.deep.include({
      ID: 4,
      NAME: 'Company',
      SYMBOL_CODE: 'COMPANY',
      SYMBOL_CODE_SHORT: 'CO',
    });
    expect(await portal.result('crm.enum.ownertype')).to.deep.include({
      ID: 177,
      NAME: 'Delivery',
      SYMBOL_CODE: 'DYNAMIC_177',
      SYMBOL_CODE_SHORT: 'Tb1',
    });
  });

  it('keep currencies for administrators', async () => {
    for (const method of ['crm.currency.list', 'crm.currency.get']) {
      const {status, body} = await portal.rest(method, {id: 'EUR'});
      expect(body).to.deep.equal({error: '', error_description: 'Access denied.'});
      expect(status).to.equal(400);
    }
    await portal.useToken({userId: 1});
    expect(await portal.result('crm.currency.get', {id: 'EUR'})).to.include({FORMAT_STRING: '# €'});
    expect(await portal.result('crm.currency.list')).to.have.length(3);
    const unknown = await portal.rest('crm.currency.get', {id: 'XXX'});
    expect(unknown.body).to.deep.equal({error: '', error_description: 'Not found'});
  });
});

describe('the layout of the card', () => {
  const layouts: readonly (readonly [string, JsonObject, boolean])[] = [
    ['nobody arranged a personal one', {entityTypeId: 2}, false],
    ['nobody arranged one for leads', {entityTypeId: 1, scope: 'C'}, false],
    ['the common one of deals', {entityTypeId: 2, scope: 'C'}, true],
    ['that of a pipeline', {entityTypeId: 2, scope: 'C', extras: {dealCategoryId: 9}}, true],
    ['that of another pipeline', {entityTypeId: 2, scope: 'C', extras: {dealCategoryId: 4}}, false],
  ];
  for (const [name, parameters, exists] of layouts) {
    it(`${exists ? 'is' : 'is null:'} ${name}`, async () => {
      const portal = await testPortal();
      const {body} = await portal.rest('crm.item.details.configuration.get', parameters);
      if (!exists) expect(body['result']).to.equal(null);
      else expect(body).to.have.nested.property('result[0].elements[0].name', 'TITLE');
    });
  }

  it('may be personal, which others see only when they ask for it', async () => {
    const portal = await testPortal();
    const layout = (parameters: JsonObject) =>
      portal.result('crm.item.details.configuration.get', {entityTypeId: 3, ...parameters});
    expect(await layout({})).to.equal(null);
    expect(await layout({userId: 9})).to.have.nested.property('[0].title', 'My contact');
    await portal.useToken({userId: 9});
    expect(await layout({})).to.have.nested.property('[0].title', 'My contact');
    expect(await layout({scope: 'C'})).to.have.nested.property('[0].title', 'About the contact');
  });

  it('may be that of one pipeline of a contact or a smart process', async () => {
    const portal = await testPortal();
    const layout = (entityTypeId: number, categoryId: number) =>
      portal.result('crm.item.details.configuration.get', {
        entityTypeId,
        scope: 'C',
        extras: {categoryId},
      });
    expect(await layout(3, 10)).to.have.nested.property('[0].title', 'About the supplier');
    expect(await layout(177, 52)).to.have.nested.property('[0].title', 'About the delivery');
    expect(await layout(177, 53)).to.equal(null);
  });

  it('may be that of leads of customers who come back', async () => {
    const portal = await testPortal();
    const layout = (extras: JsonObject) =>
      portal.result('crm.item.details.configuration.get', {entityTypeId: 1, scope: 'C', extras});
    expect(await layout({leadCustomerType: 1})).to.equal(null);
    expect(await layout({leadCustomerType: 2})).to.have.nested.property(
      '[0].title',
      'About the returning customer',
    );
  });

  it('may be personal and that of one pipeline, with an empty section', async () => {
    const portal = await testPortal({userId: 9});
    const layout = (extras: JsonObject) =>
      portal.result('crm.item.details.configuration.get', {entityTypeId: 2, extras});
    expect(await layout({dealCategoryId: 9})).to.have.nested.property('[1].elements').that.is.empty;
    expect(await layout({})).to.equal(null);
  });

  it('marks what is shown even when it is empty', async () => {
    const portal = await testPortal();
    const parameters = {entityTypeId: 2, scope: 'C'};
    const layout = await portal.result('crm.item.details.configuration.get', parameters);
    expect(layout).to.have.nested.property('[0].type', 'section');
    expect(layout)
      .to.have.nested.property('[0].elements')
      .that.deep.includes({
        name: 'CLIENT',
        optionFlags: '1',
        options: {defaultCountry: 'DE'},
      });
  });
});

describe('crm.status.entity.types', () => {
  it('names the dictionaries, those of stages with the type of their records', async () => {
    const portal = await testPortal();
    const rows = readRows(await portal.result('crm.status.entity.types'));
    const typeOf = (id: string): unknown => rows.find(({ID}) => ID === id)?.['ENTITY_TYPE_ID'];
    expect(typeOf('STATUS')).to.equal(1);
    expect(typeOf('DEAL_STAGE')).to.equal(2);
    expect(typeOf('DEAL_STAGE_9')).to.equal(2);
    expect(typeOf('QUOTE_STATUS')).to.equal(7);
    expect(typeOf('SMART_INVOICE_STAGE_4')).to.equal(31);
    expect(typeOf('DYNAMIC_177_STAGE_53')).to.equal(177);
    expect(rows.map(({ID}) => ID)).to.include('SOURCE');
    expect(typeOf('SOURCE')).to.equal(undefined);
  });
});
