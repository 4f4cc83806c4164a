import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {OperatorAction} from '../../../../src/model/card/operator-action.js';
import type {AnyUiState} from '../../../../src/model/card/ui-state.js';
import {cardIn, find, showControls, type ControlsPage} from '../controls-page.js';

async function show(
  uiState: AnyUiState,
  shortcuts = true,
): Promise<ControlsPage & {heard: OperatorAction[]}> {
  const page = await showControls(await cardIn(uiState), 'operator');
  page.element.shortcuts = shortcuts;
  await page.element.updateComplete;
  const heard: OperatorAction[] = [];
  page.context.addEventListener('call-action', ({action}) => heard.push(action));
  return {...page, heard};
}

describe('<call-state-controls shortcuts>', () => {
  const cases: readonly (readonly [string, AnyUiState, OperatorAction])[] = [
    ['F2', 'incoming', {name: 'answer'}],
    ['F9', 'incoming', {name: 'skip'}],
    ['F2', 'redial', {name: 'make-call'}],
    ['F4', 'connected', {name: 'hold', held: true}],
    ['F8', 'connected', {name: 'mute', muted: true}],
    ['F9', 'connected', {name: 'hang-up'}],
  ];
  for (const [key, uiState, action] of cases) {
    it(`${key} in ${uiState}: ${action.name}, as its button says`, async () => {
      const {element, heard} = await show(uiState);
      const button = find({element}, `[aria-keyshortcuts="${key}"]`);
      expect(button.querySelector('kbd')?.textContent).to.equal(key);
      await sendKeys({press: key});
      expect(heard).to.deep.equal([action]);
      await expect(element).to.be.accessible();
    });
  }

  it('are not there unless they are wanted', async () => {
    const {element, heard} = await show('connected', false);
    await sendKeys({press: 'F9'});
    expect(heard).to.deep.equal([]);
    expect(element.renderRoot.querySelector('kbd, [aria-keyshortcuts]') === null).to.equal(true);
  });

  it('leave other keys and combinations to the browser', async () => {
    const {heard} = await show('connected');
    const pressed = new KeyboardEvent('keydown', {key: 'F4', altKey: true, cancelable: true});
    document.dispatchEvent(pressed);
    const other = new KeyboardEvent('keydown', {key: 'F5', cancelable: true});
    document.dispatchEvent(other);
    expect(heard).to.deep.equal([]);
    expect([pressed, other].map(({defaultPrevented}) => defaultPrevented)).to.deep.equal([
      false,
      false,
    ]);
  });

  it('press no button twice: not while it is pending, not for a second element', async () => {
    const {context, element, heard} = await show('connected');
    const second = document.createElement('call-state-controls');
    second.shortcuts = true;
    context.append(second);
    await second.updateComplete;
    await sendKeys({press: 'F9'});
    await element.updateComplete;
    await sendKeys({press: 'F9'});
    expect(heard).to.deep.equal([{name: 'hang-up'}]);
  });

  it('are gone with the element', async () => {
    const {element, heard} = await show('connected');
    element.remove();
    await sendKeys({press: 'F9'});
    expect(heard).to.deep.equal([]);
  });
});
