import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT, DEAL} from '../../../../src/model/entity/entity-type.js';
import {
  entityChangeOf,
  initializedValueOf,
  makeCall,
  placementOptionsOf,
  statusOf,
} from '../../../../src/simulator/portal/card/call-facts.js';

const KNOWN = makeCall(
  {
    phoneNumber: '+4930123456',
    entity: {typeId: CONTACT, id: 17},
    bindings: [{typeId: DEAL, id: 25}],
    lineName: 'Berlin',
  },
  '1',
);
const UNKNOWN = makeCall({}, '2');

describe('a simulated call', () => {
  it('is all strings in the options of the placement', () => {
    expect(placementOptionsOf(KNOWN)).to.deep.equal({
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
      URI: '/crm/contact/details/17/',
    });
  });

  it('says "0" and leaves bindings and number out when it knows nobody', () => {
    expect(placementOptionsOf(UNKNOWN)).to.deep.equal({
      CALL_ID: 'externalCall.2',
      LINE_NUMBER: '',
      LINE_NAME: '',
      CRM_ENTITY_TYPE: '',
      CRM_ENTITY_ID: '0',
      CRM_ACTIVITY_ID: 'undefined',
      CALL_DIRECTION: 'incoming',
      CALL_STATE: 'connected',
      CALL_LIST_MODE: 'false',
    });
  });

  it('is typed in the status, without what is absent', () => {
    const status = statusOf({...KNOWN, activityId: 12043, campaign: true});
    expect(status).to.include({CRM_ENTITY_ID: 17, CRM_ACTIVITY_ID: 12043, CALL_LIST_MODE: true});
    expect(status['CRM_BINDINGS']).to.deep.equal([{ENTITY_TYPE: 'DEAL', ENTITY_ID: 25}]);
    expect(statusOf(UNKNOWN)).not.to.have.any.keys(
      'CRM_ACTIVITY_ID',
      'CRM_BINDINGS',
      'PHONE_NUMBER',
    );
  });

  it('is idle when the worker is told of it', () => {
    expect(initializedValueOf(KNOWN)).to.deep.equal({...statusOf(KNOWN), CALL_STATE: 'idle'});
  });

  it('changes its client without naming bindings', () => {
    expect(entityChangeOf({...KNOWN, entity: {typeId: COMPANY, id: 5}})).to.deep.equal({
      PHONE_NUMBER: '+4930123456',
      CRM_ENTITY_TYPE: 'COMPANY',
      CRM_ENTITY_ID: 5,
    });
    expect(entityChangeOf(UNKNOWN)).to.deep.equal({
      PHONE_NUMBER: 'unknown',
      CRM_ENTITY_TYPE: '',
      CRM_ENTITY_ID: 0,
    });
  });

  it('is connected from the start when the app raised it, else not', () => {
    expect(makeCall({}, '1').progress).to.equal('connected');
    expect(makeCall({raisedByApp: false}, '1').progress).to.equal('connecting');
  });
});
