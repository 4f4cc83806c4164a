/** Fields and places that a page fills in its own way. */
import {expect} from '@open-wc/testing';
import type {CrmEntityPanelElement} from '../../../src/components/crm-entity-panel/crm-entity-panel.js';
import type {FieldFormatters} from '../../../src/crm/format/field-formatters.js';
import {CONTACT_17} from '../../crm/fake-crm.js';
import {part, rows, shown, UNLINKED, wordsOf} from './panel.js';

function slotted(panel: Element, slot: string, words: string): HTMLElement {
  const child = document.createElement('b');
  child.slot = slot;
  child.textContent = words;
  panel.append(child);
  return child;
}

/** Where a child of the panel is shown. */
function placeOf(child: HTMLElement): Element | null {
  return child.assignedSlot?.parentElement ?? null;
}

async function withFormatters(
  panel: CrmEntityPanelElement,
  formatters: FieldFormatters,
): Promise<void> {
  panel.formatters = formatters;
  await panel.updateComplete;
}

describe('the slots of <crm-entity-panel>', () => {
  it('take the place of the value of one field, by its code', async () => {
    const {panel} = await shown();
    const child = slotted(panel, 'field-UF_CRM_1_SIZE', 'XXL');
    const place = placeOf(child);
    expect(wordsOf(place?.closest('[part=field]')?.querySelector('dt'))).to.equal('Company size');
    const own = place?.querySelector('bdi');
    const isSeen = (element?: Element | null): boolean => !!element?.getClientRects().length;
    expect([isSeen(child), isSeen(own)]).to.deep.equal([true, false]);
    child.remove();
    expect(isSeen(own)).to.equal(true);
    await expect(panel).to.be.accessible();
  });

  it('have no spaces around them, which a page could make visible', async () => {
    const {root} = await shown();
    const places = [...root.querySelectorAll('[part=value]')];
    expect(places).not.to.have.length(0);
    for (const {textContent} of places) expect(textContent).to.equal(textContent.trim());
  });

  for (const name of ['ASSIGNED_BY_ID', 'assignedById']) {
    it(`know a standard field as ${name}`, async () => {
      const {panel} = await shown();
      const child = slotted(panel, `field-${name}`, 'somebody');
      expect(wordsOf(placeOf(child)?.closest('[part=field]')?.querySelector('dt'))).to.equal(
        'Responsible',
      );
    });
  }

  for (const [name, setup] of [
    ['a record', {}],
    ['nobody', {options: {...UNLINKED, PHONE_NUMBER: 'hidden'}}],
  ] as const) {
    it(`frame ${name}`, async () => {
      const {panel, root} = await shown(setup);
      const [header, footer] = ['header', 'footer'].map((slot) => slotted(panel, slot, slot));
      const section = root.querySelector('section');
      expect(section?.firstElementChild === header?.assignedSlot).to.equal(true);
      expect(section?.lastElementChild === footer?.assignedSlot).to.equal(true);
    });
  }
});

describe('the formatters of <crm-entity-panel>', () => {
  it('show fields and types in the page’s way, and go when they are taken away', async () => {
    const {panel, root} = await shown();
    await withFormatters(panel, {
      UF_CRM_1_SIZE: (value) => ({kind: 'chip', text: `No. ${String(value)}`, color: '#112233'}),
      text: () => ({kind: 'link', href: 'https://example.com/', text: 'Notes'}),
      POST: () => ({kind: 'none'}),
    });
    expect(rows(root)).to.include({'Company size': 'No. 79', Comment: 'Notes'});
    expect(rows(root)).to.not.have.property('Position');
    const chip = part(root, 'chip');
    const backgrounds = [chip, chip?.closest('[part=field]')].map(
      (element) => element && getComputedStyle(element).backgroundColor,
    );
    expect(backgrounds).to.deep.equal(['rgb(17, 34, 51)', 'rgba(0, 0, 0, 0)']);
    await expect(panel).to.be.accessible();
    await withFormatters(panel, {});
    expect(rows(root)).to.include({'Company size': 'Large', Position: 'Buyer'});
  });

  it('may show what the kit has nothing to show for', async () => {
    const {panel, root} = await shown({
      prepare: (crm) => {
        crm.items.set('3:17', {...CONTACT_17, UF_VANS: [12, 13]});
        crm.fields.set('3', {UF_VANS: {type: 'resourcebooking', title: 'Vans', isMultiple: true}});
      },
    });
    expect(rows(root)).to.not.have.property('Vans');
    await withFormatters(panel, {
      resourcebooking: (value) => ({kind: 'text', text: `Vans ${String(value)}`}),
    });
    expect(rows(root)['Vans']).to.equal('Vans 12,13');
  });

  it('get no address with a token in it', async () => {
    const {panel} = await shown({
      prepare: (crm) => {
        const urlMachine = 'https://portal.example/?auth=secret';
        const file = {id: 7, url: 'https://portal.example/7', urlMachine};
        const careless = {id: 8, url: urlMachine};
        crm.items.set('3:17', {...CONTACT_17, UF_FILE: [file, careless]});
        crm.fields.set('3', {UF_FILE: {type: 'file', title: 'Files', isMultiple: true}});
      },
    });
    const values: unknown[] = [];
    await withFormatters(panel, {
      file: (value) => {
        values.push(value);
        return {kind: 'none'};
      },
    });
    expect(values[0]).to.deep.equal([{id: 7, url: 'https://portal.example/7'}, {id: 8}]);
  });

  it('describe; what they describe is text', async () => {
    const {panel, root} = await shown();
    await withFormatters(panel, {POST: () => ({kind: 'text', text: '<img src=x>'})});
    expect(rows(root)['Position']).to.equal('<img src=x>');
    expect(part(root, 'header') === null).to.equal(false);
  });
});
