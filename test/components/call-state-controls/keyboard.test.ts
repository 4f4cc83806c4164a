import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {cardIn, find, showControls, wordsOf, type ControlsPage} from './controls-page.js';

function focused({element}: ControlsPage): Element | null {
  return element.shadowRoot!.activeElement;
}

function nameOf(element: Element | null): string {
  if (element === null) return '(outside)';
  return element.getAttribute('aria-label') ?? (wordsOf(element) || element.id);
}

/** What gets the focus with each Tab, until it leaves the element. */
async function walk(page: ControlsPage): Promise<string[]> {
  const names: string[] = [];
  for (let steps = 0; steps < 40; steps += 1) {
    await sendKeys({press: 'Tab'});
    const place = focused(page);
    if (place === null) return names;
    names.push(nameOf(place));
    expect(getComputedStyle(place).outlineStyle, `${nameOf(place)} shows its focus`).to.equal(
      'solid',
    );
  }
  throw new Error('The focus does not leave the element.');
}

async function between(made: ControlsPage): Promise<ControlsPage> {
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  made.context.before(before);
  made.context.after(after);
  before.focus();
  return Promise.resolve(made);
}

const STARS = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'];
const CONVERSATION = ['Hang up', 'Hold', 'Mute', 'Transfer', 'Dial pad', ...STARS];

describe('<call-state-controls> by keyboard', () => {
  it('is walked through in the order in which it is read, and left again', async () => {
    const page = await between(await showControls(await cardIn('connected')));
    const card = ['setUiState', 'Set', 'setTitle', 'Set', 'setStatusText', 'Set'];
    const buttons = ['Mute', 'Hold', 'Start timer', 'Stop timer', 'Close card'];
    const states = nameOf(find(page, '#setUiState'));
    const order = [...CONVERSATION, ...card, ...buttons].map((name) =>
      name === 'setUiState' ? states : name,
    );
    expect(await walk(page)).to.deep.equal(order);
  });

  it('opens the transfer and the dial pad, and goes on inside', async () => {
    const page = await between(await showControls(await cardIn('connected'), 'operator'));
    find(page, '[part="transfer"] summary').focus();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Tab'});
    expect(nameOf(focused(page))).to.equal('target');
    find(page, '[part="dial-pad"] summary').focus();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Tab'});
    expect(nameOf(focused(page))).to.equal('1');
    await sendKeys({press: 'Enter'});
    await sendKeys({press: '#'});
    await page.element.updateComplete;
    expect(wordsOf(find(page, '[part="dialled"]'))).to.equal('1#');
  });

  it('takes the focus to nothing that is too small to hit', async () => {
    const page = await showControls(await cardIn('connected'));
    page.element.toggleAttribute('compact', true);
    const targets = [...page.element.renderRoot.querySelectorAll('button, input, select, summary')];
    for (const target of targets) {
      const {width, height} = target.getBoundingClientRect();
      if (height === 0) continue;
      expect(Math.min(width, height), nameOf(target)).to.be.at.least(24);
    }
  });
});
