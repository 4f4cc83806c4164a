import {expect} from '@open-wc/testing';
import {activityKind} from '../../../src/model/history/activity-kind.js';
import {readActivities, readActivity, type Activity} from '../../../src/model/history/activity.js';
import {readStageTypes} from '../../../src/model/history/stage-types.js';
import {readTranscript} from '../../../src/model/history/transcript.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';

const read = (fields: JsonObject): Activity | null => readActivity({ID: '7', ...fields}).value;

describe('the kind of an activity', () => {
  const kinds = [
    ['1', '', 'meeting'],
    ['2', '', 'call'],
    ['3', '', 'task'],
    ['4', '', 'email'],
    ['6', 'CRM_TODO', 'task'],
    ['6', 'CRM_TASKS_TASK', 'task'],
    ['6', 'CRM_SMS', 'message'],
    ['6', 'IMOPENLINES_SESSION', 'message'],
    ['6', 'VOXIMPLANT_CALL', 'call'],
    ['6', 'CRM_WEBFORM', 'other'],
    ['5', '', 'other'],
    ['', 'constructor', 'other'],
    ['__proto__', 'toString', 'other'],
  ] as const;
  for (const [type, provider, kind] of kinds) {
    it(`is ${kind} for the type ${type || 'none'} of ${provider || 'no provider'}`, () => {
      expect(activityKind(type, provider)).to.equal(kind);
    });
  }
});

describe('an activity', () => {
  it('is read from the portal’s spellings', () => {
    expect(
      read({
        ...{OWNER_ID: '17', OWNER_TYPE_ID: '3', TYPE_ID: '2', PROVIDER_ID: 'VOXIMPLANT_CALL'},
        ...{PROVIDER_TYPE_ID: 'CALL', SUBJECT: 'A call', DESCRIPTION: 'Words', DIRECTION: '2'},
        ...{START_TIME: '2026-03-02T16:31:00+02:00', END_TIME: '2026-03-02T16:40:00+02:00'},
        ...{DEADLINE: '9999-12-31T00:00:00+02:00', CREATED: '2026-03-02T16:30:00Z'},
        ...{COMPLETED: 'Y', RESPONSIBLE_ID: '6', RESULT_STREAM: '2'},
        COMMUNICATIONS: [
          {TYPE: 'PHONE', VALUE: '+4930123456'},
          {TYPE: 'EMAIL', VALUE: 'a@example.com'},
          {TYPE: 'PHONE', VALUE: ''},
          'nonsense',
        ],
      }),
    ).to.deep.equal({
      ...{id: 7, kind: 'call', providerId: 'VOXIMPLANT_CALL', providerTypeId: 'CALL'},
      ...{direction: 'outgoing', outcome: 'answered', subject: 'A call', description: 'Words'},
      start: Date.UTC(2026, 2, 2, 14, 31),
      end: Date.UTC(2026, 2, 2, 14, 40),
      deadline: null,
      created: Date.UTC(2026, 2, 2, 16, 30),
      ...{isCompleted: true, responsibleId: 6, owner: {typeId: 3, id: 17}},
      phones: ['+4930123456'],
    });
  });

  const outcomes = [
    ['1', '1', {}, 'answered'],
    ['2', '2', {}, 'answered'],
    ['2', '4', {}, 'failed'],
    ['1', '4', {}, 'missed'],
    ['1', '0', {MISSED_CALL: true}, 'missed'],
    ['1', '', {}, null],
  ] as const;
  for (const [DIRECTION, RESULT_STREAM, SETTINGS, outcome] of outcomes) {
    it(`of a call was ${outcome} for ${DIRECTION}, ${RESULT_STREAM}, ${JSON.stringify(SETTINGS)}`, () => {
      expect(read({TYPE_ID: '2', DIRECTION, RESULT_STREAM, SETTINGS})?.outcome).to.equal(outcome);
    });
  }

  it('has no outcome and no direction where it is none that has', () => {
    const meeting = {TYPE_ID: '1', DIRECTION: '1', RESULT_STREAM: '4'};
    expect(read(meeting)).to.include({direction: null, outcome: null});
    expect(read({...meeting, TYPE_ID: '4'})).to.include({direction: 'incoming', outcome: null});
  });

  it('has no time where the portal gave no instant', () => {
    for (const START_TIME of ['', 'yesterday', '2026-03-02', '2026-03-02T16:31:00', 5, null, {}]) {
      expect(read({START_TIME})?.start, JSON.stringify(START_TIME)).to.equal(null);
    }
  });

  it('is none without an id, and that is said', () => {
    for (const result of [null, [], 'text', {}, {ID: '0'}, {ID: 'x'}]) {
      const {value, problems} = readActivity(result);
      expect(value).to.equal(null);
      expect(problems).to.have.length(1);
    }
  });

  it('is left out of a list where it can’t be read, and the others are there', () => {
    const {value, problems} = readActivities({0: {ID: 7}, 1: 'nonsense', 2: {}});
    expect(value.map(({id}) => id)).to.deep.equal([7]);
    expect(problems).to.have.length(2);
    expect(readActivities('nonsense').problems).to.have.length(1);
    expect(readActivities([])).to.deep.equal({value: [], problems: []});
  });
});

describe('a transcript', () => {
  it('is the text, or none', () => {
    expect(readTranscript({transcription: ' Hello '})).to.equal('Hello');
    for (const none of [null, [], {}, {transcription: '  '}, {transcription: []}, 'text']) {
      expect(readTranscript(none)).to.equal(null);
    }
  });
});

describe('the dictionaries of stages', () => {
  it('are known by the types of records, those that are switched off left out', () => {
    const {value} = readStageTypes([
      {ID: 'SOURCE'},
      {ID: 'DYNAMIC_177_STAGE_7', ENTITY_TYPE_ID: 177, IS_ENABLED: true},
      {ID: 'DYNAMIC_177_STAGE_9', ENTITY_TYPE_ID: '177'},
      {ID: 'DYNAMIC_178_STAGE_1', ENTITY_TYPE_ID: 178, IS_ENABLED: false},
      {ENTITY_TYPE_ID: 179},
    ]);
    expect([...value]).to.deep.equal([[177, ['DYNAMIC_177_STAGE_7', 'DYNAMIC_177_STAGE_9']]]);
  });
});
