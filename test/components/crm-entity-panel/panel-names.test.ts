import {expect, nextFrame} from '@open-wc/testing';
import {setCollapsed} from '../../../src/components/crm-entity-panel/state/collapsed-sections.js';
import {DEAL_25, type FakeCrm} from '../../crm/fake-crm.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';
import {part, settled, show, shown, wordsOf, type Shown} from './panel.js';

const DEAL_CALL = {...CALL_OPTIONS, CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: '25', CRM_BINDINGS: []};

/** Two sections; the helper is in the second. */
const LAYOUT = [
  {name: 'main', title: 'Main', elements: [{name: 'UF_CRM_2_BRANCH'}, {name: 'OPPORTUNITY'}]},
  {name: 'team', title: 'Team', elements: [{name: 'UF_CRM_2_HELPER'}]},
];

interface HeldNames extends Shown {
  /** Lets the names come. */
  readonly release: () => void;
  readonly events: readonly string[];
}

/** A panel with the record's first answer, which still waits for the names. */
async function showWithoutNames(
  prepare: (crm: FakeCrm) => void = () => undefined,
): Promise<HeldNames> {
  let release: () => void = () => undefined;
  const names = new Promise<void>((resolve) => (release = resolve));
  const made = await show({
    options: DEAL_CALL,
    prepare: (crm) => {
      crm.items.set('2:25', {...DEAL_25, UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9});
      crm.hold = (calls) => ('item_2_25' in calls ? Promise.resolve() : names);
      prepare(crm);
    },
  });
  const events: string[] = [];
  for (const type of ['record-load', 'record-complete']) {
    made.panel.addEventListener(type, () => events.push(type));
  }
  await waitUntil(() => part(made.root, 'title') !== null);
  return {...made, release, events};
}

/** Resolves when everything until now is on screen: of two frames the first has drawn it when the second begins. */
async function drawn(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** Fills up with what moves from now on: for each frame the nodes. */
function watchShifts(): readonly (readonly (Node | null)[])[] {
  const shifts: (Node | null)[][] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      sources: {node: Node | null}[];
    })[]) {
      shifts.push(entry.sources.map(({node}) => node));
    }
  }).observe({type: 'layout-shift'});
  return shifts;
}

/** Adds something above an element. Returns what moves. */
function pushDown(element: HTMLElement): Node {
  const block = document.createElement('div');
  block.style.blockSize = '100px';
  element.before(block);
  return element;
}

function valueOf(root: ShadowRoot, label: string): HTMLElement | null | undefined {
  const rows = [...root.querySelectorAll('[part=field]')];
  const row = rows.find((field) => wordsOf(field.querySelector('dt')) === label);
  return row?.querySelector('dd');
}

const requestsOf = ({crm}: Shown): readonly (readonly string[])[] =>
  crm.portal.batches.map((calls) => Object.keys(calls));

describe('the names in <crm-entity-panel>', () => {
  afterEach(() => setCollapsed(2, 'team', false));

  it('come into their places after the first answer is on screen', async () => {
    const made = await showWithoutNames();
    const {root, events, release} = made;
    expect(wordsOf(part(root, 'title'))).to.equal('Office chairs');
    expect(wordsOf(part(root, 'stage'))).to.equal('Offer sent');
    expect(wordsOf(valueOf(root, 'Helper')), 'no bare id').to.equal('');
    expect(valueOf(root, 'Helper')?.querySelector('[part=pending]')).to.not.equal(null);
    expect(valueOf(root, 'Branch')?.querySelector('[part=pending]')).to.not.equal(null);
    expect(root.querySelector('section')?.getAttribute('aria-busy')).to.equal('false');
    expect(events).to.deep.equal(['record-load']);
    release();
    await settled(made);
    expect(wordsOf(valueOf(root, 'Helper'))).to.equal('Leonie Krüger');
    expect(wordsOf(valueOf(root, 'Branch'))).to.equal('Eastern branch');
    expect(events).to.deep.equal(['record-load', 'record-complete']);
  });

  it('move nothing when they come', async () => {
    const made = await showWithoutNames((crm) => {
      crm.items.set('3:18', {id: 18, name: 'Ida', lastName: 'Lindemann'});
      crm.items.set('2:25', {...DEAL_25, UF_CRM_2_PARTNERS: ['C_18', 'CO_5'], UF_CRM_2_HELPER: 9});
    });
    const {root, panel, release} = made;
    panel.style.inlineSize = '300px';
    const boxes = (): unknown =>
      [...root.querySelectorAll('[part=field], [part=value]')].map((field) => {
        const {x, y, width, height} = field.getBoundingClientRect();
        return [x, y, width, height];
      });
    const before = boxes();
    expect(root.querySelectorAll('[part=pending]').length).to.be.greaterThan(1);
    release();
    await settled(made);
    expect(wordsOf(valueOf(root, 'Partners'))).to.include('Ida Lindemann');
    expect(boxes()).to.deep.equal(before);
  });

  // The other engines report no shifts; they have the test before this one.
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    it('shift nothing that the browser would report', async () => {
      const made = await showWithoutNames((crm) => {
        crm.items.set('2:25', {...DEAL_25, UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9});
      });
      expect(made.root.querySelectorAll('[part=pending]').length).to.be.greaterThan(1);
      made.panel.style.inlineSize = '300px';
      await drawn();
      const shifts = watchShifts();
      made.release();
      await settled(made);
      expect(wordsOf(valueOf(made.root, 'Helper'))).to.equal('Leonie Krüger');
      await drawn();
      // One that is made on purpose shows that all before it have been reported.
      const pushed = pushDown(made.panel);
      await waitUntil(() => shifts.some((shift) => shift.includes(pushed)));
      expect(shifts).to.have.length(1);
    });
  }

  it('are complete at once where none is missing', async () => {
    const made = await show({options: DEAL_CALL});
    const events: string[] = [];
    for (const type of ['record-load', 'record-complete']) {
      made.panel.addEventListener(type, () => events.push(type));
    }
    await waitUntil(() => events.length === 2);
    expect(events).to.deep.equal(['record-load', 'record-complete']);
    expect(requestsOf(made)).to.have.length(1);
  });

  it('are not asked for where the field is not shown', async () => {
    const made = await shown({
      options: DEAL_CALL,
      attributes: {fields: 'OPPORTUNITY'},
      prepare: (crm) => {
        crm.items.set('2:25', {...DEAL_25, UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9});
      },
    });
    expect(requestsOf(made)).to.have.length(1);
    made.panel.setAttribute('fields', 'UF_CRM_2_HELPER');
    await made.panel.updateComplete;
    await settled(made);
    expect(wordsOf(valueOf(made.root, 'Helper'))).to.equal('Leonie Krüger');
    expect(requestsOf(made)[1]).to.deep.equal(['users_9']);
  });

  it('of a collapsed section come after those of the open ones', async () => {
    setCollapsed(2, 'team', true);
    const made = await showWithoutNames((crm) => {
      crm.items.set('2:25', {...DEAL_25, UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9});
      const {batchAnswer} = crm.portal;
      crm.portal.batchAnswer = async (calls) => {
        const answer = {result: LAYOUT, total: null, next: null};
        const outcome = new Map(await batchAnswer(calls));
        return outcome.has('layout_C_2_25')
          ? outcome.set('layout_C_2_25', {status: 'ok', answer})
          : outcome;
      };
    });
    await waitUntil(() => requestsOf(made).length === 2);
    expect(requestsOf(made)[1]).to.deep.equal(['dictionary_BRANCH']);
    made.release();
    await settled(made);
    await waitUntil(() => requestsOf(made).length === 3);
    expect(requestsOf(made)[2]).to.deep.equal(['users_9']);
  });

  it('that could not be loaded leave the ids, and say that something is missing', async () => {
    const made = await showWithoutNames((crm) => {
      crm.hold = (calls) => {
        if ('item_2_25' in calls) return Promise.resolve();
        return Promise.reject(new Error('no network'));
      };
    });
    await settled(made);
    expect(wordsOf(valueOf(made.root, 'Helper'))).to.equal('#9');
    expect(wordsOf(valueOf(made.root, 'Branch'))).to.equal('EAST');
    expect(made.events).to.deep.equal(['record-load', 'record-complete']);
  });
});
