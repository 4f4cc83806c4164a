import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {namesInVain} from '../../../src/crm/record/names-in-vain.js';
import {namedIds, type NamedIds} from '../../../src/crm/request/record-calls.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import {DEAL_25, FakeCrm, failure} from '../fake-crm.js';

const CHAIRS = {typeId: 2, id: 25};
/** A user who has left the firm, and whom the portal does not name to this one. */
const GONE = 58;

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});
const usersNamed = (...ids: readonly number[]): RestOutcome =>
  ok(ids.map((id) => ({ID: String(id), NAME: `User ${id}`})));
const itemsNamed = (...ids: readonly number[]): RestOutcome =>
  ok({items: ids.map((id) => ({id, title: `Item ${id}`}))});

describe('the ids whose names a record’s own batch asks for', () => {
  const asked = (item: Readonly<Record<string, unknown>>): readonly NamedIds[] => [
    ...namedIds(CHAIRS, item, [
      {key: 'observers', target: 'user', multiple: true},
      {key: 'UF_HELPER', target: 'user', multiple: false},
      {key: 'UF_MAKERS', target: 4, multiple: true},
    ]).values(),
  ];

  it('are those of its people, clients and references, by what they are', () => {
    const item = {
      assignedById: 6,
      observers: [9, GONE],
      UF_HELPER: '7',
      contactIds: [17, 18],
      companyId: 5,
      UF_MAKERS: [8],
    };
    expect(asked(item)).to.deep.equal([
      {target: 'user', single: [6, 7], entries: [9, GONE]},
      {target: 3, single: [], entries: [17, 18]},
      {target: 4, single: [5], entries: []},
      {target: 4, single: [], entries: [8]},
    ]);
  });

  it('are no more of a list than the batch asks for, and nothing that is no id', () => {
    const [people, contacts] = asked({
      observers: Array.from({length: 12}, (_, index) => index + 1),
      UF_HELPER: 'C_7',
      contactIds: 17,
    });
    expect(people).to.deep.equal({target: 'user', single: [], entries: [1, 2, 3, 4, 5, 6, 7, 8]});
    expect(contacts).to.deep.equal({target: 3, single: [], entries: []});
  });
});

describe('names that were asked for in vain', () => {
  const people: NamedIds = {target: 'user', single: [6], entries: [9, GONE]};
  const makers: NamedIds = {target: 4, single: [5], entries: [8, 11]};
  const inVain = (users: RestOutcome | undefined, items: RestOutcome) =>
    namesInVain(
      new Map([
        ['people', people],
        ['makers', makers],
      ]),
      new Map([...(users === undefined ? [] : [['people', users] as const]), ['makers', items]]),
    );

  it('are those that did not come where others did', () => {
    expect(inVain(usersNamed(6, 9), itemsNamed(5, 8))).to.deep.equal({
      users: [GONE],
      records: [{typeId: 4, id: 11}],
    });
  });

  it('are none of a list where no entry of any came: the portal may not have read the request so', () => {
    expect(inVain(usersNamed(6), itemsNamed(5))).to.deep.equal({users: [], records: []});
    // One that came shows that the others were asked for, too.
    expect(inVain(usersNamed(), itemsNamed(8))).to.deep.equal({
      users: [9, GONE],
      records: [{typeId: 4, id: 11}],
    });
  });

  it('are none of a call that failed, that was not made, or has a row that can’t be read', () => {
    const failed: RestOutcome = {status: 'failed', error: failure('limit-reached', 'user.get')};
    const nothing = {users: [], records: [{typeId: 4, id: 11}]};
    expect(inVain(failed, itemsNamed(5, 8))).to.deep.equal(nothing);
    expect(inVain(undefined, itemsNamed(5, 8))).to.deep.equal(nothing);
    expect(inVain(ok([{ID: '9'}, {ID: 'odd'}]), itemsNamed(5, 8))).to.deep.equal(nothing);
  });
});

describe('a record that refers to somebody who can’t be named', () => {
  it('costs one request, whoever else it names', async () => {
    const crm = new FakeCrm();
    crm.items.set('2:25', {...DEAL_25, observers: [9, GONE], contactIds: [17, 99]});
    const record = await new CrmStore(crm.portal).record(CHAIRS);
    expect(crm.portal.batches).to.have.length(1);
    const display = record.field('CONTACT_IDS')?.display;
    const [klaus, other] = display?.kind === 'list' ? display.items : [];
    expect(klaus).to.include({text: 'Klaus Weber'});
    expect(other).to.include({text: '#99'}).and.not.to.include({pending: true});
  });
});
