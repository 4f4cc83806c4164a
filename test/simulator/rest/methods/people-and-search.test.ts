import {expect} from '@open-wc/testing';
import {asObject, type JsonObject} from '../../../../src/model/parse/reading.js';
import {ORIGIN, testPortal, type TestPortal} from '../test-portal.js';

let portal: TestPortal;

beforeEach(async () => {
  portal = await testPortal();
});

describe('user.get', () => {
  async function users(parameters: JsonObject): Promise<readonly JsonObject[]> {
    return (await portal.result('user.get', parameters)) as readonly JsonObject[];
  }

  it('finds users by their ids, those who left too', async () => {
    const found = await users({FILTER: {ID: [9, 14, 404]}});
    expect(found.map(({ID, ACTIVE}) => [ID, ACTIVE])).to.deep.equal([
      ['9', true],
      ['14', false],
    ]);
    expect(await users({FILTER: {ID: [14], ACTIVE: 1}})).to.deep.equal([]);
  });

  it('leaves out what is not there', async () => {
    const [jonas] = await users({ID: 6});
    expect(jonas).to.include({SECOND_NAME: 'Emil', LAST_NAME: 'Becker'});
    expect(jonas?.['TIMESTAMP_X']).to.deep.equal({});
    const [leonie] = await users({ID: 9});
    expect(leonie).not.to.have.any.keys('SECOND_NAME', 'PERSONAL_PHOTO');
  });

  it('shows contact data to the full scope only', async () => {
    expect((await users({ID: 6}))[0]).not.to.have.property('PERSONAL_MOBILE');
    await portal.useToken({scopes: ['user']});
    expect((await users({ID: 6}))[0]).to.have.property('PERSONAL_MOBILE', '+491701234506');
  });

  it('links a photo that is there', async () => {
    const [jonas] = await users({ID: 6});
    const address = String(jonas?.['PERSONAL_PHOTO']);
    expect(address.startsWith(`${ORIGIN}/`)).to.equal(true);
    const photo = await portal.backend.handle(new Request(address));
    expect(photo.headers.get('content-type')).to.equal('image/svg+xml');
    expect(await photo.text()).to.include('>JB</text>');
    const nobody = await portal.backend.handle(new Request(address.replace('6.svg', '404.svg')));
    expect(nobody.status).to.equal(404);
  });
});

describe('user.search', () => {
  async function idsOf(FILTER: JsonObject): Promise<readonly unknown[]> {
    const found = (await portal.result('user.search', {FILTER})) as readonly JsonObject[];
    return found.map(({ID}) => ID);
  }

  it('looks in names and positions for words that begin so', async () => {
    expect(await idsOf({FIND: 'krü'})).to.deep.equal(['9']);
    expect(await idsOf({FIND: 'jonas BECK'})).to.deep.equal(['6']);
    expect(await idsOf({FIND: 'customer'})).to.deep.equal(['6']);
    expect(await idsOf({FIND: 'onas'})).to.deep.equal([]);
    expect(await idsOf({FIND: 'oliver'}), 'those who left, too').to.deep.equal(['14']);
  });

  it('looks in single fields, and filters as user.get does', async () => {
    expect(await idsOf({LAST_NAME: 'Now'})).to.deep.equal(['21']);
    expect(await idsOf({NAME: 'Now'})).to.deep.equal([]);
    expect(await idsOf({FIND: 'oliver', ACTIVE: 1})).to.deep.equal([]);
  });

  it('tells who is online and which telephone they have', async () => {
    const found = (await portal.result('user.search', {FILTER: {FIND: 'ma'}})) as JsonObject[];
    expect(
      found.map(({ID, IS_ONLINE, UF_PHONE_INNER}) => [ID, IS_ONLINE, UF_PHONE_INNER]),
    ).to.deep.equal([
      ['1', 'Y', '101'],
      ['21', 'Y', '121'],
    ]);
    const [leonie] = (await portal.result('user.search', {
      FILTER: {FIND: 'leonie'},
    })) as JsonObject[];
    expect(leonie?.['IS_ONLINE']).to.equal('N');
  });

  it('needs a scope for users', async () => {
    await portal.useToken({scopes: ['crm', 'telephony', 'placement']});
    const {status, body} = await portal.rest('user.search', {FILTER: {FIND: 'Leonie'}});
    expect([status, body['error']]).to.deep.equal([403, 'insufficient_scope']);
  });
});

describe('crm.duplicate.findbycomm', () => {
  const find = (parameters: JsonObject): Promise<unknown> =>
    portal.result('crm.duplicate.findbycomm', parameters);

  it('finds records by the whole number, however it is written', async () => {
    const found = await find({type: 'PHONE', values: ['+4930123456']});
    expect(found).to.deep.equal({CONTACT: [17, 18]});
    expect(await find({type: 'PHONE', values: ['4930 12-34-56 ext. 7']})).to.deep.equal(found);
  });

  it('finds nothing by a part of it, and says so as PHP does', async () => {
    expect(await find({type: 'PHONE', values: ['30123456']})).to.deep.equal([]);
  });

  it('finds several types, or the one that is asked for', async () => {
    const values = ['+49 30 123456', '+44 20 7946 0003', '+49 30 123400'];
    expect(await find({type: 'PHONE', values})).to.deep.equal({
      LEAD: [3],
      CONTACT: [17, 18],
      COMPANY: [5],
    });
    expect(await find({type: 'PHONE', values, entity_type: 'COMPANY'})).to.deep.equal({
      COMPANY: [5],
    });
  });

  it('finds e-mails in any case', async () => {
    expect(await find({type: 'EMAIL', values: ['INFO@Mueller.example']})).to.deep.equal({
      COMPANY: [5],
    });
  });

  it('hides records that the user may not read', async () => {
    const values = ['+49 171 5550020'];
    expect(await find({type: 'PHONE', values})).to.deep.equal([]);
    await portal.useToken({userId: 1});
    expect(await find({type: 'PHONE', values})).to.deep.equal({CONTACT: [20]});
  });

  it('names at most twenty records of a type', async () => {
    for (let id = 501; id <= 525; id++) {
      const fields = {fm: [{id, typeId: 'PHONE', valueType: 'WORK', value: '555'}]};
      await portal.control('put-record', {typeId: 3, id, fields});
    }
    expect(await find({type: 'PHONE', values: ['555']}))
      .to.have.property('CONTACT')
      .with.length(20);
  });

  it('refuses in prose', async () => {
    const {status, body} = await portal.rest('crm.duplicate.findbycomm', {values: ['1']});
    expect(body).to.deep.equal({
      error: 'Communication type is not defined',
      error_description: "Parameter 'type' is required.",
    });
    expect(status).to.equal(400);
  });
});

describe('telephony.externalCall.searchCrmEntities', () => {
  it('names the callers and whether their responsible person is at work', async () => {
    const found = await portal.result('telephony.externalCall.searchCrmEntities', {
      PHONE_NUMBER: '+4930123456',
    });
    expect(found).to.deep.equal([
      {
        CRM_ENTITY_TYPE: 'CONTACT',
        CRM_ENTITY_ID: 17,
        ASSIGNED_BY_ID: 6,
        NAME: 'Klaus Weber',
        ASSIGNED_BY: {
          ID: '6',
          TIMEMAN_STATUS: 'OPENED',
          USER_PHONE_INNER: '106',
          WORK_PHONE: null,
          PERSONAL_PHONE: null,
          PERSONAL_MOBILE: '+491701234506',
        },
      },
      {
        CRM_ENTITY_TYPE: 'CONTACT',
        CRM_ENTITY_ID: 18,
        ASSIGNED_BY_ID: 9,
        NAME: 'Anna Schmidt',
        ASSIGNED_BY: {
          ID: '9',
          TIMEMAN_STATUS: 'PAUSED',
          USER_PHONE_INNER: '109',
          WORK_PHONE: null,
          PERSONAL_PHONE: null,
          PERSONAL_MOBILE: null,
        },
      },
    ]);
  });

  it('names every match: contacts, then companies, then leads', async () => {
    const found = (await portal.result('telephony.externalCall.searchCrmEntities', {
      PHONE_NUMBER: '+49305550199',
    })) as readonly JsonObject[];
    expect(found.map((one) => [one['CRM_ENTITY_TYPE'], one['CRM_ENTITY_ID']])).to.deep.equal([
      ['CONTACT', 23],
      ['CONTACT', 101],
      ['COMPANY', 101],
      ['LEAD', 101],
    ]);
    const workday = found.map((one) => asObject(one['ASSIGNED_BY'])?.['TIMEMAN_STATUS']);
    expect(workday).to.deep.equal(['EXPIRED', 'PAUSED', 'PAUSED', 'PAUSED']);
  });

  it('works with the telephony scope alone', async () => {
    await portal.useToken({scopes: ['telephony']});
    const found = await portal.result('telephony.externalCall.searchCrmEntities', {
      PHONE_NUMBER: '+49 30 123400',
    });
    expect(found).to.have.nested.property('[0].NAME', 'Müller GmbH');
  });
});
