import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {CallStateControlsElement} from '../../../src/components/call-state-controls/call-state-controls.js';
import type {OperatorAction} from '../../../src/model/card/operator-action.js';
import type {AnyUiState} from '../../../src/model/card/ui-state.js';
import {uncaughtWhile} from '../../support/reported-errors.js';
import {waitUntil} from '../../support/wait-until.js';
import {connected, setPageController} from '../shared/page.js';
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

/** Every action that a context tells. */
function hearActions({context}: ControlsPage): OperatorAction[] {
  const heard: OperatorAction[] = [];
  context.addEventListener('call-action', ({action}) => heard.push(action));
  return heard;
}

async function talking(options?: object): Promise<ControlsPage> {
  return showControls(await cardIn('connected', options), 'operator');
}

describe('<call-state-controls controls="operator">', () => {
  describe('shows the buttons of the state', () => {
    const cases: readonly (readonly [AnyUiState, readonly string[]])[] = [
      ['incoming', ['Answer', 'Skip']],
      ['transferIncoming', ['Answer', 'Skip']],
      ['outgoing', ['Call']],
      ['connectingIncoming', ['Hang up']],
      ['connectingOutgoing', ['Hang up']],
      ['connected', ['Dial pad', 'Transfer', 'Hang up', 'Hold', 'Mute']],
      ['transferring', ['Complete transfer', 'Return to the call']],
      ['transferFailed', ['Return to the call']],
      ['transferConnected', ['Hang up']],
      ['error', ['Close']],
      ['moneyError', ['Notify administrator', 'Close']],
      ['redial', ['Call']],
      ['externalCard', ['Close']],
    ];
    for (const [uiState, buttons] of cases) {
      it(`${uiState}: ${buttons.join(', ')}`, async () => {
        const page = await showControls(await cardIn(uiState), 'operator');
        expect(labels(group(page, 'Call'))).to.deep.equal(buttons);
        await expect(page.element).to.be.accessible();
      });
    }

    it('and the next client in a campaign, where the app handles it', async () => {
      const made = await cardIn('error', {CALL_LIST_MODE: 'true'});
      const page = await showControls(made, 'operator');
      expect(labels(group(page, 'Call'))).to.deep.equal(['Close']);
      const stop = made.controller.onAction(() => undefined, {handles: ['next']});
      await page.element.updateComplete;
      expect(labels(group(page, 'Call'))).to.deep.equal(['Close', 'Next client']);
      stop();
      await page.element.updateComplete;
      expect(labels(group(page, 'Call'))).to.deep.equal(['Close']);
      page.context.handles = 'next';
      await page.context.updateComplete;
      await page.element.updateComplete;
      expect(labels(group(page, 'Call'))).to.deep.equal(['Close', 'Next client']);
    });
  });

  it('offers only to hang up, and says why, where the state of the card is not known', async () => {
    const made = await connected('PAGE_BACKGROUND_WORKER');
    // The page was loaded after the card was opened.
    await made.controller.setMute(false);
    const page = await showControls(made, 'operator card');
    expect(labels(group(page, 'Call'))).to.deep.equal(['Hang up']);
    expect(wordsOf(find(page, '.note'))).to.include('reloaded during the call');
    expect(findA(page, HTMLSelectElement, '#setUiState').value).to.equal('');
    await expect(page.element).to.be.accessible();
    const heard = hearActions(page);
    button(group(page, 'Call'), 'Hang up').click();
    expect(heard).to.deep.equal([{name: 'hang-up'}]);
  });

  describe('tells each action once', () => {
    const cases: readonly (readonly [string, AnyUiState, OperatorAction])[] = [
      ['Answer', 'incoming', {name: 'answer'}],
      ['Skip', 'incoming', {name: 'skip'}],
      ['Call', 'redial', {name: 'make-call'}],
      ['Hang up', 'connected', {name: 'hang-up'}],
      ['Hold', 'connected', {name: 'hold', held: true}],
      ['Mute', 'connected', {name: 'mute', muted: true}],
      ['4 stars', 'connected', {name: 'rate-quality', stars: 4}],
      ['Complete transfer', 'transferring', {name: 'complete-transfer'}],
      ['Return to the call', 'transferring', {name: 'cancel-transfer'}],
      ['Notify administrator', 'moneyError', {name: 'notify-admin'}],
      ['Close', 'error', {name: 'close'}],
    ];
    for (const [label, uiState, action] of cases) {
      it(label, async () => {
        const page = await showControls(await cardIn(uiState), 'operator');
        const heard = hearActions(page);
        button(group(page, 'Call'), label).click();
        expect(heard).to.deep.equal([action]);
        expect(page.portal.asked, 'the app decides what the card does').to.deep.equal([]);
      });
    }

    it('without a context to the document, and to the page’s controller', async () => {
      const {controller} = await cardIn('incoming');
      const restore = setPageController(controller);
      const heard: string[] = [];
      const hear = (event: Event): unknown => heard.push(event.type);
      document.addEventListener('call-action', hear);
      const undo = controller.onAction(({action, source}) =>
        heard.push(`${action.name} ${source}`),
      );
      try {
        const element = await fixture<CallStateControlsElement>(
          html`<call-state-controls></call-state-controls>`,
        );
        find({element}, 'button').click();
        expect(heard).to.deep.equal(['call-action', 'answer controls']);
      } finally {
        document.removeEventListener('call-action', hear);
        undo();
        restore();
      }
    });
  });

  describe('a click', () => {
    it('is pending until the card shows the answer', async () => {
      const page = await talking();
      const hold = button(group(page, 'Call'), 'Hold');
      const heard = hearActions(page);
      hold.focus();
      hold.click();
      await page.element.updateComplete;
      expect(hold.ariaBusy).to.equal('true');
      expect(hold.ariaDisabled).to.equal('true');
      expect(hold.ariaPressed, 'not shown as done').to.equal('false');
      expect(page.element.shadowRoot!.activeElement, 'keeps the focus').to.equal(hold);
      hold.click();
      expect(heard, 'does not ask again').to.have.length(1);

      await page.controller.setHold(true);
      await page.element.updateComplete;
      expect(hold.ariaPressed).to.equal('true');
      await settled(hold);
      hold.click();
      expect(heard[1]).to.deep.equal({name: 'hold', held: false});
    });

    it('that the app fails at is taken back at once with its words, as text', async () => {
      const page = await talking();
      const operator = group(page, 'Call');
      page.controller.onAction(() => Promise.reject(new Error('<b>No line.</b>')));
      await uncaughtWhile(async () => {
        const hold = button(operator, 'Hold');
        hold.click();
        expect(await refusal(operator)).to.match(/^Hold: The app could not do this\. <b>No line/);
        expect(hold.hasAttribute('aria-busy')).to.equal(false);
        // Of a digit the card shows nothing, and it is not waited for; its failure is told all the same.
        button(operator, 'Dial pad').click();
        await page.element.updateComplete;
        button(operator, '5').click();
        await waitUntil(() => wordsOf(operator).includes('Dial pad: The app'), 'it should be told');
      });
      await expect(page.element).to.be.accessible();
    });

    it('that nobody answers is taken back with the reason', async () => {
      const page = await talking();
      page.element.answerTime = 0;
      const operator = group(page, 'Call');
      const hangUp = button(operator, 'Hang up');
      hangUp.click();
      expect(await refusal(operator)).to.equal('Hang up: the app has not answered.');
      expect(hangUp.hasAttribute('aria-busy')).to.equal(false);
      expect(hangUp.getAttribute('aria-describedby')).to.equal('operator-status');
      await expect(page.element).to.be.accessible();

      await page.controller.setUiState('transferring');
      await page.element.updateComplete;
      expect(find(page, '#operator-status').textContent, 'and forgotten').to.equal('');
    });

    it('that the page prevents is not waited for', async () => {
      const page = await talking();
      page.element.addEventListener('call-action', (event) => event.preventDefault());
      const heard = hearActions(page);
      const hangUp = button(group(page, 'Call'), 'Hang up');
      hangUp.click();
      await page.element.updateComplete;
      await settled(hangUp);
      expect(heard).to.deep.equal([]);
    });
  });

  it('gives no button the place of another, and keeps the focus in the group', async () => {
    const page = await showControls(await cardIn('incoming'), 'operator');
    const operator = group(page, 'Call');
    const answer = button(operator, 'Answer');
    answer.focus();
    answer.click();
    await page.controller.setUiState('connectingIncoming');
    await page.element.updateComplete;
    expect(button(operator, 'Hang up')).to.not.equal(answer);
    expect(page.element.shadowRoot!.activeElement).to.equal(operator);
  });

  it('dials by the keyboard while the dial pad has the focus', async () => {
    const page = await talking();
    const heard = hearActions(page);
    button(group(page, 'Call'), 'Dial pad').focus();
    await sendKeys({press: 'Enter'});
    for (const key of ['4', '2', '#', 'a']) await sendKeys({press: key});
    expect(heard.map((action) => (action.name === 'dial' ? action.digit : action))).to.deep.equal([
      '4',
      '2',
      '#',
    ]);
    await page.element.updateComplete;
    button(group(page, 'Call'), '5').click();
    expect(heard.at(-1)).to.deep.equal({name: 'dial', digit: '5'});
  });

  it('remembers the stars of this call only', async () => {
    const page = await talking();
    const three = button(group(page, 'Call'), '3 stars');
    three.click();
    button(group(page, 'Call'), '4 stars').click();
    await page.element.updateComplete;
    expect(three.ariaChecked).to.equal('false');
    expect(button(group(page, 'Call'), '4 stars').ariaChecked).to.equal('true');
    page.portal.emit('BackgroundCallCard::initialized', {CALL_ID: 'externalCall.2'});
    await page.controller.setUiState('connected');
    await page.element.updateComplete;
    expect(button(group(page, 'Call'), '4 stars').ariaChecked).to.equal('false');
  });

  it('works when it is removed and put back, and in another context', async () => {
    const first = await talking();
    const second = await talking();
    const {element} = first;
    button(group(first, 'Call'), 'Hang up').click();
    element.remove();
    second.context.append(element);
    await element.updateComplete;
    const [here, there] = [hearActions(second), hearActions(first)];
    button(group(first, 'Call'), 'Hang up').click();
    expect(here).to.deep.equal([{name: 'hang-up'}]);
    expect(there).to.deep.equal([]);
  });
});
