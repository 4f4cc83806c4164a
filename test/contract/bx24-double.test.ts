/** The double of BX24.js does what the reference says of that library. */
import {expect} from '@open-wc/testing';
import {isObject} from '../../src/model/parse/reading.js';
import {
  CALL_CARD,
  PAGE_BACKGROUND_WORKER,
} from '../../src/simulator/portal/commands/placement-interface.js';
import {BX24} from './adapter-facts.js';
import type {ContractApp} from './contract-app.js';
import {CALL, Stage} from './stage.js';

const CLOSING = 'CallCard::BeforeClose';

describe('the double of BX24.js', function () {
  this.timeout(60_000);
  let stage: Stage;

  before(async () => {
    stage = await Stage.open(BX24, 'browser');
  });
  beforeEach(() => {
    stage.portal.startCall(CALL);
  });
  afterEach(() => stage.portal.faults.clear());
  after(() => stage.dispose());

  /** A page on which the library is ready. */
  const open = async (placement = CALL_CARD): Promise<ContractApp> => {
    const app = await stage.openApp(placement);
    await app.load();
    await app.do('init');
    await answered(app, 'init');
    return app;
  };

  /** What the callbacks of one name have been given, once they were called so many times. */
  const answered = async (
    app: ContractApp,
    name: string,
    times = 1,
  ): Promise<readonly unknown[]> => {
    const values: unknown[] = [];
    while (values.length < times) {
      await app.pass(0);
      for (const event of app.takeEvents()) {
        if (isObject(event) && event['called'] === name) values.push(event['value']);
      }
    }
    return values;
  };

  const texts = (about: string): readonly string[] =>
    stage.portal.timeline.entries
      .filter((entry) => entry.direction === 'to-portal' && entry.about === about)
      .map(({text}) => text);

  it('keeps the slots of what is not there', async () => {
    const app = await open(PAGE_BACKGROUND_WORKER);
    expect(texts('getInitData')[0]).to.match(/^getInitData::[\w-]+:\w{32}$/);
    await app.do('callWithoutCallback', 'CallCardGetListUiStates');
    await app.do('getInterface');
    await answered(app, 'getInterface');
    const {sid} = app.frame;
    expect(texts('CallCardGetListUiStates')).to.deep.equal([`CallCardGetListUiStates:{}::${sid}`]);
    expect(texts('getInterface')[0]).to.match(/^getInterface::[\w-]+:\w{32}$/);
  });

  it('knows what the portal said first', async () => {
    const app = await open();
    const facts = await app.ask('facts');
    expect(facts).to.deep.include({lang: 'de', isAdmin: false, domain: location.host});
    expect(facts).to.have.nested.property('info.placement', CALL_CARD);
    expect(facts).to.have.nested.property('info.options.CRM_ENTITY_ID', '17');
  });

  it('has no token once it is over, and another when it was renewed', async () => {
    const app = await open();
    const token = app.frame.token?.AUTH_ID;
    expect(await app.ask('facts')).to.have.nested.property('auth.access_token', token);
    await app.pass(3_600_000);
    expect(await app.ask('facts')).to.have.property('auth', false);
    await app.do('refreshAuth');
    const [auth] = await answered(app, 'refreshAuth');
    expect(auth).to.have.property('access_token', app.frame.token?.AUTH_ID);
    expect(app.frame.token?.AUTH_ID).not.to.equal(token);
  });

  it('makes an empty list of an event or an answer without a value', async () => {
    const app = await open();
    await app.do('bindEvent', CLOSING);
    await stage.portal.whenBound(app.frame, CLOSING);
    stage.portal.sendBeforeClose();
    expect(await answered(app, CLOSING)).to.deep.equal([[]]);
    app.answerWith('getStatus', '');
    await app.do('placementCall', {command: 'getStatus', parameters: {}});
    expect(await answered(app, 'getStatus')).to.deep.equal([[]]);
  });

  it('calls back again for a second answer', async () => {
    const app = await open();
    app.answerWith('getStatus', '1', '2');
    await app.do('placementCall', {command: 'getStatus', parameters: {}});
    expect(await answered(app, 'getStatus', 2)).to.deep.equal([1, 2]);
  });

  it('takes a command for its own function of that name', async () => {
    const app = await open();
    const path = '/crm/deal/details/25/';
    await app.do('placementCall', {command: 'openPath', parameters: {path}});
    await answered(app, 'openPath');
    expect(texts('openPath')[0]).to.contain(JSON.stringify({path: {path}}));
  });

  it('calls REST, but never calls back on HTTP 5xx', async () => {
    const app = await open();
    const call = {method: 'crm.item.get', parameters: {entityTypeId: '3', id: '17'}};
    await app.do('callMethod', call);
    const [answer] = await answered(app, 'crm.item.get');
    expect(answer).to.have.nested.property('result.item.id', 17);
    await stage.backend.addFault({kind: 'status', status: 503, times: 1});
    await app.do('callMethod', call);
    while ((await app.uncaught()).length === 0);
    expect((await app.uncaught())[0]).to.contain('Query error!');
    expect(app.takeEvents()).to.deep.equal([]);
  });

  it('renews a token that is refused, and repeats the call', async () => {
    const app = await open();
    await stage.backend.expireTokens();
    await app.do('callMethod', {method: 'profile', parameters: {}});
    expect((await answered(app, 'profile'))[0]).to.have.nested.property('result.ID');
    expect(texts('refreshAuth')).to.have.length(2);
  });
});
