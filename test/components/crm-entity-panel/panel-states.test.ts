/** Each picture of a panel without a record. */
import {expect} from '@open-wc/testing';
import type {CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';
import {failure, refusal} from '../../crm/fake-crm.js';
import {part, settled, show, shown, UNLINKED, wordsOf, type PanelSetup} from './panel.js';
import {waitUntil} from '../../support/wait-until.js';

interface Picture {
  readonly name: string;
  readonly setup: PanelSetup;
  readonly title: string;
  readonly hint: string;
  readonly retry?: boolean;
}

function refused(code: CallCardErrorCode): PanelSetup {
  return {prepare: (crm) => crm.failures.set('crm.item.get', failure(code))};
}

const PICTURES: readonly Picture[] = [
  {
    name: 'no portal',
    setup: {
      prepare: ({portal}) => (portal.connection = () => Promise.reject(failure('not-in-portal'))),
    },
    title: 'There is no connection to Bitrix24.',
    hint: 'This page works inside Bitrix24 only.',
  },
  {
    name: 'a silent portal',
    setup: {prepare: ({portal}) => (portal.connection = () => Promise.reject(failure('timeout')))},
    title: 'There is no connection to Bitrix24.',
    hint: 'Bitrix24 did not answer in time.',
    retry: true,
  },
  {
    name: 'a call without a record',
    setup: {
      options: UNLINKED,
      prepare: ({portal}) =>
        (portal.restAnswer = () => Promise.resolve({result: [], total: null, next: null})),
    },
    title: 'No CRM record is linked to \u2066+4930123456\u2069.',
    hint: 'Nobody in the CRM has this number.',
  },
  {
    name: 'a caller who hides the number',
    setup: {options: {...UNLINKED, PHONE_NUMBER: 'hidden'}},
    title: 'No CRM record is linked to this call.',
    hint: 'The caller hides the number, so nobody could be found by it.',
  },
  {
    name: 'a caller without a number',
    setup: {options: {...UNLINKED, PHONE_NUMBER: 'unknown'}},
    title: 'No CRM record is linked to this call.',
    hint: 'The number is unknown, so nobody could be found by it.',
  },
  {
    name: 'no call',
    setup: {placement: 'DEFAULT', options: {}},
    title: 'There is no CRM record to show.',
    hint: 'It appears here with the next call.',
  },
  {
    name: 'no right to the record',
    setup: refused('not-allowed'),
    title: 'You have no access to this record.',
    hint: 'An administrator of the CRM can let you see it.',
  },
  {
    name: 'a deleted record',
    setup: {attributes: {'entity-type': 'CONTACT', 'entity-id': '404'}},
    title: 'This record does not exist any more.',
    hint: 'It may have been deleted. Bind the call to another one.',
  },
  {
    name: 'a missing scope',
    setup: refused('missing-scope'),
    title: 'The app may not read the CRM.',
    hint: 'An administrator must grant the app the right “CRM”.',
  },
  {
    name: 'the request limit',
    // Of another kind than those that are waited out.
    setup: {
      prepare: (crm) => crm.failures.set('crm.item.get', refusal('OPERATION_TIME_LIMIT', 'x')),
    },
    title: 'Bitrix24 gets too many requests.',
    hint: 'Wait a moment, then try again.',
    retry: true,
  },
  {
    name: 'a plan without apps',
    setup: {prepare: (crm) => (crm.batchFailure = refusal('ACCESS_DENIED', 'batch', 403))},
    title: 'Apps can’t read the CRM with this Bitrix24 plan.',
    hint: 'An administrator can choose a plan that includes apps.',
  },
  {
    name: 'a record that the portal refuses',
    setup: {
      prepare: (crm) => crm.failures.set('crm.item.get', refusal('ACCESS_DENIED', 'crm.item.get')),
    },
    title: 'You have no access to this record.',
    hint: 'An administrator of the CRM can let you see it.',
  },
  {
    name: 'a block by the vendor',
    setup: {prepare: (crm) => (crm.batchFailure = refusal('OVERLOAD_LIMIT', 'batch', 503))},
    title: 'Bitrix24 has blocked the requests of apps.',
    hint: 'Only the support of Bitrix24 can lift this.',
  },
  {
    name: 'no network',
    setup: {prepare: (crm) => (crm.batchFailure = failure('offline', 'batch'))},
    title: 'There is no network.',
    hint: 'Check the connection, then try again.',
    retry: true,
  },
  {
    name: 'servers out of order',
    setup: {prepare: (crm) => (crm.batchFailure = refusal('INTERNAL_SERVER_ERROR', 'batch', 500))},
    title: 'The record could not be loaded.',
    hint: 'Bitrix24 is not available at the moment.',
    retry: true,
  },
  {
    name: 'a bad answer',
    setup: {prepare: (crm) => crm.items.set('3:17', 'nonsense')},
    title: 'The record could not be loaded.',
    hint: 'Bitrix24 sent an answer that could not be read.',
    retry: true,
  },
  {
    name: 'any other failure',
    setup: refused('refused'),
    title: 'The record could not be loaded.',
    hint: 'Bitrix24 refused this.',
  },
];

describe('<crm-entity-panel> without a record', () => {
  for (const {name, setup, title, hint, retry = false} of PICTURES) {
    it(`shows ${name}`, async () => {
      const {root, panel} = await shown(setup);
      const [first, second] = part(root, 'state')?.querySelectorAll('p') ?? [];
      expect(wordsOf(first)).to.equal(title);
      expect(wordsOf(second)).to.equal(hint);
      expect(part(root, 'retry') !== null).to.equal(retry);
      expect(part(root, 'title') === null).to.equal(true);
      expect(panel.record === null).to.equal(true);
      await expect(panel).to.be.accessible();
    });
  }

  for (const [name, setup] of [
    ['connects', {prepare: ({portal}) => (portal.connection = () => new Promise(() => undefined))}],
    ['loads', {prepare: (crm) => (crm.hold = () => new Promise(() => undefined))}],
  ] satisfies [string, PanelSetup][]) {
    it(`shows an outline while it ${name}`, async () => {
      const {root, panel} = await show(setup);
      expect(root.querySelector('section')?.getAttribute('aria-busy')).to.equal('true');
      expect(root.querySelector('.skeleton')?.getAttribute('aria-hidden')).to.equal('true');
      expect(wordsOf(root.querySelector('[role=status]'))).to.equal('Loading the record…');
      await expect(panel).to.be.accessible();
    });
  }

  it('tries again when the operator wants', async () => {
    const made = await shown(refused('bad-answer'));
    made.crm.failures.clear();
    part(made.root, 'retry')?.click();
    await made.panel.updateComplete;
    expect(made.root.querySelector('.skeleton') !== null).to.equal(true);
    await settled(made);
    expect(made.panel.record?.title).to.equal('Klaus Weber');
  });

  it('connects again when the operator wants', async () => {
    const made = await shown({
      prepare: ({portal}) => (portal.connection = () => Promise.reject(failure('timeout'))),
    });
    const {portal} = made.crm;
    portal.connection = () => Promise.resolve(portal.session);
    part(made.root, 'retry')?.click();
    await made.panel.updateComplete;
    await settled(made);
    expect(made.panel.record?.title).to.equal('Klaus Weber');
  });

  it('loads the record of its attributes after a failed connection, too', async () => {
    const made = await shown({
      attributes: {'entity-type': 'DEAL', 'entity-id': '25'},
      prepare: ({portal}) => (portal.connection = () => Promise.reject(failure('timeout'))),
    });
    const {portal} = made.crm;
    portal.connection = () => Promise.resolve(portal.session);
    part(made.root, 'retry')?.click();
    await made.panel.updateComplete;
    await settled(made);
    expect(made.panel.record?.title).to.equal('Office chairs');
  });

  describe('because its attributes are bad', () => {
    const warnings: string[] = [];
    const warn = console.warn;

    beforeEach(() => {
      warnings.length = 0;
      console.warn = (message: string) => warnings.push(message);
    });

    afterEach(() => {
      console.warn = warn;
    });

    for (const attributes of [
      {'entity-type': 'PARROT', 'entity-id': '7'},
      {'entity-type': 'DEAL', 'entity-id': 'seven'},
      {'entity-id': '7'},
    ] as Record<string, string>[]) {
      it(`warns once of ${JSON.stringify(attributes)}`, async () => {
        const {panel, root} = await shown({attributes});
        const {entityType, entityId} = panel;
        Object.assign(panel, {entityType: null, entityId: null});
        await panel.updateComplete;
        Object.assign(panel, {entityType, entityId});
        await panel.updateComplete;
        expect(wordsOf(part(root, 'state'))).to.contain('This CRM record can’t be shown.');
        await waitUntil(() => warnings.length > 0, 'it should be told');
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.contain('<crm-entity-panel').and.to.contain('Allowed: ');
        await expect(panel).to.be.accessible();
      });
    }

    it('does not warn of a record that is not chosen yet', async () => {
      const {root} = await shown({attributes: {'entity-type': 'DEAL', 'entity-id': '0'}});
      expect(wordsOf(part(root, 'state'))).to.contain('There is no CRM record to show.');
      expect(warnings).to.deep.equal([]);
    });
  });
});
