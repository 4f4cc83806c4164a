/** What a history has, over the simulated portal. */
import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import type {
  ActivityOptions,
  CrmActivity,
  CrmHistory,
  HistoryOptions,
} from '../../../src/crm/history.js';
import type {EntityRef} from '../../../src/model/entity/entity-ref.js';
import {ManualTime} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {
  ANNA,
  JAMES,
  KLAUS,
  MUELLER,
  NOW,
  SimulatedCrm,
  UNNAMED,
  VERA,
  WATER_SYSTEM,
} from './simulated-crm.js';

const DAY = 86_400_000;

describe('a history', () => {
  let crm: SimulatedCrm;
  let loader: RecordLoader;

  const openPortal = async (options = {}): Promise<void> => {
    crm = await SimulatedCrm.open(options);
    loader = new RecordLoader(crm.portal, new ManualTime(NOW));
  };
  beforeEach(() => openPortal());

  const history = async (ref: EntityRef, options?: HistoryOptions): Promise<CrmHistory> =>
    (await loader.histories()).history(ref, options);
  const activity = async (id: number, options?: ActivityOptions): Promise<CrmActivity> =>
    (await loader.histories()).activity(id, options);
  const subjects = (activities: readonly CrmActivity[]): readonly string[] =>
    activities.map(({subject}) => subject);
  const found = (list: readonly CrmActivity[], id: number): CrmActivity | undefined =>
    list.find((one) => one.id === id);

  it('has what happened, newest first, with what became of it', async () => {
    const {past} = await history(KLAUS, {limit: 20});
    const times = past.flatMap(({start}) => start ?? []);
    expect(times).to.deep.equal([...times].sort((a, b) => b - a));
    expect(found(past, 12101)).to.include({
      kind: 'call',
      direction: 'incoming',
      outcome: 'missed',
      durationSeconds: null,
      isCompleted: false,
      isOverdue: false,
      path: '/crm/contact/details/17/',
    });
    expect(found(past, 12102)).to.deep.include({
      outcome: 'answered',
      durationSeconds: 185,
      description: 'Asks when the filters arrive.\nWill call again on Monday.',
      responsible: {id: 6, name: 'Jonas Becker'},
      owner: KLAUS,
      transcript: null,
    });
    expect(found(past, 12103)).to.include({direction: 'outgoing', outcome: 'failed'});
    expect(found(past, 12106)).to.include({
      kind: 'email',
      description: 'Dear Mr. Becker,\n\nthe offer looks good & we will sign.',
    });
    const kinds = new Set(past.map(({kind}) => kind));
    expect([...kinds].sort()).to.deep.equal([
      ...['call', 'email', 'meeting', 'message', 'other', 'task'],
    ]);
  });

  it('reads activities of unknown providers by their subject, and those without values', async () => {
    const {past, problems} = await history(KLAUS, {limit: 40});
    expect(found(past, 12117)).to.include({
      kind: 'other',
      providerId: 'PARCELS_OF_AN_APP',
      subject: 'Parcel handed over',
    });
    expect(found(past, 12120)).to.deep.include({
      ...{kind: 'other', subject: '', start: null, responsible: null},
    });
    expect(found(past, 12121)).to.deep.include({
      ...{kind: 'other', subject: '', start: null, end: null, deadline: null, owner: null},
      ...{description: '', responsible: null, path: null},
    });
    expect(problems).to.deep.equal([]);
  });

  it('has what is planned, overdue first and what has no deadline last', async () => {
    const {planned} = await history(KLAUS);
    expect(subjects(planned).slice(0, 3)).to.deep.equal([
      'Send the revised offer',
      'Call back about the filters',
      'Handover of building C',
    ]);
    expect(planned.map(({isOverdue}) => isOverdue)).to.deep.equal([
      true,
      ...planned.slice(1).map(() => false),
    ]);
    expect(found(planned, 12111)).to.include({kind: 'task', deadline: null});
  });

  it('has what belongs to the record, its contacts and its company, each once', async () => {
    const {owners, past, planned} = await history(WATER_SYSTEM, {limit: 40});
    expect(owners).to.deep.equal([
      {ref: WATER_SYSTEM, title: 'Drinking water system, building C'},
      {ref: KLAUS, title: 'Klaus Weber'},
      {ref: ANNA, title: 'Anna Luise Schmidt'},
      {ref: MUELLER, title: 'Müller GmbH'},
    ]);
    const ids = [...past, ...planned].map(({id}) => id);
    expect(ids).to.include.members([12102, 12105, 12108, 12110, 12111]);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('has nothing that the operator may not read, and no record of somebody else', async () => {
    const one = await history(KLAUS, {limit: 40});
    expect(subjects([...one.past, ...one.planned])).to.not.include('Incoming call, Vera Lindner');
    expect(one.openItems.map(({title}) => title)).to.not.include('Acquisition, confidential');
    // Bound to the contact, too: the operator may see it, though not the deal that it belongs to.
    expect(found(one.past, 12118)).to.include({subject: 'Check the conditions'});
    const alone = await history(UNNAMED);
    expect([alone.past, alone.planned, alone.openItems]).to.deep.equal([[], [], []]);
    expect((await rejectionOf(history(VERA))).code).to.equal('not-allowed');
  });

  it('has the client’s open records with stage, amount and responsible person', async () => {
    const {openItems} = await history(KLAUS);
    expect(openItems.map(({ref}) => ref)).to.deep.include.members([
      WATER_SYSTEM,
      {typeId: 2, id: 26},
      {typeId: 7, id: 12},
      {typeId: 31, id: 9},
      {typeId: 177, id: 3},
    ]);
    expect(openItems.map(({title}) => title)).to.not.include('Annual maintenance 2025');
    const [deal] = openItems.filter(({ref}) => ref.typeId === 2 && ref.id === 25);
    expect(deal).to.deep.include({
      title: 'Drinking water system, building C',
      typeName: null,
      amount: 18_499.9,
      currency: 'EUR',
      amountText: '€18,499.90',
      responsible: {id: 6, name: 'Jonas Becker'},
      path: '/crm/deal/details/25/',
    });
    expect(deal?.stage).to.include({id: 'C9:UC_KN8KFI', outcome: 'process'});
    expect(deal?.stage?.name).to.not.equal('C9:UC_KN8KFI');
    const delivery = openItems.find(({ref}) => ref.typeId === 177);
    expect(delivery).to.include({typeName: 'Delivery', amount: null, amountText: ''});
    expect(delivery?.stage?.name).to.not.equal('DT177_52:NEW');
  });

  it('does not count the record that is on screen among its client’s open ones', async () => {
    const {openItems} = await history(WATER_SYSTEM);
    expect(openItems.map(({ref}) => ref)).to.deep.include({typeId: 2, id: 26});
    expect(openItems.map(({ref}) => ref)).to.not.deep.include(WATER_SYSTEM);
  });

  it('tells how often the client has called in thirty days, and how often the number', async () => {
    const one = await history(KLAUS, {phoneNumber: '030 123456'});
    expect(one.recentCalls).to.deep.equal({
      ...{since: NOW - 30 * DAY, count: 3, missedCount: 1},
      ...{fromNumberCount: 2, isAtLeast: false},
    });
    const hidden = await history(KLAUS, {phoneNumber: 'hidden'});
    expect(hidden.recentCalls?.fromNumberCount).to.equal(null);
  });

  it('grows by ten until the portal has no more, and asks only when it has shown all', async () => {
    let one = await history(JAMES);
    await crm.counted();
    expect(one.past).to.have.length(10);
    for (let length = 20; length <= 50; length += 10) {
      one = await one.loadMore();
      expect(one.past).to.have.length(length);
    }
    expect(await crm.counted()).to.have.length(0);
    const again = await one.loadMore();
    expect(await crm.counted()).to.have.length(1);
    expect(again.past).to.have.length(60);
    expect(again.hasMore).to.equal(false);
    expect(new Set(again.past.map(({id}) => id)).size).to.equal(60);
    expect(await again.loadMore()).to.equal(again);
    // What was put together before stays as it was.
    expect(one.past).to.have.length(50);
  });

  it('keeps what it has when the next page is refused, and can ask again', async () => {
    const one = await history(JAMES, {limit: 50});
    await crm.refuse('ACCESS_DENIED', {method: 'crm.activity.list'});
    const refused = await one.loadMore();
    expect(refused.past).to.have.length(50);
    expect(refused.hasMore).to.equal(true);
    expect(refused.problems.map(({part, code}) => `${part} ${code}`)).to.include(
      'past not-allowed',
    );
    await crm.simulator.control('clear-faults');
    const more = await refused.loadMore();
    expect(more.past).to.have.length(60);
    expect(more.problems).to.deep.equal([]);
  });

  it('has the call’s own activity with its transcript, in the same request', async () => {
    await loader.record(KLAUS);
    await crm.counted();
    const {currentActivity} = await history(KLAUS, {activityId: 12102});
    expect(currentActivity).to.include({
      subject: 'Incoming call, Klaus Weber',
      transcript: 'Klaus: When do the filters arrive?\nJonas: On Monday, I hope.',
    });
    // A portal that is not known yet takes a second one, for its smart processes.
    expect(await crm.counted()).to.have.length(2);
  });

  it('does without the call’s own activity where it may not be read', async () => {
    const {currentActivity, past, problems} = await history(KLAUS, {activityId: 12044});
    expect(currentActivity).to.equal(null);
    expect(past).to.not.deep.equal([]);
    expect(problems.map(({part, code}) => `${part} ${code}`)).to.deep.equal([
      'activity not-allowed',
    ]);
  });

  it('loads one activity alone, with its responsible person in the same request', async () => {
    const one = await activity(12102);
    expect(one.responsible).to.deep.equal({id: 6, name: 'Jonas Becker'});
    expect(one.transcript).to.include('filters');
    expect(await crm.counted()).to.deep.equal([3]);
    expect((await rejectionOf(activity(12044))).code).to.equal('not-allowed');
    expect((await activity(12043)).transcript).to.equal(null);
  });

  it('tells its language and the user’s time zone', async () => {
    const {locale, timeZone, loadedAt, isOld} = await history(KLAUS);
    expect({locale, timeZone, loadedAt, isOld}).to.deep.equal({
      ...{locale: 'en', timeZone: 'Europe/Berlin', loadedAt: NOW, isOld: false},
    });
  });

  it('is what a controller’s store gives', async () => {
    const store = new CrmStore(crm.portal);
    expect((await store.history(KLAUS)).past).to.have.length(10);
    expect((await store.activity(12102)).kind).to.equal('call');
  });
});
