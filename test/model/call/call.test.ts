import {expect} from '@open-wc/testing';
import {
  readCall,
  readEntityChange,
  withEntityChange,
  type Call,
} from '../../../src/model/call/call.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';

const OPTIONS: JsonObject = {
  CALL_ID: 'externalCall.1',
  PHONE_NUMBER: '+4930123456',
  LINE_NUMBER: '',
  LINE_NAME: 'Berlin',
  CRM_ENTITY_TYPE: 'CONTACT',
  CRM_ENTITY_ID: '17',
  CRM_ACTIVITY_ID: 'undefined',
  CRM_BINDINGS: [{ENTITY_TYPE: 'DEAL', ENTITY_ID: '25'}],
  CALL_DIRECTION: 'incoming',
  CALL_STATE: 'connected',
  CALL_LIST_MODE: 'false',
};

function read(changes: JsonObject): Call {
  const call = readCall({...OPTIONS, ...changes}).value;
  if (call === null) throw new Error('There should be a call.');
  return call;
}

describe('readCall', () => {
  it('reads the options at load', () => {
    const {value, problems} = readCall(OPTIONS);
    expect(problems).to.deep.equal([]);
    expect(value).to.deep.equal({
      id: 'externalCall.1',
      number: {kind: 'number', value: '+4930123456'},
      line: {number: '', name: 'Berlin'},
      direction: 'incoming',
      progress: 'connected',
      entity: {typeId: 3, id: 17},
      bindings: [
        {typeId: 3, id: 17},
        {typeId: 2, id: 25},
      ],
      activityId: null,
      campaign: false,
      path: null,
    });
  });

  it('reads the typed values of getStatus as the same call', () => {
    const typed = {
      ...OPTIONS,
      CRM_ENTITY_ID: 17,
      CRM_ACTIVITY_ID: undefined,
      CALL_LIST_MODE: false,
      CRM_BINDINGS: [{ENTITY_TYPE: 'DEAL', ENTITY_ID: 25}],
    };
    expect(readCall(typed)).to.deep.equal(readCall(OPTIONS));
  });

  for (const [written, number] of [
    ['Anonymous', {kind: 'hidden'}],
    ['anonymous', {kind: 'hidden'}],
    ['Restricted', {kind: 'hidden'}],
    ['Private', {kind: 'hidden'}],
    ['PRIVATE NUMBER', {kind: 'hidden'}],
    ['sip:anonymous@anonymous.invalid', {kind: 'hidden'}],
    ['sip:anonymous@10.0.0.1:5060', {kind: 'hidden'}],
    ['Anonymous <sip:anonymous@192.0.2.7>', {kind: 'hidden'}],
    ['Номер скрыт', {kind: 'hidden'}],
    ['Unavailable', {kind: 'unknown'}],
    ['sip:reception@example.com', {kind: 'unknown'}],
    ['sip:192.0.2.7', {kind: 'unknown'}],
    ['null', {kind: 'unknown'}],
    ['+', {kind: 'unknown'}],
    ['sip:+4930123456@192.0.2.7;user=phone', {kind: 'number', value: '+4930123456'}],
    ['tel:%2B4930123456', {kind: 'number', value: '+4930123456'}],
    ['305', {kind: 'number', value: '305'}],
    ['1-800-FLOWERS', {kind: 'number', value: '1-800-FLOWERS'}],
    ['٠٣٠١٢٣٤٥٦', {kind: 'number', value: '٠٣٠١٢٣٤٥٦'}],
  ] as const) {
    it(`takes ${written} for ${number.kind === 'number' ? number.value : `a ${number.kind} caller`}`, () => {
      expect(read({PHONE_NUMBER: written}).number).to.deep.equal(number);
    });
  }

  it('has no call without CALL_ID, and no problem either', () => {
    for (const id of [undefined, null, '', 'undefined']) {
      expect(readCall({...OPTIONS, CALL_ID: id})).to.deep.equal({value: null, problems: []});
    }
  });

  const numbers: readonly (readonly [unknown, Call['number']])[] = [
    ['+49 30 123', {kind: 'number', value: '+49 30 123'}],
    [4930123, {kind: 'number', value: '4930123'}],
    ['hidden', {kind: 'hidden'}],
    ['Hidden', {kind: 'hidden'}],
    ['unknown', {kind: 'unknown'}],
    ['undefined', {kind: 'unknown'}],
    ['', {kind: 'unknown'}],
    ['  ', {kind: 'unknown'}],
    [undefined, {kind: 'unknown'}],
    [{}, {kind: 'unknown'}],
  ];
  for (const [spelling, number] of numbers) {
    it(`reads the number ${JSON.stringify(spelling)} as ${JSON.stringify(number)}`, () => {
      expect(read({PHONE_NUMBER: spelling}).number).to.deep.equal(number);
    });
  }

  const directions: readonly (readonly [unknown, Call['direction']])[] = [
    ['incoming', 'incoming'],
    ['outgoing', 'outgoing'],
    ['outcoming', 'outgoing'],
    ['incomingTransfer', 'incoming'],
    ['callback', 'callback'],
    ['', null],
    [undefined, null],
    ['sideways', null],
    ['constructor', null],
  ];
  for (const [spelling, direction] of directions) {
    it(`reads the direction ${JSON.stringify(spelling)} as ${String(direction)}`, () => {
      expect(read({CALL_DIRECTION: spelling}).direction).to.equal(direction);
    });
  }

  const campaigns: readonly (readonly [unknown, boolean])[] = [
    ['true', true],
    ['True', true],
    [true, true],
    ['false', false],
    ['False', false],
    [false, false],
    [undefined, false],
    ['', false],
  ];
  for (const [spelling, campaign] of campaigns) {
    it(`reads the list mode ${JSON.stringify(spelling)} as ${String(campaign)}`, () => {
      expect(read({CALL_LIST_MODE: spelling}).campaign).to.equal(campaign);
    });
  }

  const activities: readonly (readonly [unknown, number | null])[] = [
    ['undefined', null],
    ['', null],
    [undefined, null],
    ['0', null],
    ['12043', 12043],
    [12043, 12043],
    [-3, null],
    ['12 apples', null],
  ];
  for (const [spelling, id] of activities) {
    it(`reads the activity ${JSON.stringify(spelling)} as ${String(id)}`, () => {
      expect(read({CRM_ACTIVITY_ID: spelling}).activityId).to.equal(id);
    });
  }

  const entities: readonly (readonly [unknown, unknown, Call['entity']])[] = [
    ['CONTACT', '17', {typeId: 3, id: 17}],
    ['contact', 17, {typeId: 3, id: 17}],
    ['3', '17', {typeId: 3, id: 17}],
    [3, 17, {typeId: 3, id: 17}],
    ['DYNAMIC_177', '9', {typeId: 177, id: 9}],
    ['', '0', null],
    ['CONTACT', '0', null],
    ['CONTACT', undefined, null],
    [undefined, '17', null],
  ];
  for (const [type, id, entity] of entities) {
    it(`reads the record ${JSON.stringify([type, id])} without a problem`, () => {
      const reading = readCall({...OPTIONS, CRM_ENTITY_TYPE: type, CRM_ENTITY_ID: id});
      expect(reading.value?.entity).to.deep.equal(entity);
      expect(reading.problems).to.deep.equal([]);
    });
  }

  it('has no bindings when there are none', () => {
    const none = {CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0'};
    expect(read({...none, CRM_BINDINGS: undefined}).bindings).to.deep.equal([]);
    expect(read({...none, CRM_BINDINGS: []}).bindings).to.deep.equal([]);
  });

  it('names the primary record first and each record once', () => {
    const bindings = [
      {ENTITY_TYPE: 'DEAL', ENTITY_ID: '25'},
      {ENTITY_TYPE: 'CONTACT', ENTITY_ID: '17'},
      {ENTITY_TYPE: 'DEAL', ENTITY_ID: 25},
    ];
    expect(read({CRM_BINDINGS: bindings}).bindings).to.deep.equal([
      {typeId: 3, id: 17},
      {typeId: 2, id: 25},
    ]);
  });

  it('names each broken part and keeps the rest', () => {
    const {value, problems} = readCall({
      ...OPTIONS,
      CRM_ENTITY_TYPE: 'SPACESHIP',
      CRM_BINDINGS: [
        null,
        {ENTITY_TYPE: 'DEAL', ENTITY_ID: 'x'},
        {ENTITY_TYPE: 'DEAL', ENTITY_ID: 25},
      ],
      CALL_STATE: ['connected'],
      URI: 'https://elsewhere.example/',
    });
    expect(value?.entity).to.equal(null);
    expect(value?.bindings).to.deep.equal([{typeId: 2, id: 25}]);
    expect(value?.progress).to.equal(null);
    expect(value?.number).to.deep.equal({kind: 'number', value: '+4930123456'});
    expect(problems.map(({path}) => path)).to.deep.equal([
      'CRM_ENTITY_TYPE',
      'CRM_BINDINGS[0]',
      'CRM_BINDINGS[1].ENTITY_ID',
      'CALL_STATE',
      'URI',
    ]);
  });

  it('undoes HTML escaping in names, once', () => {
    expect(read({LINE_NAME: 'M&amp;M &lt;b&gt;'}).line.name).to.equal('M&M <b>');
    expect(read({LINE_NAME: '&amp;lt;'}).line.name).to.equal('&lt;');
  });

  for (const uri of ['//elsewhere.example/', '/\\elsewhere.example/', 'javascript:alert(1)']) {
    it(`does not take ${uri} for a path of the portal`, () => {
      expect(read({URI: uri}).path).to.equal(null);
    });
  }

  it('keeps the path of the portal page', () => {
    expect(read({URI: '/crm/contact/details/17/'}).path).to.equal('/crm/contact/details/17/');
  });
});

describe('withEntityChange', () => {
  it('replaces the record and the number, and drops the old record from the bindings', () => {
    const change = readEntityChange({
      PHONE_NUMBER: 'unknown',
      CRM_ENTITY_TYPE: 'COMPANY',
      CRM_ENTITY_ID: 5,
    }).value;
    const call = withEntityChange(read({}), change);
    expect(call.entity).to.deep.equal({typeId: 4, id: 5});
    expect(call.number).to.deep.equal({kind: 'unknown'});
    expect(call.bindings).to.deep.equal([
      {typeId: 4, id: 5},
      {typeId: 2, id: 25},
    ]);
    expect(call.id).to.equal('externalCall.1');
  });

  describe('in a campaign', () => {
    const call = read({CALL_LIST_MODE: 'true', CRM_ACTIVITY_ID: '12043'});

    it('keeps nothing of the last client for the next one', () => {
      const entity = {typeId: 4, id: 5};
      const {bindings, activityId, path} = withEntityChange(call, {number: call.number, entity});
      expect({bindings, activityId, path}).to.deep.equal({
        bindings: [entity],
        activityId: null,
        path: null,
      });
      const number = {kind: 'number', value: '+4930'} as const;
      const sameRecord = withEntityChange(call, {number, entity: call.entity});
      expect(sameRecord.bindings).to.deep.equal([call.entity]);
    });

    it('keeps what is known of the same client, which the portal tells again', () => {
      const {number, entity} = call;
      const again = withEntityChange(call, {number, entity});
      expect(again).to.deep.equal({...call, path: null});
    });
  });
});
