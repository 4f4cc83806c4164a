/** What a history costs where something is refused: what depends on it, and nothing else. */
import {expect} from '@open-wc/testing';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import type {CrmHistory, HistoryOptions} from '../../../src/crm/history.js';
import {ManualTime} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {KLAUS, NOW, SimulatedCrm} from './simulated-crm.js';

describe('a history of a portal that refuses something', () => {
  let crm: SimulatedCrm;
  let loader: RecordLoader;
  let time: ManualTime;

  const openPortal = async (options = {}): Promise<void> => {
    crm = await SimulatedCrm.open(options);
    time = new ManualTime(NOW);
    loader = new RecordLoader(crm.portal, time);
  };
  beforeEach(() => openPortal());

  const history = async (options?: HistoryOptions): Promise<CrmHistory> =>
    (await loader.histories()).history(KLAUS, options);
  const told = ({problems}: CrmHistory): readonly string[] =>
    problems.map(({part, code, ref}) => `${part} ${code} ${ref?.typeId ?? '-'}`);

  it('has the open records where the activities are refused', async () => {
    await crm.refuse('', {method: 'crm.activity.list'});
    const one = await history();
    expect([one.past, one.planned, one.recentCalls]).to.deep.equal([[], [], null]);
    expect(one.openItems).to.not.deep.equal([]);
    expect(told(one)).to.have.members([
      ...['past not-allowed 3', 'past not-allowed 4'],
      ...['planned not-allowed 3', 'planned not-allowed 4'],
    ]);
  });

  it('counts at least the calls that it knows where a list is refused', async () => {
    await loader.record(KLAUS);
    expect((await history()).recentCalls?.isAtLeast).to.equal(false);
    await crm.simulator.control('add-fault', {
      ...{kind: 'error', code: '', method: 'crm.activity.list', insideBatch: true, times: 1},
    });
    const {recentCalls} = await history({reload: true});
    expect(recentCalls?.isAtLeast).to.equal(true);
  });

  it('has the activities where the open records are refused', async () => {
    await loader.record(KLAUS);
    await crm.refuse('insufficient_scope', {method: 'crm.item.list'});
    const one = await history();
    expect(one.past).to.have.length(10);
    expect(one.openItems).to.deep.equal([]);
    // Nobody is told of smart processes: they need not have clients.
    expect(told(one)).to.have.members([
      ...['openItems missing-scope 2', 'openItems missing-scope 7', 'openItems missing-scope 31'],
    ]);
  });

  it('shows people by their numbers where the app has no scope for them', async () => {
    await openPortal({scopes: ['crm', 'telephony', 'placement']});
    const one = await history();
    expect(one.past[0]?.responsible).to.deep.equal({id: 6, name: null});
    expect(told(one)).to.deep.equal([]);
  });

  it('has no transcript where the portal has none to give, and says nothing of it', async () => {
    for (const code of ['ERROR_METHOD_NOT_FOUND', 'ACCESS_DENIED']) {
      await openPortal();
      await crm.refuse(code, {method: 'crm.activity.call.getTranscript'});
      const one = await history({activityId: 12102});
      expect(one.currentActivity?.transcript).to.equal(null);
      expect(one.currentActivity?.subject).to.equal('Incoming call, Klaus Weber');
      expect(told(one)).to.deep.equal([]);
    }
  });

  it('shows stages and types by their codes where the dictionaries are refused', async () => {
    await crm.refuse('ACCESS_DENIED', {method: 'crm.status.list'});
    await crm.refuse('ACCESS_DENIED', {method: 'crm.status.entity.types'});
    const {openItems} = await history();
    const deal = openItems.find(({ref}) => ref.typeId === 2 && ref.id === 26);
    expect(deal?.stage?.name).to.equal('PREPARATION');
    expect(openItems.map(({ref}) => ref.typeId)).to.include(177);
  });

  it('knows no smart processes where the portal does not name them', async () => {
    await crm.refuse('ACCESS_DENIED', {method: 'crm.enum.ownertype'});
    const {openItems} = await history();
    expect(new Set(openItems.map(({ref}) => ref.typeId))).to.deep.equal(new Set([2, 7, 31]));
  });

  it('is what the portal answered when nothing at all was loaded', async () => {
    await loader.record(KLAUS);
    await crm.refuse('insufficient_scope', {method: 'crm.item.list'});
    await crm.refuse('insufficient_scope', {method: 'crm.activity.list'});
    const error = await rejectionOf(history());
    expect(error.code).to.equal('missing-scope');
    await crm.simulator.control('clear-faults');
    expect((await history()).past).to.have.length(10);
  });

  it('names the rows that can’t be read, and shows the others', async () => {
    await crm.simulator.control('add-methods', {
      methods: {'crm.activity.list': {result: ['nonsense', {ID: '7', SUBJECT: 'A call'}, {}]}},
    });
    const one = await history();
    expect(one.problems.map(({part, code}) => `${part} ${code}`)).to.include.members([
      ...['past bad-answer', 'planned bad-answer'],
    ]);
    expect([...one.past, ...one.planned].map(({subject}) => subject)).to.deep.equal(['A call']);
  });

  it('waits for the portal’s limit, as a record does', async () => {
    await loader.record(KLAUS);
    await crm.counted();
    await crm.refuse('QUERY_LIMIT_EXCEEDED', {times: 1});
    const coming = history();
    while ((await crm.simulator.requests()).length < 2) {
      await new Promise((resolve) => setTimeout(resolve));
      await time.pass(100);
    }
    expect((await coming).past).to.have.length(10);
    expect(told(await coming)).to.deep.equal([]);
  });

  it('ends with the signal, and the request is not wanted any more', async () => {
    const giveUp = new AbortController();
    const coming = history({signal: giveUp.signal});
    giveUp.abort();
    expect((await rejectionOf(coming)).code).to.equal('aborted');
  });
});
