import {expect} from '@open-wc/testing';
import {callNumberOf} from '../../../src/crm/actions/click-to-call.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {FakePortal} from '../../support/fake-portal.js';
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
