import {expect} from '@open-wc/testing';
import {callNumber, callNumberOf} from '../../../src/crm/actions/click-to-call.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {Deferred, FakePortal} from '../../support/fake-portal.js';
import {rejectionOf} from '../../support/rejection.js';

function portalAnswering(answer: () => unknown): FakePortal {
  const portal = new FakePortal();
  portal.answer = answer;
  return portal;
}

const fails = (error: CallCardError) => (): never => {
  throw error;
};

describe('callNumberOf', () => {
  it('asks the portal’s telephone for the number', async () => {
    const portal = new FakePortal();
    await callNumberOf(portal)('+4930123456');
    expect(portal.asked).to.deep.equal([
      {command: 'imPhoneTo', parameters: {phone: '+4930123456'}, timeLimit: undefined},
    ]);
  });

  for (const answer of [undefined, null, [], {}, {result: 'ok'}, {errorCode: 'X'}]) {
    it(`takes ${JSON.stringify([answer])} for no refusal`, async () => {
      const portal = portalAnswering(() => answer);
      await callNumberOf(portal)('1');
      expect(portal.asked).to.have.length(1);
    });
  }

  it('takes silence for no refusal, since the portal has no way to answer', async () => {
    const portal = portalAnswering(fails(new CallCardError('timeout', 'Silence.')));
    await callNumberOf(portal)('1');
    expect(portal.asked).to.have.length(1);
  });

  it('rejects with any other error of the request', async () => {
    const error = new CallCardError('disconnected', 'Gone.');
    expect(await rejectionOf(callNumberOf(portalAnswering(fails(error)))('1'))).to.equal(error);
  });

  for (const [errorCode, code] of [
    ['BLOCKED', 'BLOCKED'],
    [undefined, ''],
  ] as const) {
    it(`rejects where the portal refuses with the code ${JSON.stringify([errorCode])}`, async () => {
      const portal = portalAnswering(() => ({result: 'error', errorCode}));
      const error = await rejectionOf(callNumberOf(portal)('1'));
      expect(error.message).to.equal(`The portal did not start the call (${code}).`);
      expect(error).to.deep.include({
        code: 'refused',
        request: 'imPhoneTo',
        parameters: {phone: '1'},
        portal: {code, description: ''},
      });
    });
  }
});

describe('callNumber', () => {
  let opened: string[];
  const call = (portal: FakePortal, text: string): Promise<string> =>
    callNumber(portal, text, (address) => opened.push(address));

  beforeEach(() => (opened = []));

  for (const [text, phone] of [
    ['+49 (30) 123456', '+4930123456'],
    ['Office: 030/123456 ext. 12', '030123456;12'],
    ['+4930123456, +4930765432', '+4930123456'],
  ] as const) {
    it(`asks the portal for the number in “${text}”`, async () => {
      const portal = new FakePortal();
      expect(await call(portal, text)).to.equal('portal');
      expect(portal.asked.map(({parameters}) => parameters)).to.deep.equal([{phone}]);
      expect(opened).to.deep.equal([]);
    });
  }

  it('waits for the connection before it asks', async () => {
    const portal = new FakePortal();
    const connection = new Deferred<typeof portal.session>();
    portal.connection = () => connection.promise;
    const asked = call(portal, '030 123456');
    expect(portal.asked).to.deep.equal([]);
    connection.resolve(portal.session);
    expect(await asked).to.equal('portal');
    expect(portal.asked).to.have.length(1);
  });

  it('asks the device where the portal refuses', async () => {
    const portal = portalAnswering(() => ({result: 'error', errorCode: 'NO_TELEPHONY'}));
    expect(await call(portal, '+49 30 123456 ext. 7')).to.equal('device');
    expect(opened).to.deep.equal(['tel:+4930123456;ext=7']);
  });

  it('asks the device where there is no portal', async () => {
    const portal = new FakePortal();
    portal.connection = () => Promise.reject(new CallCardError('not-in-portal', 'No portal.'));
    expect(await call(portal, '+4930123456')).to.equal('device');
    expect([opened, portal.asked]).to.deep.equal([['tel:+4930123456'], []]);
  });

  for (const text of ['', 'nobody', 'hidden']) {
    it(`asks nobody for “${text}”`, async () => {
      const portal = new FakePortal();
      const error = await rejectionOf(call(portal, text));
      expect(error).to.deep.include({code: 'missing-field', parameters: {phone: text}});
      expect([opened, portal.asked]).to.deep.equal([[], []]);
    });
  }
});
