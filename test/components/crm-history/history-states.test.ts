/** Each picture of a history that is not there. */
import {expect} from '@open-wc/testing';
import type {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {failure, refusal} from '../../crm/fake-crm.js';
import {UNLINKED} from '../crm-entity-panel/panel.js';
import {waitUntil} from '../../support/wait-until.js';
import {collectWarnings} from '../../support/warnings.js';
import {history, part, settled, show, shown, wordsOf, type HistorySetup} from './history.js';

interface Picture {
  readonly name: string;
  readonly setup: HistorySetup;
  readonly title: string;
  readonly hint: string;
  readonly retry?: boolean;
}

function refused(error: CallCardError): HistorySetup {
  return {answer: () => Promise.reject(error)};
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
    setup: {options: UNLINKED},
    title: 'There is no history to show.',
    hint: 'It appears here with the record of the call.',
  },
  {
    name: 'that nothing has happened',
    setup: {answer: () => Promise.resolve(history())},
    title: 'Nothing has happened yet.',
    hint: 'Calls, e-mails and tasks will appear here.',
  },
  {
    name: 'no right to it',
    setup: refused(failure('not-allowed')),
    title: 'You have no access to this history.',
    hint: 'An administrator of the CRM can let you see it.',
  },
  {
    name: 'a deleted record',
    setup: refused(failure('not-found')),
    title: 'This record does not exist any more.',
    hint: 'It may have been deleted. Bind the call to another one.',
  },
  {
    name: 'a missing scope',
    setup: refused(failure('missing-scope')),
    title: 'The app may not read the CRM.',
    hint: 'An administrator must grant the app the right “CRM”.',
  },
  {
    name: 'the request limit',
    setup: refused(refusal('OPERATION_TIME_LIMIT', 'batch')),
    title: 'Bitrix24 gets too many requests.',
    hint: 'Wait a moment, then try again.',
    retry: true,
  },
  {
    name: 'a plan without apps',
    setup: refused(refusal('ACCESS_DENIED', 'batch', 403)),
    title: 'Apps can’t read the CRM with this Bitrix24 plan.',
    hint: 'An administrator can choose a plan that includes apps.',
  },
  {
    name: 'no network',
    setup: refused(failure('offline')),
    title: 'There is no network.',
    hint: 'Check the connection, then try again.',
    retry: true,
  },
  {
    name: 'any other failure',
    setup: refused(failure('bad-answer')),
    title: 'The history could not be loaded.',
    hint: 'Bitrix24 sent an answer that could not be read.',
    retry: true,
  },
];

describe('<crm-history> without a history', () => {
  for (const {name, setup, title, hint, retry = false} of PICTURES) {
    it(`shows ${name}`, async () => {
      const {root, element} = await shown(setup);
      const [first, second] = part(root, 'state')?.querySelectorAll('p') ?? [];
      expect(wordsOf(first)).to.equal(title);
      expect(wordsOf(second)).to.equal(hint);
      expect(part(root, 'retry') !== null).to.equal(retry);
      expect(part(root, 'past') === null).to.equal(true);
      await expect(element).to.be.accessible();
    });
  }

  it('shows an outline while it loads, and says so to no one a second time', async () => {
    const {root, element} = await show({answer: () => new Promise(() => undefined)});
    expect(root.querySelector('.card')?.getAttribute('aria-busy')).to.equal('true');
    expect(part(root, 'skeleton')?.getAttribute('aria-hidden')).to.equal('true');
    expect(wordsOf(root)).to.contain('Loading the history…');
    expect([...root.querySelectorAll('[role=status]')].map(wordsOf)).to.deep.equal(['']);
    await expect(element).to.be.accessible();
  });

  it('shows what the page offers when nothing has happened', async () => {
    const made = await shown({answer: () => Promise.resolve(history())});
    expect(made.root.querySelector('slot[name=empty]') !== null).to.equal(true);
  });

  it('tries again when the operator wants, and puts the focus on the button that is there then', async () => {
    const answers = [Promise.reject(failure('offline')), Promise.resolve(history({hasMore: true}))];
    for (const answer of answers) answer.catch(() => undefined);
    const made = await shown({answer: () => answers.shift() ?? Promise.resolve(history())});
    part(made.root, 'retry')?.focus();
    part(made.root, 'retry')?.click();
    await made.element.updateComplete;
    expect(part(made.root, 'skeleton') !== null).to.equal(true);
    await settled(made);
    expect(made.root.activeElement === part(made.root, 'refresh')).to.equal(true);
  });

  it('connects again when the operator wants', async () => {
    const made = await shown({
      prepare: ({portal}) => (portal.connection = () => Promise.reject(failure('timeout'))),
    });
    const {portal} = made.crm;
    portal.connection = () => Promise.resolve(portal.session);
    part(made.root, 'retry')?.click();
    await made.element.updateComplete;
    await settled(made);
    expect(made.element.history !== null).to.equal(true);
  });

  it('warns of attributes that name no record, of kinds that there are not and of a bad limit', async () => {
    const attributes = {
      'entity-type': 'PLANET',
      'entity-id': '7',
      kinds: 'call,letters',
      limit: 'x',
    };
    const heard: string[] = [];
    const told = (words: string): boolean => heard.some((warning) => warning.includes(words));
    await collectWarnings(
      async () => {
        const {root} = await shown({attributes});
        expect(wordsOf(part(root, 'state'))).to.contain('This CRM record can’t be shown.');
        await waitUntil(() => ['PLANET', 'letters', 'limit="x"'].every(told));
      },
      (warning) => heard.push(warning),
    );
    expect(heard).to.have.length(3);
  });
});
