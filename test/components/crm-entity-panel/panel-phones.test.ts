/** Calling and copying the numbers of a record. */
import {expect, oneEvent} from '@open-wc/testing';
import {RecordErrorEvent} from '../../../src/events/record-error-event.js';
import {CONTACT_17, failure, type FakeCrm} from '../../crm/fake-crm.js';
import {part, shown, wordsOf, type PanelSetup} from './panel.js';
import {waitUntil} from '../../support/wait-until.js';

/** A placement that offers commands. */
function offering(...commands: string[]): PanelSetup {
  return {
    prepare: ({portal}) => {
      const offered = {commands: new Set(commands), events: new Set<string>()};
      portal.session = {...portal.session, interface: offered};
    },
  };
}

/** Clicks, and tells whether the browser would have followed the link. */
function click(root: ShadowRoot): boolean {
  let followed = false;
  const look = (event: Event): void => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  root.addEventListener('click', look, {once: true});
  part(root, 'phone')?.click();
  return followed;
}

function calls({portal}: FakeCrm): readonly unknown[] {
  return portal.asked
    .filter(({command}) => command === 'imPhoneTo')
    .map(({parameters}) => parameters);
}

describe('the phones of <crm-entity-panel>', () => {
  it('are called through the portal where it offers that', async () => {
    const {crm, root, panel} = await shown(offering('imPhoneTo'));
    expect(click(root)).to.equal(false);
    expect(calls(crm)).to.deep.equal([{phone: '+4930123456'}]);
    expect(part(root, 'phone')?.getAttribute('aria-current')).to.equal('true');
    await expect(panel).to.be.accessible();
  });

  for (const [name, setup] of [
    ['does not offer it', offering('getStatus')],
    ['does not say what it offers', {}],
  ] as const) {
    it(`are left to the browser where the portal ${name}`, async () => {
      const {crm, root} = await shown(setup);
      expect(click(root)).to.equal(true);
      expect(calls(crm)).to.deep.equal([]);
    });
  }

  it('are left to the browser once the portal has refused, which is said', async () => {
    const {crm, root, panel} = await shown(offering('imPhoneTo'));
    crm.portal.answer = () => {
      throw failure('offline', 'imPhoneTo');
    };
    const told = oneEvent<RecordErrorEvent>(panel, RecordErrorEvent.type);
    expect(click(root)).to.equal(false);
    expect((await told).error.code).to.equal('offline');
    await panel.updateComplete;
    expect(wordsOf(part(root, 'notice'))).to.equal('Bitrix24 could not start the call.');
    expect(click(root)).to.equal(true);
    expect(calls(crm)).to.have.length(1);
  });

  it('are called when the portal is silent: it never says that it calls', async () => {
    const {crm, root, panel} = await shown(offering('imPhoneTo'));
    crm.portal.answer = () => {
      throw failure('timeout', 'imPhoneTo');
    };
    const errors: unknown[] = [];
    panel.addEventListener('record-error', (event) => errors.push(event));
    click(root);
    click(root);
    await waitUntil(() => calls(crm).length === 2);
    await panel.updateComplete;
    expect(errors).to.deep.equal([]);
  });

  it('are copied, each by its own button, and that is said', async () => {
    const {root, panel} = await shown();
    const copied: string[] = [];
    const {clipboard} = navigator;
    const writeText = clipboard.writeText.bind(clipboard);
    clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
    try {
      const buttons = [...root.querySelectorAll<HTMLElement>('[part=copy]')];
      expect(buttons.map((button) => button.getAttribute('aria-label'))).to.deep.equal([
        'Copy \u2066+49 30 123456\u2069',
        'Copy \u2066+49 30 765432\u2069',
      ]);
      buttons[1]?.click();
      await waitUntil(() => wordsOf(root.querySelector('.contacts')).includes('Copied'));
      expect(copied).to.deep.equal(['+49 30 765432']);
      const lines = [...root.querySelectorAll('.contacts li')].map(wordsOf);
      expect(lines.slice(0, 2)).to.deep.equal([
        '+49 30 123456 work on the line',
        '+49 30 765432 Copied mobile',
      ]);
      await expect(panel).to.be.accessible();
    } finally {
      clipboard.writeText = writeText;
    }
  });

  it('are several links where a field has several numbers, with the words around them', async () => {
    const written = '+49 30 1234567 доб. 12 (office, 9:00-18:00) / 0171 7654321 <b>';
    const {root, panel} = await shown({
      prepare: (crm) => {
        const fm = [{id: 1, valueType: 'WORK', value: written, typeId: 'PHONE'}];
        crm.items.set('3:17', {...CONTACT_17, fm});
      },
    });
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.contacts [part=phone]')];
    expect(links.map(({href, innerText}) => [href, innerText])).to.deep.equal([
      ['tel:+49301234567;ext=12', '+49 30 1234567 доб. 12'],
      ['tel:01717654321', '0171 7654321'],
    ]);
    const remarks = [...root.querySelectorAll('.contacts [part=phone-remark]')].map(wordsOf);
    expect(remarks).to.deep.equal(['(office, 9:00-18:00) /', '<b>']);
    expect(root.querySelectorAll('.contacts [part=copy]')).to.have.length(2);
    await expect(panel).to.be.accessible();
  });

  it('are words where nothing could be dialled', async () => {
    const {root} = await shown({
      prepare: (crm) => {
        const fm = [{id: 1, valueType: 'WORK', value: 'ask Klaus', typeId: 'PHONE'}];
        crm.items.set('3:17', {...CONTACT_17, fm});
      },
    });
    expect(wordsOf(root.querySelector('.contacts li'))).to.equal('ask Klaus work');
    expect(root.querySelector('.contacts a')).to.equal(null);
  });
});
