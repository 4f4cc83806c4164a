/** A call without a record: who has the number? */
import {expect} from '@open-wc/testing';
import type {RestAnswer} from '../../../src/model/portal/rest-answer.js';
import {CONTACT_17, failure, type FakeCrm} from '../../crm/fake-crm.js';
import {Deferred} from '../../support/fake-portal.js';
import {
  part,
  settled,
  show,
  shown,
  UNLINKED,
  wordsOf,
  type PanelSetup,
  type Shown,
} from './panel.js';
import {waitUntil} from '../../support/wait-until.js';

function row(id: number, name: string, status = 'OPENED'): object {
  return {
    CRM_ENTITY_TYPE: 'CONTACT',
    CRM_ENTITY_ID: id,
    NAME: name,
    ASSIGNED_BY_ID: 6,
    ASSIGNED_BY: {ID: '6', TIMEMAN_STATUS: status},
  };
}

function answer(result: unknown): RestAnswer {
  return {result, total: null, next: null};
}

function found(...rows: readonly object[]): PanelSetup {
  return {
    options: UNLINKED,
    prepare: (crm) => {
      crm.items.set('3:18', {...CONTACT_17, id: 18, name: 'Erika', lastName: 'Sample'});
      crm.portal.restAnswer = () => Promise.resolve(answer(rows));
    },
  };
}

function callers({root}: Shown): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[part=caller]')];
}

function missing({panel}: Shown): (string | null)[] {
  const numbers: (string | null)[] = [];
  panel.addEventListener('record-missing', ({number}) => numbers.push(number));
  return numbers;
}

describe('<crm-entity-panel> with a caller whom the call does not name', () => {
  it('shows the only record with the number, and that it was found', async () => {
    const made = await shown(found(row(17, 'Klaus Weber')));
    await settled(made);
    expect(wordsOf(part(made.root, 'title'))).to.equal('Klaus Weber');
    expect(wordsOf(made.root.querySelector('.found'))).to.equal(
      'Found by the number. The call is not linked to it.',
    );
    expect(made.panel.record?.title).to.equal('Klaus Weber');
    await expect(made.panel).to.be.accessible();
  });

  describe('with several records', () => {
    const several = found(row(17, 'Klaus Weber'), row(18, 'Erika Sample', 'PAUSED'));

    it('lists them', async () => {
      const made = await shown(several);
      expect(callers(made).map(wordsOf)).to.deep.equal([
        'Klaus Weber Contact Responsible: Jonas Becker at work',
        'Erika Sample Contact Responsible: Jonas Becker on a break',
      ]);
      expect(made.crm.count('crm.item.get')).to.equal(0);
      await expect(made.panel).to.be.accessible();
    });

    it('shows the chosen one, and goes back', async () => {
      const made = await shown(several);
      callers(made)[1]?.focus();
      callers(made)[1]?.click();
      await made.panel.updateComplete;
      await settled(made);
      expect(made.panel.record?.title).to.equal('Erika Sample');
      await expect(made.panel).to.be.accessible();
      part(made.root, 'back')?.click();
      await made.panel.updateComplete;
      expect(callers(made)).to.have.length(2);
      expect(made.panel.record === null).to.equal(true);
    });

    it('keeps the focus inside when the buttons change', async () => {
      const made = await shown(several);
      callers(made)[1]?.focus();
      callers(made)[1]?.click();
      await waitUntil(() => made.root.activeElement?.matches('[part=back]') === true);
      part(made.root, 'back')?.click();
      await waitUntil(() => made.root.activeElement?.matches('[part=caller]') === true);
    });

    it('forgets the choice with the number', async () => {
      const made = await shown(several);
      callers(made)[1]?.click();
      await made.panel.updateComplete;
      await settled(made);
      made.crm.portal.emit('CallCard::EntityChanged', {
        PHONE_NUMBER: '+49111',
        CRM_ENTITY_TYPE: '',
        CRM_ENTITY_ID: '0',
      });
      await made.panel.updateComplete;
      await waitUntil(() => callers(made).length === 2);
    });
  });

  it('says that it looks, and drops an answer that comes too late', async () => {
    const searches = new Map<unknown, Deferred<RestAnswer>>();
    const made = await show({
      options: UNLINKED,
      prepare: (crm: FakeCrm) => {
        crm.portal.answer = () => [];
        crm.portal.restAnswer = (_method, {PHONE_NUMBER: number}) => {
          const search = new Deferred<RestAnswer>();
          searches.set(number, search);
          return search.promise;
        };
      },
    });
    await waitUntil(() => searches.has('+4930123456'));
    expect(wordsOf(made.root.querySelector('[role=status]'))).to.equal(
      'Looking for the number in the CRM…',
    );
    made.crm.portal.emit('CallCard::EntityChanged', {
      PHONE_NUMBER: '+49111',
      CRM_ENTITY_TYPE: '',
      CRM_ENTITY_ID: '0',
    });
    await waitUntil(() => searches.has('+49111'));
    searches.get('+4930123456')?.resolve(answer([row(17, 'Klaus Weber')]));
    searches.get('+49111')?.resolve(answer([]));
    await settled(made);
    expect(wordsOf(part(made.root, 'state'))).to.contain('\u2066+49111\u2069');
    expect(made.crm.count('crm.item.get')).to.equal(0);
  });

  describe('whom nobody knows', () => {
    it('tells so once, and lets the page offer something', async () => {
      const made = await show(found());
      const numbers = missing(made);
      made.panel.innerHTML = '<button slot="empty">Create a lead</button>';
      await settled(made);
      made.panel.requestUpdate();
      await made.panel.updateComplete;
      expect(numbers).to.deep.equal(['+4930123456']);
      const slot = made.root.querySelector<HTMLSlotElement>('slot[name=empty]');
      expect(slot?.assignedElements()).to.have.length(1);
      await expect(made.panel).to.be.accessible();
    });

    it('makes the page’s button look like its own, and leaves a hidden one alone', async () => {
      const made = await show(found());
      made.panel.innerHTML = '<button slot="empty">Create a lead</button>';
      await settled(made);
      const [slotted] = made.panel.children;
      const own = document.createElement('button');
      made.root.append(own);
      const [theirs, ours] = [slotted!, own].map((each) => getComputedStyle(each));
      for (const name of ['background-color', 'color', 'min-block-size', 'border-radius', 'font']) {
        expect(theirs?.getPropertyValue(name), name).to.equal(ours?.getPropertyValue(name));
      }
      slotted?.toggleAttribute('hidden', true);
      expect(theirs?.display).to.equal('none');
    });

    for (const number of ['hidden', 'unknown']) {
      it(`searches nothing when the number is ${number}`, async () => {
        const connection = new Deferred<undefined>();
        const made = await show({
          options: {...UNLINKED, PHONE_NUMBER: number},
          prepare: ({portal}) =>
            (portal.connection = () => connection.promise.then(() => portal.session)),
        });
        const numbers = missing(made);
        connection.resolve(undefined);
        await settled(made);
        expect(made.crm.portal.requests).to.deep.equal([]);
        expect(numbers).to.deep.equal([null]);
      });
    }
  });

  it('says when the CRM could not be searched, and tries again', async () => {
    const made = await show({
      options: UNLINKED,
      prepare: ({portal}) => (portal.restAnswer = () => Promise.reject(failure('bad-answer'))),
    });
    const numbers = missing(made);
    await settled(made);
    expect(wordsOf(part(made.root, 'state'))).to.contain('could not be searched');
    expect(numbers).to.deep.equal([]);
    await expect(made.panel).to.be.accessible();
    made.crm.portal.restAnswer = () => Promise.resolve(answer([row(17, 'Klaus Weber')]));
    part(made.root, 'retry')?.click();
    await made.panel.updateComplete;
    await settled(made);
    expect(made.panel.record?.title).to.equal('Klaus Weber');
  });

  it('looks for nobody when the attributes name a record', async () => {
    const made = await shown({
      ...found(row(18, 'Erika Sample')),
      attributes: {'entity-type': 'CONTACT', 'entity-id': '17'},
    });
    expect(made.panel.record?.title).to.equal('Klaus Weber');
    expect(made.crm.portal.requests).to.deep.equal([]);
  });
});
