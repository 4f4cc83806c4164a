/** Access tokens that are over, and the portal that renews them or does not. */
import {expect} from '@open-wc/testing';
import type {ContractCase, ContractGroup} from './cases.js';
import {errorIn, valueIn, watch, type ContractApp} from './contract-app.js';
import {batch, GET_KLAUS, named, PROFILE, requestsOf, rest} from './rest-cases.js';
import type {Stage} from './stage.js';

const RENEWAL_LIMIT_MS = 10_000;

const TOKENS: ContractGroup = {
  title: 'tokens that are over',
  open: (stage) => stage.worker(),
  prepare: async (app, {backend}) => {
    await Promise.all([backend.clearFaults(), backend.refuseRefresh(false)]);
    app.frame.replaceToken(await backend.issueToken());
    await app.connected();
  },
  cases: () => RENEWALS,
};

export const TOKEN_GROUPS = [TOKENS];

const RENEWALS: readonly ContractCase[] = [
  {
    name: 'an expired token is renewed once, and the request repeated',
    run: async (app, stage) => {
      await stage.backend.expireTokens();
      const requests = await requestsOf(stage, async () => {
        const renewals = await app.counts('tokenRenewals', async () => {
          valueIn(await rest(app, GET_KLAUS));
          valueIn(await rest(app, PROFILE));
        });
        expect(renewals).to.equal(1);
      });
      expect(app.sent('refreshAuth')).to.have.length(1);
      expect(named(requests)).to.deep.equal([
        'POST crm.item.get',
        'POST crm.item.get',
        'POST profile',
      ]);
    },
  },
  {
    name: 'a batch with an expired token is repeated, too',
    run: async (app, {backend}) => {
      await backend.expireTokens();
      const outcomes = await batch(app, {klaus: GET_KLAUS});
      expect(outcomes['klaus']).to.have.property('status', 'ok');
    },
  },
  {
    name: 'a token that is invalid is renewed as well',
    run: async (app, {backend}) => {
      await backend.addFault({kind: 'error', code: 'invalid_token', times: 1});
      valueIn(await rest(app, GET_KLAUS));
      expect(app.sent('refreshAuth')).to.have.length(1);
    },
  },
  {
    name: 'requests that are refused together share one renewal',
    run: async (app, {backend, portal}) => {
      await Promise.all([backend.expireTokens(), backend.clearRequests()]);
      portal.faults.plan('refreshAuth', {kind: 'hold', key: 'token'});
      const outcomes = [rest(app, GET_KLAUS), rest(app, PROFILE)];
      while ((await backend.requests()).filter(({status}) => status === 401).length < 2);
      await app.whenHeld('token');
      portal.faults.release('token');
      (await Promise.all(outcomes)).forEach(valueIn);
      expect(app.sent('refreshAuth')).to.have.length(1);
    },
  },
  {
    name: 'a renewal under way when the portal is disposed: disconnected',
    run: async (app, {backend, portal}) => {
      await backend.expireTokens();
      portal.faults.plan('refreshAuth', {kind: 'hold', key: 'token'});
      const outcome = rest(app, GET_KLAUS);
      await app.whenHeld('token');
      await app.do('dispose');
      expect(errorIn(await outcome).code).to.equal('disconnected');
    },
  },
  {
    name: 'a new token that is refused, too: not-authorized after two requests',
    run: async (app, {backend}) => {
      await backend.addFault({kind: 'error', code: 'expired_token'});
      const requests = await app.counts('requests', async () => {
        const {code, portal} = errorIn(await rest(app, GET_KLAUS));
        expect([code, portal?.code]).to.deep.equal(['not-authorized', 'expired_token']);
      });
      expect(requests).to.equal(2);
      expect(app.sent('refreshAuth')).to.have.length(1);
    },
  },
  {
    name: 'a renewal that the portal refuses: not-authorized after 10 s, and not before',
    run: async (app, {backend}) => {
      await backend.expireTokens();
      await backend.refuseRefresh(true);
      const outcome = rest(app, GET_KLAUS);
      const watched = watch(outcome);
      await app.whenSent('refreshAuth');
      await app.settle();
      await app.pass(RENEWAL_LIMIT_MS - 1);
      expect(watched.isOver).to.equal(false);
      await app.pass(1);
      expect(errorIn(await outcome).code).to.equal('not-authorized');
      await backend.refuseRefresh(false);
      valueIn(await rest(app, GET_KLAUS));
    },
  },
  ...['{}', 'null', '""', '[]'].map((text) => ({
    name: `a renewal that is answered with ${text}: not-authorized at once`,
    run: async (app: ContractApp, {backend}: Stage) => {
      await backend.expireTokens();
      app.answerWith('refreshAuth', text);
      expect(errorIn(await rest(app, GET_KLAUS)).code).to.equal('not-authorized');
    },
  })),
  {
    name: 'a token that the library knows to be over is renewed at the first request',
    run: async (app, {backend}) => {
      app.frame.replaceToken({...(await backend.issueToken()), AUTH_EXPIRES: '60'});
      await app.connected();
      await backend.expireTokens();
      await app.pass(61_000);
      valueIn(await rest(app, GET_KLAUS));
      expect(app.sent('refreshAuth')).to.have.length(1);
    },
  },
];
