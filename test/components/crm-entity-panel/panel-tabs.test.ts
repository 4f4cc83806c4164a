/** The records that a call is bound to, as tabs. */
import {expect} from '@open-wc/testing';
import type {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {readRestOutcome} from '../../../src/model/portal/rest-answer.js';
import {CONTACT_17, failure, refusal, type FakeCrm} from '../../crm/fake-crm.js';
import {CALL_OPTIONS, Deferred} from '../../support/fake-portal.js';
import {tabAfterKey} from '../../../src/components/crm-entity-panel/templates/tabs-template.js';
import {part, settled, shown, wordsOf, type Shown} from './panel.js';
import {waitUntil} from '../../support/wait-until.js';

function tabs({root}: Shown): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[role=tab]')];
}

function selected(made: Shown): string {
  return wordsOf(tabs(made).find((tab) => tab.getAttribute('aria-selected') === 'true'));
}

async function press(made: Shown, key: string): Promise<void> {
  made.root.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}),
  );
  await made.panel.updateComplete;
  await made.panel.updateComplete;
}

function pageOf(httpStatus: number, retryAfterMs?: number): CallCardError {
  const outcome = readRestOutcome('batch', httpStatus, undefined, retryAfterMs);
  if (outcome.status === 'failed') return outcome.error;
  throw new Error('A page is no answer.');
}

function limitOf(retryAfterMs: number): CallCardError {
  return pageOf(429, retryAfterMs);
}

/** The status of the same call, with another primary record. */
function status(crm: FakeCrm, id: string, more: object = {}): void {
  const call = {...CALL_OPTIONS, CRM_ENTITY_ID: id, ...more};
  crm.portal.answer = (command) => (command === 'getStatus' ? call : []);
  crm.portal.emit('CallCard::EntityChanged', {
    PHONE_NUMBER: '+4930123456',
    CRM_ENTITY_TYPE: 'CONTACT',
    CRM_ENTITY_ID: id,
  });
}

describe('the tabs of <crm-entity-panel>', () => {
  it('are the records of the call, the primary first, in one batch', async () => {
    const made = await shown();
    expect(tabs(made).map(wordsOf)).to.deep.equal(['Contact Klaus Weber', 'Deal Office chairs']);
    expect(selected(made)).to.equal('Contact Klaus Weber');
    expect(tabs(made).map(({tabIndex}) => tabIndex)).to.deep.equal([0, -1]);
    const panel = made.root.querySelector('[role=tabpanel]');
    expect(panel?.getAttribute('aria-labelledby')).to.equal(tabs(made)[0]?.id);
    expect(tabs(made)[0]?.getAttribute('aria-controls')).to.equal(panel?.id);
    expect(made.crm.portal.batches).to.have.length(1);
    await expect(made.panel).to.be.accessible();
  });

  it('are not there for one record', async () => {
    const made = await shown({options: {...CALL_OPTIONS, CRM_BINDINGS: []}});
    expect(tabs(made)).to.have.length(0);
    expect(made.root.querySelector('[role=tabpanel]') === null).to.equal(true);
  });

  it('show their record', async () => {
    const made = await shown();
    const loads: number[] = [];
    made.panel.addEventListener('record-load', ({entity}) => loads.push(entity.id));
    tabs(made)[1]?.click();
    await made.panel.updateComplete;
    expect(wordsOf(part(made.root, 'title'))).to.equal('Office chairs');
    expect(made.panel.record?.title).to.equal('Office chairs');
    expect(loads).to.deep.equal([25]);
    expect(made.crm.portal.batches).to.have.length(1);
    await expect(made.panel).to.be.accessible();
  });

  it('are gone through with the keys', async () => {
    const made = await shown();
    tabs(made)[0]?.focus();
    for (const [key, tab] of [
      ['ArrowRight', 'Deal Office chairs'],
      ['ArrowRight', 'Contact Klaus Weber'],
      ['ArrowLeft', 'Deal Office chairs'],
      ['Home', 'Contact Klaus Weber'],
      ['End', 'Deal Office chairs'],
      ['x', 'Deal Office chairs'],
    ] as const) {
      await press(made, key);
      expect(selected(made)).to.equal(tab);
      expect(wordsOf(made.root.activeElement)).to.equal(tab);
    }
    expect(tabs(made).map(({tabIndex}) => tabIndex)).to.deep.equal([-1, 0]);
  });

  it('go the other way in a right-to-left page', () => {
    const at = {index: 0, count: 3, rightToLeft: true};
    expect(tabAfterKey('ArrowLeft', at)).to.equal(1);
    expect(tabAfterKey('ArrowRight', at)).to.equal(2);
    expect(tabAfterKey('ArrowDown', at)).to.equal(undefined);
  });

  it('keep the chosen one when an event brings the same records', async () => {
    const made = await shown();
    tabs(made)[1]?.click();
    status(made.crm, '17');
    await waitUntil(() => made.crm.portal.batches.length > 1);
    await settled(made);
    expect(selected(made)).to.equal('Deal Office chairs');
  });

  it('go back to the primary when another record becomes it', async () => {
    const made = await shown();
    made.crm.items.set('3:18', {...CONTACT_17, id: 18, name: 'Erika', lastName: 'Sample'});
    tabs(made)[1]?.click();
    status(made.crm, '18');
    await made.panel.updateComplete;
    await settled(made);
    expect(selected(made)).to.equal('Contact Erika Sample');
    expect(tabs(made).map(wordsOf)).to.deep.equal(['Contact Erika Sample', 'Deal Office chairs']);
  });

  it('name a record that may not be seen by its number', async () => {
    const made = await shown({
      prepare: (crm) => crm.failures.set('item_2_25', failure('not-allowed')),
    });
    await waitUntil(() => wordsOf(tabs(made)[1]) === 'Deal #25');
    expect(wordsOf(part(made.root, 'title'))).to.equal('Klaus Weber');
    tabs(made)[1]?.click();
    await made.panel.updateComplete;
    expect(wordsOf(part(made.root, 'state'))).to.contain('You have no access to this record.');
    await expect(made.panel).to.be.accessible();
  });

  describe('of the call’s activity', () => {
    const options = {...CALL_OPTIONS, CRM_ACTIVITY_ID: '12043'};

    it('add smart processes', async () => {
      const made = await shown({
        options,
        prepare: (crm) => {
          crm.items.set('177:4', {id: 4, title: 'Pump 4'});
          crm.portal.restAnswer = (method, parameters) => {
            expect([method, parameters]).to.deep.equal([
              'crm.activity.binding.list',
              {activityId: 12043},
            ]);
            const result = [
              {entityTypeId: 3, entityId: 17},
              {entityTypeId: 177, entityId: 4},
            ];
            return Promise.resolve({result, total: null, next: null});
          };
        },
      });
      await waitUntil(() => tabs(made).length === 3);
      await waitUntil(() => wordsOf(tabs(made)[2]) === 'Delivery Pump 4');
      expect(selected(made)).to.equal('Contact Klaus Weber');
      expect(made.crm.portal.requests).to.have.length(1);
    });

    it('are not missed when the portal refuses', async () => {
      const made = await shown({options});
      await waitUntil(() => made.crm.portal.requests.length === 1);
      await settled(made);
      expect(tabs(made)).to.have.length(2);
      expect(wordsOf(part(made.root, 'title'))).to.equal('Klaus Weber');
    });
  });

  describe('a record that is loaded again', () => {
    function held(made: Shown): Deferred<undefined> {
      const answer = new Deferred<undefined>();
      made.crm.hold = () => answer.promise;
      return answer;
    }

    it('stays on screen meanwhile, marked as busy', async () => {
      const made = await shown();
      const answer = held(made);
      made.crm.items.set('3:17', {...CONTACT_17, name: 'Nikolaus'});
      part(made.root, 'refresh')?.click();
      await made.panel.updateComplete;
      expect(made.root.querySelector('section')?.getAttribute('aria-busy')).to.equal('true');
      expect(part(made.root, 'refresh')?.getAttribute('aria-disabled')).to.equal('true');
      expect(wordsOf(part(made.root, 'title'))).to.equal('Klaus Weber');
      await expect(made.panel).to.be.accessible();
      answer.resolve(undefined);
      await settled(made);
      expect(wordsOf(part(made.root, 'title'))).to.equal('Nikolaus Weber');
    });

    it('follows a change of the same record', async () => {
      const made = await shown();
      made.crm.items.set('3:17', {...CONTACT_17, name: 'Nikolaus'});
      status(made.crm, '17');
      await waitUntil(() => wordsOf(part(made.root, 'title')) === 'Nikolaus Weber');
      expect(made.crm.portal.batches).to.have.length(2);
    });

    const STALE = 'The record could not be refreshed; it may have changed. Try again';
    const odd: readonly (readonly [string, CallCardError])[] = [
      ['no network', failure('offline', 'batch')],
      ['a server out of order', refusal('', 'batch', 502)],
      ['a limit that lasts too long', limitOf(30_000)],
      ['a page that is no answer', failure('bad-answer', 'batch')],
      ['a proxy that wants a password', pageOf(407)],
      ['a token that is not renewed', refusal('expired_token', 'batch', 401)],
      ['no answer', failure('timeout', 'batch')],
      ['something new', refusal('SOMETHING_NEW', 'batch', 400)],
      ['a block by the vendor', refusal('OVERLOAD_LIMIT', 'batch', 503)],
    ];
    for (const [name, error] of odd) {
      it(`stays with a word of it and a button after ${name}`, async () => {
        const made = await shown();
        made.crm.batchFailure = error;
        status(made.crm, '17');
        await waitUntil(() => wordsOf(part(made.root, 'notice')) === STALE);
        expect(made.panel.record?.title).to.equal('Klaus Weber');
        expect(wordsOf(part(made.root, 'title'))).to.equal('Klaus Weber');
        expect(part(made.root, 'notice')?.querySelector('[role=status]') !== null).to.equal(true);
        await expect(made.panel).to.be.accessible();
      });
    }

    it('is asked for again by the button, which keeps its place until the answer is there', async () => {
      const made = await shown();
      made.crm.batchFailure = failure('bad-answer', 'batch');
      made.panel.reload();
      await waitUntil(() => part(made.root, 'retry') !== null);
      // The entry of the load that failed is forgotten.
      made.crm.batchFailure = undefined;
      const answer = held(made);
      made.crm.items.set('3:17', {...CONTACT_17, name: 'Nikolaus'});
      const before = made.crm.portal.batches.length;
      const button = part(made.root, 'retry');
      button?.focus();
      button?.click();
      await made.panel.updateComplete;
      button?.click();
      await waitUntil(() => made.crm.portal.batches.length > before);
      expect(part(made.root, 'retry') === button).to.equal(true);
      expect(button?.getAttribute('aria-disabled')).to.equal('true');
      expect(wordsOf(part(made.root, 'title'))).to.equal('Klaus Weber');
      await expect(made.panel).to.be.accessible();
      answer.resolve(undefined);
      await settled(made);
      expect(wordsOf(part(made.root, 'title'))).to.equal('Nikolaus Weber');
      expect(part(made.root, 'retry') === null).to.equal(true);
      expect(made.crm.portal.batches).to.have.length(before + 1);
      // Nobody who works by keys is thrown out of the record.
      expect(made.root.activeElement?.getAttribute('part')).to.equal('refresh');
    });

    for (const [name, error] of [
      ['the right to it', refusal('ACCESS_DENIED', 'crm.item.get')],
      ['the record', refusal('NOT_FOUND', 'crm.item.get')],
      ['the app’s scope', refusal('insufficient_scope', 'crm.item.get')],
    ] as const) {
      it(`goes when ${name} is gone`, async () => {
        const made = await shown();
        made.crm.failures.set('crm.item.get', error);
        status(made.crm, '17');
        await waitUntil(() => part(made.root, 'state') !== null);
        expect(made.panel.record === null).to.equal(true);
        expect(wordsOf(made.root.querySelector('section'))).not.to.include('Klaus');
      });
    }

    it('keeps the tabs of its activity when these can’t be read again', async () => {
      const options = {...CALL_OPTIONS, CRM_ACTIVITY_ID: '12043'};
      const made = await shown({
        options,
        prepare: ({portal}) => {
          const result = [{entityTypeId: 177, entityId: 4}];
          portal.restAnswer = () => Promise.resolve({result, total: null, next: null});
        },
      });
      await waitUntil(() => tabs(made).length === 3);
      made.crm.portal.restAnswer = () => Promise.reject(failure('not-authorized', 'x'));
      const asked = made.crm.portal.requests.length;
      status(made.crm, '17', {CRM_ACTIVITY_ID: '12043'});
      await waitUntil(() => made.crm.portal.requests.length > asked);
      await settled(made);
      expect(tabs(made)).to.have.length(3);
    });
  });
});
