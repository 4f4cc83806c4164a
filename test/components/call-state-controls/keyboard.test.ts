import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  button,
  cardIn,
  find,
  group,
  showControls,
  wordsOf,
  type ControlsPage,
} from './controls-page.js';

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

describe('<call-state-controls> by keyboard', () => {
  it('has one stop for the buttons, one for the stars, and is left again', async () => {
    const page = await between(await showControls(await cardIn('connected')));
    const states = nameOf(find(page, '#setUiState'));
    expect(await walk(page)).to.deep.equal([
      'Dial pad',
      '1 star',
      states,
      'Set',
      'setTitle',
      'Set',
      'setStatusText',
      'Set',
      'Mute',
    ]);
  });

  it('comes to Answer first while it rings', async () => {
    const page = await between(await showControls(await cardIn('incoming'), 'operator'));
    expect(await walk(page)).to.deep.equal(['Answer']);
  });

  it('goes from button to button with the arrow keys, and comes back to the last one', async () => {
    const page = await between(await showControls(await cardIn('connected'), 'operator'));
    page.element.style.inlineSize = '400px';
    await sendKeys({press: 'Tab'});
    const steps: readonly (readonly [string, string])[] = [
      ['ArrowRight', 'Transfer'],
      ['ArrowRight', 'Hang up'],
      ['ArrowDown', 'Hold'],
      ['ArrowRight', 'Mute'],
      ['ArrowRight', 'Dial pad'],
      ['ArrowLeft', 'Mute'],
      ['ArrowUp', 'Hang up'],
      ['Home', 'Dial pad'],
      ['End', 'Mute'],
    ];
    for (const [key, name] of steps) {
      await sendKeys({press: key});
      expect(nameOf(focused(page)), key).to.equal(name);
    }
    await sendKeys({press: 'Tab'});
    expect(nameOf(focused(page))).to.equal('1 star');
    const {previousElementSibling: before} = page.context;
    if (before instanceof HTMLElement) before.focus();
    await sendKeys({press: 'Tab'});
    expect(nameOf(focused(page))).to.equal('Mute');
  });

  it('goes the other way where people write from right to left', async () => {
    const page = await between(await showControls(await cardIn('connected'), 'operator'));
    page.element.dir = 'rtl';
    page.element.requestUpdate();
    await page.element.updateComplete;
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'ArrowLeft'});
    expect(nameOf(focused(page))).to.equal('Transfer');
  });

  it('looks at the stars with arrow keys, and rates with Enter', async () => {
    const page = await between(await showControls(await cardIn('connected'), 'operator'));
    const heard: string[] = [];
    page.context.addEventListener('call-action', ({action}) => heard.push(JSON.stringify(action)));
    for (const press of ['Tab', 'Tab', 'ArrowRight', 'ArrowRight', 'ArrowDown']) {
      await sendKeys({press});
    }
    expect(heard).to.deep.equal([]);
    await sendKeys({press: 'Enter'});
    await page.element.updateComplete;
    expect(heard).to.deep.equal(['{"name":"rate-quality","stars":4}']);
    const radios = [...page.element.renderRoot.querySelectorAll('[role="radio"]')];
    expect(radios.map(({ariaChecked}) => ariaChecked)).to.deep.equal([
      'false',
      'false',
      'false',
      'true',
      'false',
    ]);
  });

  it('opens the dial pad, a grid with one stop, and dials in it', async () => {
    const page = await between(await showControls(await cardIn('connected'), 'operator'));
    for (const press of ['Tab', 'Enter', 'Tab']) await sendKeys({press});
    expect(nameOf(focused(page))).to.equal('1');
    for (const press of ['ArrowDown', 'ArrowRight']) await sendKeys({press});
    expect(nameOf(focused(page))).to.equal('5');
    await sendKeys({press: 'Enter'});
    await sendKeys({press: '#'});
    await page.element.updateComplete;
    expect(wordsOf(find(page, '[part="dialled"]'))).to.equal('5#');
    await sendKeys({press: 'Tab'});
    expect(nameOf(focused(page))).to.equal('1 star');
    button(group(page, 'Call'), '5').focus();
    await sendKeys({press: 'Escape'});
    await page.element.updateComplete;
    expect(nameOf(focused(page))).to.equal('Dial pad');
    expect(page.element.renderRoot.querySelector('#dial-pad') === null).to.equal(true);
  });

  it('takes the focus to nothing that is too small to hit', async () => {
    const page = await showControls(await cardIn('connected'));
    page.element.toggleAttribute('compact', true);
    const targets = [...page.element.renderRoot.querySelectorAll('button, input, select')];
    for (const target of targets) {
      const {width, height} = target.getBoundingClientRect();
      if (height === 0) continue;
      expect(Math.min(width, height), nameOf(target)).to.be.at.least(24);
    }
  });
});
