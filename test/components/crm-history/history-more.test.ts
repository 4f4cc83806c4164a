/** More of the past: ten at a time, with the focus where it was. */
import {expect} from '@open-wc/testing';
import type {CrmHistory} from '../../../src/crm/history.js';
import {Deferred} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';
import {
  activities,
  activity,
  entriesOf,
  history,
  openItem,
  part,
  settled,
  shown,
  wordsOf,
} from './history.js';

/** A history of so many activities, of which ten more come with each step. */
function pages(count: number, shownCount = 10): CrmHistory {
  return history({
    past: activities(1, Math.min(shownCount, count)),
    hasMore: shownCount < count,
    loadMore: () => Promise.resolve(pages(count, shownCount + 10)),
  });
}

describe('“Show more” of <crm-history>', () => {
  it('adds ten at a time, and keeps the focus while there is more', async () => {
    const {root, element} = await shown({answer: () => Promise.resolve(pages(25))});
    const button = part(root, 'more');
    button?.focus();
    button?.click();
    await waitUntil(() => entriesOf(root, 'past').length === 20);
    expect(root.activeElement === button).to.equal(true);
    await waitUntil(() => wordsOf(root.querySelector('#shown')) === 'Shown: 20');
    await expect(element).to.be.accessible();
  });

  it('moves the focus to the first new entry when the last ones have come', async () => {
    const {root} = await shown({answer: () => Promise.resolve(pages(15))});
    part(root, 'more')?.focus();
    part(root, 'more')?.click();
    await waitUntil(() => entriesOf(root, 'past').length === 15);
    await waitUntil(() => root.activeElement?.textContent === 'Call 11');
    expect(part(root, 'more') === null).to.equal(true);
  });

  it('moves the focus to an entry without a link, too', async () => {
    const more = history({past: [activity(), activity({id: 2, path: null})]});
    const first = history({
      past: [activity()],
      hasMore: true,
      loadMore: () => Promise.resolve(more),
    });
    const {root} = await shown({answer: () => Promise.resolve(first)});
    part(root, 'more')?.focus();
    part(root, 'more')?.click();
    await waitUntil(() => root.activeElement?.getAttribute('data-id') === '2');
  });

  it('leaves the focus alone when it is elsewhere', async () => {
    const {root} = await shown({answer: () => Promise.resolve(pages(15))});
    part(root, 'refresh')?.focus();
    part(root, 'more')?.click();
    await waitUntil(() => entriesOf(root, 'past').length === 15);
    expect(root.activeElement === part(root, 'refresh')).to.equal(true);
  });

  it('loads once while it is pressed again', async () => {
    const gate = new Deferred<CrmHistory>();
    let loads = 0;
    const first = history({
      past: activities(1, 10),
      hasMore: true,
      loadMore: () => {
        loads += 1;
        return gate.promise;
      },
    });
    const {root, element} = await shown({answer: () => Promise.resolve(first)});
    part(root, 'more')?.click();
    await element.updateComplete;
    expect(part(root, 'more')?.getAttribute('aria-busy')).to.equal('true');
    part(root, 'more')?.click();
    gate.resolve(history({past: activities(1, 20)}));
    await waitUntil(() => entriesOf(root, 'past').length === 20);
    expect(loads).to.equal(1);
  });

  it('says nothing, and stays, when nothing came', async () => {
    const first: CrmHistory = history({
      past: activities(1, 10),
      hasMore: true,
      loadMore: () => Promise.resolve(first),
    });
    const {root, element} = await shown({answer: () => Promise.resolve(first)});
    part(root, 'more')?.click();
    await element.updateComplete;
    await waitUntil(() => part(root, 'more')?.hasAttribute('aria-busy') === false);
    expect(wordsOf(root.querySelector('#shown'))).to.equal('');
  });

  it('shows as many again after a reload', async () => {
    const made = await shown({answer: () => Promise.resolve(pages(45))});
    part(made.root, 'more')?.click();
    await waitUntil(() => entriesOf(made.root, 'past').length === 20);
    made.element.reload();
    await made.element.updateComplete;
    await settled(made);
    expect(entriesOf(made.root, 'past')).to.have.length(20);
  });

  it('tells of no new history when more of it has come', async () => {
    const made = await shown({answer: () => Promise.resolve(pages(25))});
    let loads = 0;
    made.element.addEventListener('history-load', () => (loads += 1));
    part(made.root, 'more')?.click();
    await waitUntil(() => entriesOf(made.root, 'past').length === 20);
    await made.element.updateComplete;
    expect(loads).to.equal(0);
  });
});

describe('the lists of what is planned and in progress', () => {
  it('show five entries, and all of them when the operator wants', async () => {
    const openItems = [1, 2, 3, 4, 5, 6, 7].map((id) =>
      openItem({ref: {typeId: 2, id}, title: `Deal ${id}`}),
    );
    const {root, element} = await shown({
      answer: () => Promise.resolve(history({openItems, planned: activities(1, 5)})),
    });
    expect(entriesOf(root, 'open')).to.have.length(5);
    const buttons = root.querySelectorAll<HTMLElement>('[part=all]');
    expect(buttons).to.have.length(1);
    buttons[0]?.focus();
    buttons[0]?.click();
    await element.updateComplete;
    expect(entriesOf(root, 'open')).to.have.length(7);
    expect(part(root, 'all')?.getAttribute('aria-expanded')).to.equal('true');
    expect(root.activeElement === part(root, 'all')).to.equal(true);
    await expect(element).to.be.accessible();
    part(root, 'all')?.click();
    await element.updateComplete;
    expect(entriesOf(root, 'open')).to.have.length(5);
  });

  it('have no button for more of the past where the past is not shown', async () => {
    const {root} = await shown({
      attributes: {kinds: 'open'},
      answer: () => Promise.resolve(history({openItems: [openItem()], hasMore: true})),
    });
    expect(entriesOf(root, 'open')).to.have.length(1);
    expect(part(root, 'more') === null).to.equal(true);
  });
});
