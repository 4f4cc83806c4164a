import {expect} from '@open-wc/testing';
import {
  formattedActivity,
  type ActivityFormatter,
} from '../../../src/components/crm-history/activity-formatters.js';
import {collectReported} from '../../support/reported-errors.js';
import {activity, entriesOf, history, part, shown} from './history.js';

const VISIT = activity({
  kind: 'other',
  providerId: 'MY_APP',
  providerTypeId: 'VISIT',
  subject: 'Filters',
  direction: null,
  outcome: null,
});

describe('the formatters of a history', () => {
  it('are found by the provider, and before that by the provider and its type', () => {
    const formatters = {
      MY_APP: () => ({label: 'Entry'}),
      'MY_APP:VISIT': () => ({label: 'Visit'}),
    };
    expect(formattedActivity(formatters, VISIT)).to.deep.equal({label: 'Visit'});
    const other = {...VISIT, providerTypeId: ''};
    expect(formattedActivity(formatters, other)).to.deep.equal({label: 'Entry'});
    expect(formattedActivity(formatters, activity()) === null).to.equal(true);
    expect(formattedActivity({}, {...VISIT, providerId: 'constructor'}) === null).to.equal(true);
  });

  for (const [name, formatter] of [
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['returns no text', () => ({label: 7})],
    ['returns a wrong subject', () => ({label: 'Visit', subject: {}})],
    ['returns an unknown icon', () => ({label: 'Visit', icon: 'parrot'})],
    ['returns nothing', () => undefined],
  ] as readonly (readonly [string, () => unknown])[]) {
    it(`are reported once when one ${name}, and passed over`, () => {
      const formatters = {MY_APP: formatter as ActivityFormatter};
      const {reported, restore} = collectReported();
      const displays = [1, 2].map(() => formattedActivity(formatters, VISIT));
      restore();
      expect(displays).to.deep.equal([null, null]);
      expect(reported).to.have.length(1);
    });
  }

  it('say what an entry is and what it is about, as text', async () => {
    const made = await shown({answer: () => Promise.resolve(history({past: [VISIT]}))});
    made.element.formatters = {
      MY_APP: ({subject}) => ({
        label: 'Visit',
        subject: `<b>${subject}</b>`,
        description: 'On site',
        icon: 'meeting',
      }),
    };
    await made.element.updateComplete;
    expect(entriesOf(made.root, 'past')[0]).to.match(/^<b>Filters<\/b> Visit .*On site$/);
    expect(part(made.root, 'entry')?.querySelector('svg')?.innerHTML).to.contain('rect');
  });

  it('can leave an entry as it is', async () => {
    const made = await shown({answer: () => Promise.resolve(history({past: [VISIT]}))});
    made.element.formatters = {MY_APP: () => null};
    await made.element.updateComplete;
    expect(entriesOf(made.root, 'past')[0]).to.contain('Filters Activity');
  });
});
