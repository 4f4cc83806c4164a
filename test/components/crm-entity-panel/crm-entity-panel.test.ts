import {expect, oneEvent} from '@open-wc/testing';
import {RecordErrorEvent} from '../../../src/events/record-error-event.js';
import {RecordLoadEvent} from '../../../src/events/record-load-event.js';
import {RecordOpenEvent} from '../../../src/events/record-open-event.js';
import type {BatchCalls} from '../../../src/portal/portal.js';
import {CONTACT_17, failure, type FakeCrm} from '../../crm/fake-crm.js';
import {CALL_OPTIONS, Deferred} from '../../support/fake-portal.js';
import {part, rows, settled, show, shown, wordsOf} from './panel.js';
import {waitUntil} from '../../support/wait-until.js';

const DEAL = {'entity-type': 'DEAL', 'entity-id': '25'};

const ENTITY_CHANGED = 'CallCard::EntityChanged';

/** Puts a second contact into the CRM, and holds the answers back for the test to let go. */
function twoContacts(crm: FakeCrm): Map<string, Deferred<undefined>> {
  crm.items.set('3:18', {...CONTACT_17, id: 18, name: 'Erika', lastName: 'Sample'});
  crm.portal.answer = () => [];
  const held = new Map<string, Deferred<undefined>>();
  crm.hold = (calls: BatchCalls) => {
    const item = Object.keys(calls).find((key) => key.startsWith('item_'));
    if (item === undefined) return Promise.resolve();
    const answer = new Deferred<undefined>();
    held.set(item, answer);
    return answer.promise;
  };
  return held;
}

function changeTo(crm: FakeCrm, id: string): void {
  crm.portal.emit(ENTITY_CHANGED, {
    PHONE_NUMBER: '+4930123456',
    CRM_ENTITY_TYPE: 'CONTACT',
    CRM_ENTITY_ID: id,
  });
}

describe('<crm-entity-panel>', () => {
  describe('with a record', () => {
    it('shows the contact of the call', async () => {
      const {root, panel} = await shown();
      expect(wordsOf(part(root, 'title'))).to.equal('Klaus Weber');
      expect(wordsOf(part(root, 'header'))).to.match(/^Contact/);
      expect(rows(root)).to.deep.equal({
        Position: 'Buyer',
        Companies: 'Müller GmbH',
        Kind: 'Client',
        Comment: 'Calls back in the morning',
        'Company size': 'Large',
        Responsible: 'Jonas Becker',
      });
      expect(panel.record?.title).to.equal('Klaus Weber');
      await expect(panel).to.be.accessible();
    });

    it('links phones and e-mails, and marks the phone on the line', async () => {
      const {root} = await shown();
      const phones = [...root.querySelectorAll('[part=phone]')];
      expect(phones.map((phone) => phone.getAttribute('href'))).to.deep.equal([
        'tel:+4930123456',
        'tel:+4930765432',
      ]);
      expect(phones.map((phone) => phone.getAttribute('aria-current'))).to.deep.equal([
        'true',
        null,
      ]);
      expect(phones.map((phone) => phone.getAttribute('dir'))).to.deep.equal(['ltr', 'ltr']);
      expect(wordsOf(phones[0]?.closest('li'))).to.equal('+49 30 123456 work on the line');
      expect(part(root, 'email')?.getAttribute('href')).to.equal('mailto:klaus@example.com');
    });

    it('shows the record of the attributes, whatever the call is', async () => {
      const {root, panel} = await shown({attributes: DEAL});
      expect(wordsOf(part(root, 'title'))).to.equal('Office chairs');
      expect(wordsOf(part(root, 'header'))).to.match(/^Deal Offer sent/);
      await expect(panel).to.be.accessible();
    });

    it('shows the stage in its colour, with words that can be read on it', async () => {
      const {root} = await shown({attributes: DEAL});
      const chip = part(root, 'stage');
      if (chip === null) throw new Error('There is no stage.');
      expect(getComputedStyle(chip).backgroundColor).to.equal('rgb(255, 169, 0)');
      expect(getComputedStyle(chip).color).to.equal('rgb(51, 51, 51)');
    });

    it('shows the record in whose tab it is', async () => {
      const {root} = await shown({placement: 'CRM_DEAL_DETAIL_TAB', options: {ID: '25'}});
      expect(wordsOf(part(root, 'title'))).to.equal('Office chairs');
    });

    it('shows labels of its own and says so when the portal’s did not come', async () => {
      const {root, panel} = await shown({
        prepare: (crm) => {
          crm.failures.set('crm.item.fields', failure('not-allowed'));
          crm.items.set('3:17', {
            ...CONTACT_17,
            birthdate: '1980-05-04T02:00:00+02:00',
            sourceId: 'CALL',
            sourceDescription: 'Fair',
          });
        },
      });
      expect(rows(root)).to.deep.equal({
        Position: 'Buyer',
        'Date of birth': 'May 4, 1980',
        Company: 'Müller GmbH',
        Type: 'Client',
        Comment: 'Calls back in the morning',
        UF_CRM_1_SIZE: '79',
        Source: 'Phone call',
        'Source description': 'Fair',
        Responsible: 'Jonas Becker',
      });
      expect(wordsOf(root)).to.contain('Some details could not be loaded.');
      await expect(panel).to.be.accessible();
    });

    it('costs one request', async () => {
      const {crm} = await shown();
      expect(crm.portal.batches).to.have.length(1);
    });
  });

  it('interprets nothing of a record as HTML or as a script', async () => {
    const evil = '<img src=x onerror="globalThis.broken=true">';
    const {root} = await shown({
      prepare: (crm) => {
        crm.items.set('3:17', {
          name: evil,
          post: evil,
          comments: `<script>globalThis.broken=true</script>${evil}`,
          UF_LINK: 'javascript:globalThis.broken=true',
          UF_FILE: {id: evil, url: 'javascript:alert(1)', urlMachine: 'https://a/?auth=secret'},
          fm: [
            {typeId: 'PHONE', valueType: 'WORK', value: `"><b>1234567</b>`},
            {typeId: 'EMAIL', valueType: 'WORK', value: 'a@b?bcc=all@example.com'},
          ],
        });
        crm.fields.set('3', {
          post: {type: 'string', title: evil},
          comments: {type: 'text', title: 'Comment'},
          UF_LINK: {type: 'url', title: 'Link'},
          UF_FILE: {type: 'file', title: 'File'},
        });
      },
    });
    expect(root.querySelectorAll('img, script, b')).to.have.length(0);
    const hrefs = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(hrefs.filter((href) => href?.includes('javascript'))).to.deep.equal([]);
    expect(root.innerHTML).to.not.contain('secret');
    expect(wordsOf(part(root, 'title'))).to.equal(evil);
    expect(rows(root)[evil]).to.equal(evil);
    expect(part(root, 'email')?.hasAttribute('href')).to.equal(false);
    expect(part(root, 'phone')?.getAttribute('href')).to.equal('tel:1234567');
    expect('broken' in globalThis).to.equal(false);
  });

  describe('a long text', () => {
    const long = 'word '.repeat(80).trim();

    it('is cut until somebody wants more', async () => {
      const {root, panel} = await shown({
        prepare: (crm) => crm.items.set('3:17', {...CONTACT_17, comments: long}),
      });
      const button = (): HTMLButtonElement | null => root.querySelector('button.more');
      const content = root.querySelector('.lines-text');
      expect(wordsOf(content)).to.equal(long);
      expect(content?.classList.contains('cut')).to.equal(true);
      expect(button()?.getAttribute('aria-expanded')).to.equal('false');
      await expect(panel).to.be.accessible();
      button()?.click();
      await panel.updateComplete;
      expect(content?.classList.contains('cut')).to.equal(false);
      expect(button()?.getAttribute('aria-expanded')).to.equal('true');
      expect(wordsOf(button())).to.equal('Show less');
      button()?.click();
      await panel.updateComplete;
      expect(content?.classList.contains('cut')).to.equal(true);
    });

    it('keeps the line breaks of a short one, uncut', async () => {
      const {root} = await shown({
        prepare: (crm) => crm.items.set('3:17', {...CONTACT_17, comments: 'one\ntwo'}),
      });
      const content = root.querySelector('.lines-text');
      expect(content?.textContent).to.equal('one\ntwo');
      expect(content && getComputedStyle(content).whiteSpaceCollapse).to.equal('preserve-breaks');
      expect(root.querySelector('button.more') === null).to.equal(true);
    });
  });

  describe('latest wins', () => {
    it('drops an answer that comes after the call has moved on', async () => {
      let held = new Map<string, Deferred<undefined>>();
      const made = await show({prepare: (crm) => (held = twoContacts(crm))});
      const {crm, root, panel} = made;
      const loads: number[] = [];
      panel.addEventListener('record-load', (event) => loads.push(event.entity.id));
      await waitUntil(() => held.has('item_3_17'));
      changeTo(crm, '18');
      await waitUntil(() => held.has('item_3_18'));
      held.get('item_3_18')?.resolve(undefined);
      await settled(made);
      expect(wordsOf(part(root, 'title'))).to.equal('Erika Sample');
      held.get('item_3_17')?.resolve(undefined);
      await crm.portal.connect();
      await panel.updateComplete;
      expect(wordsOf(part(root, 'title'))).to.equal('Erika Sample');
      expect(loads).to.deep.equal([18]);
    });

    it('shows that it loads, not the last record, until the next one is there', async () => {
      let held = new Map<string, Deferred<undefined>>();
      const made = await show({prepare: (crm) => (held = twoContacts(crm))});
      const {crm, root, panel} = made;
      await waitUntil(() => held.has('item_3_17'));
      held.get('item_3_17')?.resolve(undefined);
      await settled(made);
      expect(panel.record?.title).to.equal('Klaus Weber');
      changeTo(crm, '18');
      await panel.updateComplete;
      expect(part(root, 'title') === null).to.equal(true);
      expect(panel.record === null).to.equal(true);
      await waitUntil(() => held.has('item_3_18'));
      held.get('item_3_18')?.resolve(undefined);
      await settled(made);
      expect(panel.record?.title).to.equal('Erika Sample');
    });
  });

  describe('events', () => {
    it('tells once that the record is on screen', async () => {
      const {panel, root, controller} = await show();
      const event = await oneEvent<RecordLoadEvent>(panel, RecordLoadEvent.type);
      expect(event).to.be.instanceOf(RecordLoadEvent);
      expect(event.entity).to.deep.equal({typeId: 3, id: 17});
      expect(event.bubbles).to.equal(false);
      expect(wordsOf(part(root, 'title'))).to.equal('Klaus Weber');
      let again = 0;
      panel.addEventListener('record-load', () => (again += 1));
      await controller.getStatus();
      panel.requestUpdate();
      await panel.updateComplete;
      expect(again).to.equal(0);
    });

    it('tells why the record is not on screen', async () => {
      const {panel} = await show({
        prepare: (crm) => crm.failures.set('crm.item.get', failure('not-allowed')),
      });
      const event = await oneEvent<RecordErrorEvent>(panel, RecordErrorEvent.type);
      expect(event.error.code).to.equal('not-allowed');
      expect(event.entity).to.deep.equal({typeId: 3, id: 17});
      expect(event.bubbles).to.equal(false);
    });

    for (const [what, prepare] of [
      ['the record', () => undefined],
      [
        'the reason why there is none',
        (crm: FakeCrm) => crm.failures.set('crm.item.get', failure('not-allowed')),
      ],
    ] as const) {
      it(`ends the page’s start with the update that shows ${what}`, async () => {
        const answer = new Deferred<undefined>();
        const {panel, root} = await show({
          prepare: (crm) => {
            prepare(crm);
            crm.hold = () => answer.promise;
          },
        });
        let isOver = false;
        const over = panel.firstRender.then(() => (isOver = true));
        panel.requestUpdate();
        await panel.updateComplete;
        expect(isOver).to.equal(false);
        expect(root.querySelector('[part=skeleton]') === null).to.equal(false);
        answer.resolve(undefined);
        await over;
        expect(root.querySelector('[part=skeleton]') === null).to.equal(true);
      });
    }

    it('opens the record in the portal, unless the page prevents it', async () => {
      const {panel, root, crm} = await shown();
      const link = part(root, 'title')?.querySelector('a');
      expect(link?.getAttribute('href')).to.equal('https://portal.example/crm/contact/details/17/');
      const asked: (readonly [string, unknown])[] = [];
      panel.addEventListener('record-open', (event) => asked.push([event.path, event.entity]));
      link?.click();
      expect(crm.portal.opened).to.deep.equal(['/crm/contact/details/17/']);
      document.addEventListener('record-open', (event) => event.preventDefault(), {once: true});
      link?.click();
      expect(crm.portal.opened).to.have.length(1);
      expect(asked).to.deep.equal([
        ['/crm/contact/details/17/', {typeId: 3, id: 17}],
        ['/crm/contact/details/17/', {typeId: 3, id: 17}],
      ]);
      expect(new RecordOpenEvent('/', null).composed).to.equal(true);
    });

    it('opens users and linked records, too', async () => {
      const {root, crm} = await shown();
      const links = [...root.querySelectorAll<HTMLAnchorElement>('dd a')];
      for (const link of links) link.click();
      expect(crm.portal.opened).to.deep.equal([
        '/crm/company/details/5/',
        '/company/personal/user/6/',
      ]);
    });

    it('takes the portal’s own path to the record of the call', async () => {
      const {root} = await shown({options: {...CALL_OPTIONS, URI: '/crm/contact/show/17/'}});
      const link = part(root, 'title')?.querySelector('a');
      expect(link?.getAttribute('href')).to.equal('https://portal.example/crm/contact/show/17/');
    });

    it('leaves a click with a modifier to the browser', async () => {
      const {root, crm} = await shown();
      // Not followed, but also not taken: the page would open a tab.
      root.addEventListener('click', (event) => event.preventDefault());
      const click = new MouseEvent('click', {ctrlKey: true, bubbles: true, cancelable: true});
      part(root, 'title')?.querySelector('a')?.dispatchEvent(click);
      expect(crm.portal.opened).to.deep.equal([]);
    });

    it('says when the portal does not open it, and leaves the next click to the browser', async () => {
      const {panel, root, crm} = await shown();
      crm.portal.openPath = () => Promise.reject(failure('not-allowed', 'openPath'));
      part(root, 'title')?.querySelector('a')?.click();
      const event = await oneEvent<RecordErrorEvent>(panel, RecordErrorEvent.type);
      expect(event.error.request).to.equal('openPath');
      await panel.updateComplete;
      expect(wordsOf(part(root, 'header'))).to.contain('The links open it in a new tab.');
      let taken = true;
      root.addEventListener('click', (click) => {
        taken = click.defaultPrevented;
        click.preventDefault();
      });
      part(root, 'title')?.querySelector('a')?.click();
      expect(taken).to.equal(false);
    });
  });

  describe('as an element', () => {
    it('works when it is removed and put back, with the call of that moment', async () => {
      const made = await shown({
        prepare: (crm) =>
          crm.items.set('3:18', {...CONTACT_17, id: 18, name: 'Erika', lastName: 'Sample'}),
      });
      const {panel, crm, root} = made;
      const parent = panel.parentElement;
      panel.remove();
      await panel.updateComplete;
      changeTo(crm, '18');
      parent?.append(panel);
      await panel.updateComplete;
      await settled(made);
      expect(wordsOf(part(root, 'title'))).to.equal('Erika Sample');
    });

    it('loads nothing again when it is only moved', async () => {
      const {panel, crm, root} = await shown();
      panel.parentElement?.append(document.createElement('hr'), panel);
      await panel.updateComplete;
      expect(wordsOf(part(root, 'title'))).to.equal('Klaus Weber');
      expect(crm.portal.batches).to.have.length(1);
    });

    it('takes its properties in any order, and one change for two', async () => {
      const made = await shown();
      made.panel.entityId = 25;
      made.panel.entityType = 2;
      await made.panel.updateComplete;
      await settled(made);
      expect(made.panel.record?.title).to.equal('Office chairs');
      made.panel.entityType = null;
      made.panel.entityId = null;
      await made.panel.updateComplete;
      await settled(made);
      expect(made.panel.record?.title).to.equal('Klaus Weber');
    });

    it('loads the record of its attributes while the placement is still unknown', async () => {
      const connection = new Deferred<never>();
      const {crm} = await show({
        attributes: DEAL,
        prepare: ({portal}) => {
          const session = portal.session;
          portal.connection = () => Promise.race([connection.promise, Promise.resolve(session)]);
        },
      });
      await waitUntil(() => crm.portal.batches.length > 0);
      expect(crm.count('crm.item.get')).to.equal(1);
    });

    it('loads again when it is asked to', async () => {
      const made = await shown();
      made.crm.items.set('3:17', {...CONTACT_17, post: 'Director'});
      made.panel.reload();
      await made.panel.updateComplete;
      await settled(made);
      expect(rows(made.root)['Position']).to.equal('Director');
    });

    it('shares one request with other panels of the record', async () => {
      const made = await show();
      const second = document.createElement('crm-entity-panel');
      made.panel.after(second);
      await settled(made);
      await waitUntil(() => second.record !== null);
      expect(made.crm.portal.batches).to.have.length(1);
    });
  });
});
