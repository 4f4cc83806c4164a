/** The fields of a record as the operator, or the page, arranged them. */
import {expect} from '@open-wc/testing';
import {CONTACT_17, failure} from '../../crm/fake-crm.js';
import type {BatchOutcome} from '../../../src/model/portal/rest-answer.js';
import {rows, shown, wordsOf, type PanelSetup, type Shown} from './panel.js';
import {waitUntil} from '../../support/wait-until.js';
import {collectWarnings} from '../../support/warnings.js';

const element = (name: string, optionFlags = '0'): object => ({name, optionFlags});

const LAYOUT = [
  {name: 'main', title: 'About', elements: [element('COMPANY'), element('POST'), element('NAME')]},
  {name: 'more', title: 'More', elements: [element('COMMENTS'), element('TYPE_ID', '1')]},
];

/** A CRM whose common layout of contacts is given. */
function withLayout(layout: unknown): PanelSetup {
  return {
    prepare: ({portal, items}) => {
      items.set('3:17', {...CONTACT_17, typeId: ''});
      const answer = portal.batchAnswer;
      portal.batchAnswer = async (calls) => {
        const outcome: BatchOutcome = await answer(calls);
        const result = layout;
        return new Map(outcome).set('layout_C_3_17', {
          status: 'ok',
          answer: {result, total: null, next: null},
        });
      };
    },
  };
}

function sections({root}: Shown): HTMLDetailsElement[] {
  return [...root.querySelectorAll('details')];
}

describe('the layout of <crm-entity-panel>', () => {
  afterEach(() => sessionStorage.removeItem('call-card-kit:folded'));

  it('is the operator’s own', async () => {
    const made = await shown(withLayout(LAYOUT));
    expect(sections(made).map((one) => wordsOf(one.querySelector('summary')))).to.deep.equal([
      'About',
      'More',
    ]);
    expect(Object.keys(rows(made.root))).to.deep.equal([
      'Companies',
      'Position',
      'Comment',
      'Kind',
    ]);
    expect(rows(made.root)['Kind']).to.equal('not filled in');
    await expect(made.panel).to.be.accessible();
  });

  it('stays the operator’s where the portal does not describe the fields', async () => {
    const setup = withLayout(LAYOUT);
    const made = await shown({
      prepare: (crm) => {
        setup.prepare?.(crm);
        crm.failures.set('crm.item.fields', failure('not-allowed'));
      },
    });
    expect(rows(made.root)).to.deep.equal({
      Company: 'Müller GmbH',
      Position: 'Buyer',
      Comment: 'Calls back in the morning',
      Type: 'not filled in',
    });
  });

  it('stays folded, on the next page, too', async () => {
    const made = await shown(withLayout(LAYOUT));
    const [first] = sections(made);
    expect(first?.open).to.equal(true);
    first?.querySelector('summary')?.click();
    await waitUntil(() => sessionStorage.getItem('call-card-kit:folded') === '["3:main"]');
    const next = await shown(withLayout(LAYOUT));
    expect(sections(next).map(({open}) => open)).to.deep.equal([false, true]);
    sections(next)[0]?.querySelector('summary')?.click();
    await waitUntil(() => sessionStorage.getItem('call-card-kit:folded') === '[]');
  });

  it('is not stored before somebody folds a section', async () => {
    await shown(withLayout(LAYOUT));
    // A section that is new and open says so, and one that is made later says it later.
    const later = document.createElement('details');
    const said = new Promise((resolve) => later.addEventListener('toggle', resolve));
    document.body.append(later);
    later.open = true;
    await said;
    later.remove();
    expect(sessionStorage.getItem('call-card-kit:folded')).to.equal(null);
  });

  it('is the usual one where nobody saved any', async () => {
    const made = await shown(withLayout(null));
    expect(sections(made)).to.have.length(0);
    expect(Object.keys(rows(made.root))[0]).to.equal('Position');
  });

  it('is what the page asks for', async () => {
    const made = await shown({...withLayout(LAYOUT), attributes: {fields: 'POST, NAME UF_NONE'}});
    expect(rows(made.root)).to.deep.equal({Position: 'Buyer', 'First name': 'Klaus'});
    expect(sections(made)).to.have.length(0);
    made.panel.fields = 'COMMENTS';
    await made.panel.updateComplete;
    expect(Object.keys(rows(made.root))).to.deep.equal(['Comment']);
  });

  it('names what the page asks for and the record does not have, once', async () => {
    const warnings: string[] = [];
    await collectWarnings(
      async () => {
        const made = await shown({
          ...withLayout(LAYOUT),
          attributes: {fields: 'POST, CLIENT, PHONE, COMENTS'},
        });
        await waitUntil(() => warnings.length > 0, 'it should be told');
        made.panel.requestUpdate();
        await made.panel.updateComplete;
        made.panel.fields = 'POST COMMENTS';
        await made.panel.updateComplete;
        await import('../../../src/components/shared/mistakes/mistakes.js');
      },
      (warning) => warnings.push(warning),
    );
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(
      /fields="POST, CLIENT, PHONE, COMENTS">: a record of the type CONTACT has no field “COMENTS”\./,
    );
    expect(warnings[0]).to.match(/Allowed: .*post.*Did you mean comments\?/);
  });

  it('comes with the record', async () => {
    const made = await shown(withLayout(LAYOUT));
    expect(made.crm.count('crm.item.details.configuration.get')).to.equal(4);
    expect(made.crm.portal.batches).to.have.length(1);
  });
});
