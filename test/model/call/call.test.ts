import {expect} from '@open-wc/testing';
import {
  clientKey,
  isSameClient,
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
    ['Аноним', {kind: 'hidden'}],
    ['Number withheld', {kind: 'hidden'}],
    ['BLOCKED', {kind: 'hidden'}],
    ['Unterdrückt', {kind: 'hidden'}],
    ['Numéro masqué', {kind: 'hidden'}],
    ['Oculto', {kind: 'hidden'}],
    ['Anonim', {kind: 'hidden'}],
    ['sips:+4930123456@example.com', {kind: 'number', value: '+4930123456'}],
    ['TEL:+4930123456', {kind: 'number', value: '+4930123456'}],
    ['+4930123456@192.0.2.7', {kind: 'number', value: '+4930123456'}],
    [' 305 ', {kind: 'number', value: '305'}],
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

  const BROKEN: readonly (readonly [string, unknown, string, object])[] = [
    ['CALL_ID', {}, 'a text', {}],
    ['PHONE_NUMBER', [7], 'a phone number', {number: {kind: 'unknown'}}],
    ['LINE_NUMBER', {}, 'a text', {line: {number: '', name: 'Berlin'}}],
    ['LINE_NAME', true, 'a text', {line: {number: '', name: ''}}],
    [
      'CALL_DIRECTION',
      'sideways',
      'one of incoming, outgoing, outcoming, incomingtransfer, callback',
      {direction: null},
    ],
    ['CALL_STATE', 'busy', 'one of idle, connecting, connected', {progress: null}],
    ['CRM_ACTIVITY_ID', '12 apples', 'a positive id', {activityId: null}],
    ['CALL_LIST_MODE', 'perhaps', 'true or false', {campaign: false}],
    ['URI', '//evil.example', 'a path of the portal', {path: null}],
    ['URI', {}, 'a path of the portal', {path: null}],
  ];
  for (const [key, value, expected, without] of BROKEN) {
    it(`says what ${key} should be where it is ${JSON.stringify(value)}`, () => {
      const {value: call, problems} = readCall({...OPTIONS, [key]: value});
      expect(problems.map(({path, expected: words}) => [path, words])).to.deep.equal([
        [key, expected],
      ]);
      if (key === 'CALL_ID') expect(call).to.equal(null);
      else expect(call).to.deep.equal({...readCall(OPTIONS).value, ...without});
    });
  }

  it('reads progress in each of its words, in any case', () => {
    for (const progress of ['idle', 'connecting', 'connected'] as const) {
      expect(read({CALL_STATE: ` ${progress.toUpperCase()} `}).progress).to.equal(progress);
    }
  });

  it('takes each spelling of no activity for none, without a problem', () => {
    for (const none of [undefined, null, '', 'undefined', 'null', 0, '0']) {
      const {value, problems} = readCall({...OPTIONS, CRM_ACTIVITY_ID: none});
      expect(value?.activityId, String(none)).to.equal(null);
      expect(problems, String(none)).to.deep.equal([]);
    }
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

describe('the client of a call', () => {
  const number = {kind: 'number', value: '+4930'} as const;
  const entity = {typeId: 3, id: 17};

  it('is the same with the same record and the same number', () => {
    expect(isSameClient({number, entity}, {number: {...number}, entity: {...entity}})).to.equal(
      true,
    );
    expect(isSameClient({number, entity: null}, {number, entity: null})).to.equal(true);
    const hidden = {kind: 'hidden'} as const;
    expect(isSameClient({number: hidden, entity}, {number: hidden, entity})).to.equal(true);
  });

  it('is another one with another record, number, or kind of number', () => {
    const others = [
      {number, entity: {typeId: 3, id: 18}},
      {number, entity: {typeId: 4, id: 17}},
      {number, entity: null},
      {number: {kind: 'number', value: '+4931'}, entity},
      {number: {kind: 'hidden'}, entity},
      {number: {kind: 'unknown'}, entity},
    ] as const;
    for (const other of others) {
      expect(isSameClient({number, entity}, other), JSON.stringify(other)).to.equal(false);
      expect(isSameClient(other, {number, entity}), JSON.stringify(other)).to.equal(false);
    }
    expect(
      isSameClient({number: {kind: 'hidden'}, entity}, {number: {kind: 'unknown'}, entity}),
    ).to.equal(false);
  });

  it('has a key of its own in a campaign, and that of the call elsewhere', () => {
    const [one, other] = [read({}), read({PHONE_NUMBER: '+4931'})];
    expect([clientKey(one), clientKey(other)]).to.deep.equal([one.id, one.id]);
    const keys = [
      {},
      {PHONE_NUMBER: '+4931'},
      {CRM_ENTITY_ID: '18'},
      {CALL_ID: 'externalCall.2'},
    ].map((change) => clientKey(read({...change, CALL_LIST_MODE: 'true'})));
    expect(new Set(keys).size).to.equal(4);
    expect(clientKey(read({CALL_LIST_MODE: 'true'}))).to.equal(keys[0]);
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
