/** Calling and copying the numbers of a record. */
import {expect, oneEvent} from '@open-wc/testing';
import {RecordErrorEvent} from '../../../src/events/record-error-event.js';
import {CONTACT_17, failure, type FakeCrm} from '../../crm/fake-crm.js';
import {part, shown, wordsOf} from './panel.js';
import {Deferred} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';

/** Clicks, and tells whether the browser would have followed the link. */
function click(root: ShadowRoot, how: MouseEventInit = {}, index = 0): boolean {
  let followed = false;
  const look = (event: Event): void => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  root.addEventListener('click', look, {once: true});
  const mouse = new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, ...how});
  root.querySelectorAll('[part=phone]')[index]?.dispatchEvent(mouse);
  return followed;
}

function calls({portal}: FakeCrm): readonly unknown[] {
  return portal.asked
    .filter(({command}) => command === 'imPhoneTo')
    .map(({parameters}) => parameters);
}

describe('the phones of <crm-entity-panel>', () => {
  // What a portal lists is the placement's own, and never what every frame has.
  for (const [name, offered] of [
    ['lists what the placement has', {commands: new Set(['getStatus']), events: new Set<string>()}],
    ['lists nothing', {commands: new Set<string>(), events: new Set<string>()}],
    ['does not say what it offers', null],
  ] as const) {
    it(`are called through a portal that ${name}`, async () => {
      const {crm, root, panel} = await shown({
        prepare: ({portal}) => (portal.session = {...portal.session, interface: offered}),
      });
      expect(click(root)).to.equal(false);
      expect(calls(crm)).to.deep.equal([{phone: '+4930123456'}]);
      expect(part(root, 'phone')?.getAttribute('aria-current')).to.equal('true');
      await expect(panel).to.be.accessible();
    });
  }

  it('say at once that the portal was asked, and are called once by a double click', async () => {
    const {crm, root, panel} = await shown();
    const silence = new Deferred<unknown>();
    crm.portal.answer = () => silence.promise;
    click(root);
    click(root);
    click(root, {}, 1);
    await panel.updateComplete;
    const said = [...root.querySelectorAll('[part=called]')].map(wordsOf);
    expect(said).to.deep.equal(['Bitrix24 was asked to call', '']);
    expect(part(root, 'called')?.getAttribute('role')).to.equal('status');
    expect(calls(crm)).to.deep.equal([{phone: '+4930123456'}]);
    await expect(panel).to.be.accessible();
    silence.reject(failure('timeout', 'imPhoneTo'));
    await waitUntil(() => {
      click(root, {}, 1);
      return calls(crm).length === 2;
    });
    expect(calls(crm)[1]).to.deep.equal({phone: '+4930765432'});
    await panel.updateComplete;
    expect([...root.querySelectorAll('[part=called]')].map(wordsOf)).to.deep.equal([
      '',
      'Bitrix24 was asked to call',
    ]);
  });

  it('are left to the browser with a modifier key', async () => {
    const {crm, root} = await shown();
    for (const how of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {button: 1}]) {
      expect(click(root, how)).to.equal(true);
    }
    expect(calls(crm)).to.deep.equal([]);
  });

  it('are left to the browser once the portal could not be asked, which is said', async () => {
    const {crm, root, panel} = await shown();
    crm.portal.answer = () => {
      throw failure('offline', 'imPhoneTo');
    };
    const told = oneEvent<RecordErrorEvent>(panel, RecordErrorEvent.type);
    expect(click(root)).to.equal(false);
    expect((await told).error.code).to.equal('offline');
    await panel.updateComplete;
    expect(wordsOf(part(root, 'notice'))).to.equal('Bitrix24 could not start the call.');
    expect(wordsOf(part(root, 'called'))).to.equal('');
    expect(click(root)).to.equal(true);
    expect(calls(crm)).to.have.length(1);
  });

  it('are left to the browser once the portal has refused, also while it was loaded again', async () => {
    const {crm, root, panel} = await shown();
    const refused = new Deferred<unknown>();
    crm.portal.answer = () => refused.promise;
    click(root);
    const told = oneEvent<RecordErrorEvent>(panel, RecordErrorEvent.type);
    const before = panel.record;
    panel.reload();
    await waitUntil(() => panel.record !== before);
    refused.resolve({result: 'error', errorCode: 'NO_TELEPHONY'});
    const {error} = await told;
    expect([error.code, error.portal?.code]).to.deep.equal(['refused', 'NO_TELEPHONY']);
    await panel.updateComplete;
    expect(click(root)).to.equal(true);
  });

  it('are called when the portal is silent: it never says that it calls', async () => {
    const {crm, root, panel} = await shown();
    crm.portal.answer = () => {
      throw failure('timeout', 'imPhoneTo');
    };
    const errors: unknown[] = [];
    panel.addEventListener('record-error', (event) => errors.push(event));
    click(root);
    await waitUntil(() => {
      click(root);
      return calls(crm).length === 2;
    });
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
      expect(buttons.map(({title}) => title)).to.deep.equal([
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
    expect(remarks).to.deep.equal(['(office, 9:00-18:00)', '<b>']);
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
