import {expect, fixture, html} from '@open-wc/testing';
import type {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CALL_OPTIONS, Deferred} from '../../support/fake-portal.js';
import {connected} from '../shared/page.js';
import {
  answerComments,
  button,
  choose,
  comments,
  denyStorage,
  field,
  list,
  notesPage,
  refuseComments,
  says,
  status,
  type,
  words,
  type NotesPage,
} from './notes-page.js';
import {waitUntil} from '../../support/wait-until.js';

const SECOND = {...CALL_OPTIONS, CALL_ID: 'externalCall.2', CRM_ENTITY_ID: '18'};

/** The next client of a campaign: another call in the same frame. */
async function nextCall({portal, controller}: NotesPage, options: object): Promise<void> {
  portal.answer = (command) => (command === 'getStatus' ? options : []);
  await controller.getStatus();
}

function earlier({element}: NotesPage): string[] {
  return [...element.renderRoot.querySelectorAll('[part=earlier]')].map(words);
}

describe('the draft of a note', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('is there after a reload of the frame, with the result of the call, and holds the card', async () => {
    const before = await notesPage();
    before.element.append(new Option('Sold', 'sold'));
    await waitUntil(() => before.element.renderRoot.querySelector('select') !== null);
    await choose(before.element, 'sold');
    await type(before.element, 'Hello');
    // Another controller knows nothing of the first one: as on a page that was loaded anew.
    const after = await notesPage();
    after.element.append(new Option('Sold', 'sold'));
    await waitUntil(() => after.element.renderRoot.querySelector('select') !== null);
    expect(field(after.element).value).to.equal('Hello');
    expect(list(after.element).value).to.equal('sold');
    expect(status(after.element)).to.include('Not saved yet.');
    await waitUntil(() => after.controller.snapshot.autoClose.status === 'held');
  });

  it('goes along when the page names a record for a call that had none', async () => {
    const page = await notesPage({
      ...CALL_OPTIONS,
      CRM_ENTITY_TYPE: '',
      CRM_ENTITY_ID: '0',
      CRM_BINDINGS: [],
    });
    await type(page.element, 'Hello');
    page.element.entityType = 'LEAD';
    page.element.entityId = 5;
    await page.element.updateComplete;
    expect(field(page.element).value).to.equal('Hello');
    expect(earlier(page)).to.deep.equal([]);
    button(page.element).click();
    await says(page.element, 'Saved at');
    expect(comments(page.portal)).to.have.length(1);
  });

  it('may be in the timeline when the frame was reloaded while it was saved', async () => {
    const before = await notesPage();
    answerComments(before.portal, () => new Promise(() => undefined));
    await type(before.element, 'Hello');
    button(before.element).click();
    await waitUntil(() => comments(before.portal).length === 1);
    const after = await notesPage();
    expect(status(after.element)).to.include('It may be saved already');
    after.portal.restAnswer = () =>
      Promise.resolve({result: [{ID: '7', COMMENT: 'Hello'}], total: 1, next: null});
    button(after.element).click();
    await says(after.element, 'Saved at');
    expect(comments(after.portal), 'it was found').to.deep.equal([]);
  });

  it('is its call’s own, and stays in sight when the next call comes', async () => {
    const page = await notesPage();
    const {element, portal} = page;
    await type(element, 'For Klaus');
    await nextCall(page, SECOND);
    await waitUntil(() => field(element).value === '');
    expect(status(element)).to.equal('');
    expect(earlier(page)).to.have.length(1);
    expect(earlier(page)[0]).to.match(/from the call with .\+4930123456. For Klaus Not saved yet/);
    await expect(element).to.be.accessible();
    await type(element, 'For the second');
    element.renderRoot.querySelector<HTMLElement>('[part=earlier] button:not(.plain)')?.click();
    await waitUntil(() => earlier(page).length === 0);
    expect(comments(portal), 'to its own record').to.deep.equal([
      {ENTITY_TYPE: 'contact', ENTITY_ID: 17, COMMENT: 'For Klaus'},
    ]);
    expect(field(element).value).to.equal('For the second');
    await nextCall(page, CALL_OPTIONS);
    await waitUntil(() => field(element).value === '');
    expect(earlier(page).join()).to.include('For the second');
  });

  it('is offered by the next frame when the card was closed over it', async () => {
    const before = await notesPage();
    await type(before.element, 'For Klaus');
    const after = await notesPage(SECOND);
    expect(earlier(after).join()).to.include('For Klaus');
    button(after.element, 'Discard').click();
    await waitUntil(() => earlier(after).length === 0);
    const last = await notesPage(SECOND);
    expect(earlier(last)).to.deep.equal([]);
  });

  it('goes on being saved while the next call is shown', async () => {
    const page = await notesPage();
    const answer = new Deferred<{result: unknown; total: null; next: null}>();
    answerComments(page.portal, () => answer.promise);
    await type(page.element, 'For Klaus');
    button(page.element).click();
    await nextCall(page, SECOND);
    await waitUntil(() => earlier(page).join().includes('Saving'));
    answer.resolve({result: 1, total: null, next: null});
    await waitUntil(() => earlier(page).length === 0);
  });

  it('comes back with an element that was removed and returned; the card is let go meanwhile', async () => {
    const {element, context, controller} = await notesPage();
    await type(element, 'Hello');
    await waitUntil(() => controller.snapshot.autoClose.status === 'held');
    element.remove();
    await waitUntil(() => controller.snapshot.autoClose.status === 'normal');
    context.append(element);
    await waitUntil(() => controller.snapshot.autoClose.status === 'held');
    expect(field(element).value).to.equal('Hello');
    await type(element, 'Hello you');
    expect(status(element)).to.include('Not saved yet.');
  });

  it('is one draft in two elements about the same call', async () => {
    const {element, context} = await notesPage();
    const other = document.createElement('call-notes');
    context.append(other);
    await type(element, 'Hello');
    await other.updateComplete;
    expect(field(other).value).to.equal('Hello');
  });

  it('is another one for each record that attributes name, and none is of an earlier call', async () => {
    const {controller} = await connected('CALL_CARD');
    const context = await fixture<CallCardContextElement>(html`
      <call-card-context .controller=${controller}>
        <call-notes entity-id="25" entity-type="DEAL"></call-notes>
        <call-notes entity-type="COMPANY" entity-id="5"></call-notes>
      </call-card-context>
    `);
    const [deal, company] = context.querySelectorAll('call-notes');
    if (deal === undefined || company === undefined) throw new Error('Notes are missing.');
    await deal.updateComplete;
    await type(deal, 'About the deal');
    await company.updateComplete;
    expect(field(company).value).to.equal('');
    expect(company.renderRoot.querySelector('[part=earlier]')).to.equal(null);
  });

  it('warns once of attributes that mean nothing, and keeps what is typed', async () => {
    const warn = console.warn;
    const warnings: unknown[] = [];
    console.warn = (message: unknown) => warnings.push(message);
    const {element} = await notesPage();
    element.setAttribute('entity-type', 'PLANET');
    element.setAttribute('entity-id', '-4');
    await element.updateComplete;
    element.requestUpdate();
    await type(element, 'Hello');
    await waitUntil(() => warnings.length >= 2, 'both should be told');
    console.warn = warn;
    expect(warnings, 'of the type and of the id, each once').to.have.length(2);
    expect(status(element)).to.include('No CRM record is linked');
    expect(field(element).value).to.equal('Hello');
  });
});

describe('a note where storage is denied', () => {
  let allow: () => void;
  beforeEach(() => {
    allow = denyStorage();
  });
  afterEach(() => allow());

  it('is kept in memory, says so, and is saved all the same', async () => {
    const {element, portal} = await notesPage();
    await type(element, 'Hello');
    expect(status(element)).to.equal(
      'Not saved yet. The text is only on this page: reloading it loses the text.',
    );
    element.remove();
    document.body.append(element);
    element.remove();
    refuseComments(portal, 'refused');
    const page = await notesPage(undefined);
    expect(field(page.element).value, 'another page knows nothing of it').to.equal('');
  });

  it('goes through calls as it does with storage', async () => {
    const page = await notesPage();
    await type(page.element, 'For Klaus');
    await nextCall(page, SECOND);
    await waitUntil(() => earlier(page).join().includes('For Klaus'));
    await nextCall(page, CALL_OPTIONS);
    await waitUntil(() => field(page.element).value === 'For Klaus');
    button(page.element).click();
    await says(page.element, 'Saved at');
    expect(comments(page.portal)).to.have.length(1);
  });
});
