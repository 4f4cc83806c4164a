/** Whose history is shown, and when it is asked for. */
import {expect} from '@open-wc/testing';
import {historySubject} from '../../../src/components/crm-history/state/history-subject.js';
import {ShownRecords} from '../../../src/components/shared/record/shown-record.js';
import {CONNECTING_SNAPSHOT} from '../../../src/controller/snapshot-store.js';
import {CALL_OPTIONS, Deferred} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';
import {part, settled, show, shown, wordsOf, type Shown} from './history.js';

const CONTACT = {typeId: 3, id: 17};
const DEAL = {typeId: 2, id: 25};

function refsOf({asked}: Shown): readonly object[] {
  return asked.map(({ref}) => ref);
}

function tabs({panel}: Shown): HTMLElement[] {
  return [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
}

describe('the record of a history', () => {
  it('is that of the call, with its number', async () => {
    const made = await shown();
    expect(refsOf(made)).to.deep.equal([CONTACT]);
    const {phoneNumber, activityId, limit} = made.asked[0]?.options ?? {};
    expect({phoneNumber, activityId, limit}).to.deep.equal({
      phoneNumber: '+4930123456',
      activityId: null,
      limit: 10,
    });
  });

  it('is the one in whose tab the page is', async () => {
    const made = await shown({placement: 'CRM_DEAL_DETAIL_TAB', options: {ID: '25'}});
    expect(refsOf(made)).to.deep.equal([DEAL]);
  });

  it('is the one that the attributes name, without anything of the call', async () => {
    const made = await shown({
      attributes: {'entity-type': 'COMPANY', 'entity-id': '5', limit: '5'},
      options: {...CALL_OPTIONS, CRM_ACTIVITY_ID: '64'},
    });
    expect(refsOf(made)).to.deep.equal([{typeId: 4, id: 5}]);
    const {phoneNumber, activityId, limit} = made.asked[0]?.options ?? {};
    expect([phoneNumber, activityId, limit]).to.deep.equal([null, null, 5]);
  });

  it('comes with the activity of the call', async () => {
    const made = await shown({options: {...CALL_OPTIONS, CRM_ACTIVITY_ID: '64'}});
    expect(made.asked[0]?.options.activityId).to.equal(64);
  });

  for (const [limit, expected] of [
    ['0', 10],
    ['-3', 1],
    ['many', 10],
    ['2.5', 2],
    ['900', 50],
  ] as const) {
    it(`has at most ${expected} activities with the limit ${limit}`, async () => {
      const made = await shown({attributes: {limit}});
      expect(made.asked[0]?.options.limit).to.equal(expected);
    });
  }

  it('is not asked for before the panel has its record on screen', async () => {
    const gate = new Deferred<undefined>();
    const made = await show({withPanel: true, prepare: (crm) => (crm.hold = () => gate.promise)});
    await waitUntil(() => made.crm.portal.batches.length > 0);
    await made.panel.updateComplete;
    expect(made.asked).to.have.length(0);
    expect(part(made.root, 'skeleton') !== null).to.equal(true);
    gate.resolve(undefined);
    await waitUntil(() => made.asked.length > 0);
    expect(part(made.panel.shadowRoot!, 'title') !== null).to.equal(true);
    await settled(made);
    expect(refsOf(made)).to.deep.equal([CONTACT]);
  });

  it('follows the panel to another tab and back, and asks once for each', async () => {
    const made = await shown({withPanel: true});
    await waitUntil(() => tabs(made).length === 2);
    tabs(made)[1]?.click();
    await waitUntil(() => made.asked.length === 2);
    await settled(made);
    expect(made.element.history?.ref).to.deep.equal(DEAL);
    tabs(made)[0]?.click();
    await waitUntil(() => made.element.history?.ref.id === CONTACT.id);
    expect(refsOf(made)).to.deep.equal([CONTACT, DEAL]);
  });

  it('follows the panel to the record that its attributes name', async () => {
    const made = await shown({withPanel: true});
    Object.assign(made.panel, {entityType: 'DEAL', entityId: 25});
    await waitUntil(() => made.element.history?.ref.typeId === 2);
    expect(made.element.history?.ref).to.deep.equal(DEAL);
  });

  it('is the one of the call again when the panel has left the page', async () => {
    const made = await shown({withPanel: true});
    Object.assign(made.panel, {entityType: 'DEAL', entityId: 25});
    await waitUntil(() => made.element.history?.ref.typeId === 2);
    made.panel.remove();
    await waitUntil(() => made.element.history?.ref.typeId === 3);
    expect(ShownRecords.of(made.controller).shown === undefined).to.equal(true);
  });

  it('moves on with the call, and forgets the histories of the last one', async () => {
    const made = await shown();
    const call = {
      ...CALL_OPTIONS,
      CALL_ID: 'externalCall.2',
      CRM_ENTITY_TYPE: 'DEAL',
      CRM_ENTITY_ID: '25',
    };
    made.crm.portal.answer = (command) => (command === 'getStatus' ? call : []);
    made.crm.portal.emit('CallCard::EntityChanged', {
      PHONE_NUMBER: '+4930123456',
      CRM_ENTITY_TYPE: 'DEAL',
      CRM_ENTITY_ID: '25',
    });
    await waitUntil(() => made.element.history?.ref.typeId === 2);
    expect(made.element.history?.ref).to.deep.equal(DEAL);
  });

  it('is loaded again when the record has changed, and stays meanwhile', async () => {
    const made = await shown();
    made.crm.portal.answer = (command) => (command === 'getStatus' ? CALL_OPTIONS : []);
    made.crm.portal.emit('CallCard::EntityChanged', {
      PHONE_NUMBER: '+4930123456',
      CRM_ENTITY_TYPE: 'CONTACT',
      CRM_ENTITY_ID: '17',
    });
    await waitUntil(() => made.asked.length === 2);
    expect(made.asked[1]?.options.reload).to.equal(true);
    expect(wordsOf(part(made.root, 'past'))).to.contain('About the filters');
  });

  it('stays on screen while an element leaves the page and comes back', async () => {
    const made = await shown();
    const context = made.element.parentElement;
    made.element.remove();
    await made.element.updateComplete;
    context?.append(made.element);
    await waitUntil(() => made.asked.length === 2);
    await settled(made);
    expect(wordsOf(part(made.root, 'past'))).to.contain('About the filters');
  });
});

describe('historySubject', () => {
  const named = {value: CONTACT, problems: []};

  it('waits for whatever the panel shows, even with attributes', () => {
    const shownRecord = {ref: DEAL, isSettled: false};
    for (const names of [undefined, named]) {
      expect(historySubject(CONNECTING_SNAPSHOT, names, shownRecord).status).to.equal('waiting');
    }
  });

  it('prefers the attributes to the panel', () => {
    const subject = historySubject(CONNECTING_SNAPSHOT, named, {ref: DEAL, isSettled: true});
    expect(subject).to.deep.equal({status: 'record', ref: CONTACT});
  });

  it('shows nothing beside a panel without a record', () => {
    const subject = historySubject(CONNECTING_SNAPSHOT, undefined, {ref: null, isSettled: true});
    expect(subject).to.deep.equal({status: 'none'});
  });

  it('waits for the portal', () => {
    expect(historySubject(CONNECTING_SNAPSHOT, undefined, undefined).status).to.equal('waiting');
  });
});
