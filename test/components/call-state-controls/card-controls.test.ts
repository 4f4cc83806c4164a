import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {UI_STATES} from '../../../src/model/card/ui-state.js';
import {Deferred, FakePortal, fakeSession} from '../../support/fake-portal.js';
import {connected, unconnected} from '../shared/page.js';
import {
  button,
  cardIn,
  find,
  findA,
  group,
  labels,
  refusal,
  settled,
  showControls,
  wordsOf,
  type ControlsPage,
} from './controls-page.js';
import {controllerOver} from '../../support/controller-over.js';

const WORKER_BUTTONS = ['Mute', 'Hold', 'Start timer', 'Stop timer', 'Close card'];
const TAB_BUTTONS = ['Keep card open', 'Let card close', 'Refresh'];

function asked({portal}: ControlsPage): unknown[] {
  return portal.asked.map(({command, parameters}) => [command, parameters]);
}

async function submit(page: ControlsPage, name: string, value: string): Promise<HTMLInputElement> {
  const input = findA(page, HTMLInputElement, `#${name}`);
  input.value = value;
  input.form!.requestSubmit();
  return Promise.resolve(input);
}

describe('<call-state-controls controls="card">', () => {
  describe('shows what the page can do', () => {
    it('a worker: every command of the card', async () => {
      const page = await showControls(await cardIn('connected'), 'card');
      const card = group(page, 'Call card');
      expect(labels(card)).to.deep.equal(WORKER_BUTTONS);
      expect([...card.querySelectorAll('label')].map(wordsOf)).to.deep.equal([
        'State',
        'Title',
        'Status text',
      ]);
      const states = [...card.querySelectorAll<HTMLOptionElement>('option:not([hidden])')];
      expect(states.map(({value}) => value)).to.deep.equal([...UI_STATES]);
      await expect(page.element).to.be.accessible();
    });

    it('a tab of the card: its closing and its status', async () => {
      const page = await showControls(await connected('CALL_CARD'));
      expect(labels(group(page, 'Call card'))).to.deep.equal(TAB_BUTTONS);
      await expect(page.element).to.be.accessible();
    });

    it('both groups, the operator’s first', async () => {
      const page = await showControls(await cardIn('connected'));
      const groups = [...page.element.renderRoot.querySelectorAll('[part="group"]')];
      expect(groups.map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Call', 'Call card']);
      await expect(page.element).to.be.accessible();
    });
  });

  describe('says in one line why there is nothing', () => {
    async function line(page: ControlsPage): Promise<string> {
      await page.element.updateComplete;
      expect(page.element.renderRoot.querySelector('button')).to.equal(null);
      await expect(page.element).to.be.accessible();
      // Besides what is said aloud, which comes a moment later.
      const lines = [...find(page, '.card').children].filter(({id}) => id !== 'news');
      return lines.map(wordsOf).join('\n');
    }

    it('on a record’s tab', async () => {
      const page = await showControls(await connected('CRM_CONTACT_DETAIL_TAB', {ID: '17'}));
      expect(await line(page)).to.equal('The call card can’t be controlled from this page.');
    });

    it('before the connection is ready, and when it failed', async () => {
      const made = unconnected();
      const page = await showControls(made);
      expect(await line(page)).to.equal('Connecting to the portal…');
      made.portal.connection = () => Promise.reject(new CallCardError('not-in-portal', ''));
      await made.controller.start();
      expect(await line(page)).to.equal('This page works inside Bitrix24 only.');
    });

    it('for the operator before there is a card', async () => {
      const page = await showControls(await connected(), 'operator');
      expect(await line(page)).to.equal('No call card is open.');
    });
  });

  describe('what is not possible now', () => {
    it('says why and does nothing', async () => {
      const made = await cardIn('connected');
      await made.controller.close();
      made.portal.asked.length = 0;
      const page = await showControls(made, 'card');
      const close = button(group(page, 'Call card'), 'Close card');
      expect(close.ariaDisabled).to.equal('true');
      const reason = close.getAttribute('aria-describedby') ?? '';
      expect(wordsOf(find(page, `#${reason}`))).to.equal('No call card is open.');
      close.click();
      await submit(page, 'setTitle', 'Title');
      await page.element.updateComplete;
      expect(asked(page)).to.deep.equal([]);
      await expect(page.element).to.be.accessible();
    });

    it('is one command that this portal lacks', async () => {
      const portal = new FakePortal({
        ...fakeSession('CALL_CARD'),
        interface: {commands: new Set(['getStatus']), events: new Set()},
      });
      const controller = controllerOver(portal);
      await controller.start();
      const card = group(await showControls({portal, controller}), 'Call card');
      expect(button(card, 'Refresh').ariaDisabled).to.equal(null);
      expect(button(card, 'Keep card open').getAttribute('aria-describedby')).to.equal(
        'reason-unsupported',
      );
      expect(card.querySelectorAll('#reason-unsupported'), 'said once').to.have.length(1);
    });
  });

  describe('runs', () => {
    const cases: readonly (readonly [string, string, object])[] = [
      ['Mute', 'CallCardSetMute', {muted: true}],
      ['Hold', 'CallCardSetHold', {held: true}],
      ['Start timer', 'CallCardStartTimer', {}],
      ['Stop timer', 'CallCardStopTimer', {}],
      ['Close card', 'CallCardClose', {}],
    ];
    for (const [label, wire, parameters] of cases) {
      it(label, async () => {
        const page = await showControls(await cardIn('connected'), 'card');
        button(group(page, 'Call card'), label).click();
        await page.element.updateComplete;
        expect(asked(page)).to.deep.equal([[wire, parameters]]);
      });
    }

    it('the chosen state', async () => {
      const page = await showControls(await cardIn('connected'), 'card');
      const select = findA(page, HTMLSelectElement, '#setUiState');
      select.value = 'transferring';
      select.form!.requestSubmit();
      await page.element.updateComplete;
      expect(asked(page)).to.deep.equal([['CallCardSetUiState', {uiState: 'transferring'}]]);
    });

    it('the typed title and status text', async () => {
      const page = await showControls(await cardIn('connected'), 'card');
      find(page, '#setTitle').focus();
      await sendKeys({type: 'Premium'});
      await sendKeys({press: 'Enter'});
      await submit(page, 'setStatusText', 'Ringing');
      await page.element.updateComplete;
      expect(asked(page)).to.deep.equal([
        ['CallCardSetCardTitle', {title: 'Premium'}],
        ['CallCardSetStatusText', {statusText: 'Ringing'}],
      ]);
    });

    it('the commands of a tab, and shows until when the card is kept', async () => {
      const page = await showControls(await connected('CALL_CARD'));
      const card = group(page, 'Call card');
      page.portal.answer = (command) => (command === 'getStatus' ? {} : []);
      for (const label of TAB_BUTTONS) {
        button(card, label).click();
        await page.element.updateComplete;
      }
      expect(asked(page).map((call) => (call as string[])[0])).to.deep.equal([
        'disableAutoClose',
        'enableAutoClose',
        'getStatus',
      ]);
      await page.controller.disableAutoClose();
      await page.element.updateComplete;
      const {autoClose} = page.controller.snapshot;
      const time = new Date(autoClose.status === 'held' ? autoClose.until : 0);
      expect(wordsOf(find(page, '.note'))).to.equal(
        `The card stays open at least until ${time.toLocaleTimeString('en')}.`,
      );
      page.portal.emit('CallCard::BeforeClose');
      await page.element.updateComplete;
      expect(wordsOf(find(page, '.note'))).to.equal('The card is about to close.');
    });
  });

  it('is pending until the portal confirms', async () => {
    const page = await showControls(await cardIn('connected'), 'card');
    const answer = new Deferred<unknown>();
    page.portal.answer = () => answer.promise;
    const mute = button(group(page, 'Call card'), 'Mute');
    mute.click();
    await page.element.updateComplete;
    expect(mute.ariaBusy).to.equal('true');
    expect(mute.ariaPressed).to.equal('false');
    answer.resolve([]);
    await settled(mute);
    expect(mute.ariaPressed).to.equal('true');
    expect(mute.ariaDisabled).to.equal(null);
  });

  it('goes back with the reason when it is refused, and keeps what was typed', async () => {
    const page = await showControls(await cardIn('connected'));
    page.portal.answer = () => [{result: 'error', errorCode: 'missing field title'}];
    const input = await submit(page, 'setTitle', 'My title');
    const card = group(page, 'Call card');
    expect(await refusal(card)).to.equal('Title: Something in the request is missing.');
    expect(input.value).to.equal('My title');
    const set = input.closest('form')!.querySelector('button')!;
    expect(set.getAttribute('aria-describedby')).to.equal('card-status');
    expect(find(page, '#operator-status').textContent, 'said once').to.equal('');
    await expect(page.element).to.be.accessible();

    page.portal.answer = () => [];
    input.closest('form')!.requestSubmit();
    await page.element.updateComplete;
    expect(find(page, '#card-status').textContent).to.equal('');
  });

  it('keeps what is typed while a card opens and closes', async () => {
    const page = await showControls(await connected());
    const title = findA(page, HTMLInputElement, '#setTitle');
    title.value = 'My title';
    await page.controller.setUiState('incoming');
    await page.element.updateComplete;
    expect(group(page, 'Call').nextElementSibling).to.equal(group(page, 'Call card'));
    expect(findA(page, HTMLInputElement, '#setTitle')).to.equal(title);
    await page.controller.close();
    await page.element.updateComplete;
    expect(findA(page, HTMLInputElement, '#setTitle').value).to.equal('My title');
  });

  it('follows the state of the card, and says when it is not confirmed', async () => {
    const made = await connected();
    made.portal.emit('BackgroundCallCard::initialized', {CALL_ID: 'externalCall.1'});
    const page = await showControls(made, 'card');
    const select = findA(page, HTMLSelectElement, '#setUiState');
    expect(wordsOf(select.selectedOptions[0]!), 'a state outside of the list').to.equal(
      'Card opened',
    );
    await page.controller.setUiState('redial');
    await page.element.updateComplete;
    expect(select.value).to.equal('redial');

    page.portal.answer = () => Promise.reject(new CallCardError('timeout', ''));
    await page.controller.setUiState('error').catch(() => undefined);
    await page.element.updateComplete;
    expect(select.value).to.equal('error');
    expect(wordsOf(find(page, '.note'))).to.equal('The card has not confirmed this state.');
  });

  it('shows the present title and status text behind empty fields', async () => {
    const page = await showControls(await cardIn('connected'), 'card');
    await page.controller.setTitle('Premium');
    await page.element.updateComplete;
    expect(findA(page, HTMLInputElement, '#setTitle').placeholder).to.equal('Premium');
    expect(findA(page, HTMLInputElement, '#setStatusText').placeholder).to.equal('');
  });
});
