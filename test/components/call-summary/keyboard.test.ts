import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {CallSummaryElement} from '../../../src/components/call-summary/call-summary.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {connected, unconnected} from '../shared/page.js';
import {part, replaceClipboard, showSummary, words} from './summary-page.js';
import {waitUntil} from '../../support/wait-until.js';

/** What gets the focus with each Tab on the way from a button before the element to one behind it. */
async function walk(element: CallSummaryElement): Promise<readonly string[]> {
  const [before, behind] = [document.createElement('button'), document.createElement('button')];
  element.before(before);
  element.after(behind);
  before.focus();
  const names: string[] = [];
  await sendKeys({press: 'Tab'});
  while (document.activeElement !== behind) {
    const focused = element.shadowRoot?.activeElement;
    if (!(focused instanceof HTMLElement)) throw new Error('The focus went astray.');
    const name = focused.title === '' ? (words(focused) ?? '') : focused.title;
    names.push(name);
    expect(getComputedStyle(focused).outlineStyle, `${name} shows its focus`).to.equal('solid');
    await sendKeys({press: 'Tab'});
  }
  return names;
}

/** All that the element's live regions say from now on. */
function listen(element: CallSummaryElement): readonly string[] {
  const heard: string[] = [];
  new MutationObserver((changes) => {
    for (const {target, addedNodes} of changes) {
      const place = target instanceof Element ? target : target.parentElement;
      const said = [...addedNodes].map(({textContent}) => textContent?.trim() ?? '').join('');
      if (place?.closest('[role="status"]') && said !== '') heard.push(said);
    }
  }).observe(element.renderRoot, {childList: true, characterData: true, subtree: true});
  return heard;
}

describe('<call-summary> by keyboard', () => {
  it('has one stop: the button that copies the number', async () => {
    const element = await showSummary((await connected('CALL_CARD')).controller);
    expect(await walk(element)).to.deep.equal(['Copy the number']);
  });

  it('has no stop before the button that answers while the call rings, and has it back then', async () => {
    const {controller, portal} = await connected('PAGE_BACKGROUND_WORKER');
    const element = await showSummary(controller);
    portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    for (const ringing of ['incoming', 'transferIncoming'] as const) {
      await controller.setUiState(ringing);
      expect(await walk(element), ringing).to.deep.equal([]);
    }
    for (const other of ['outgoing', 'connected', 'error'] as const) {
      await controller.setUiState(other);
      expect(await walk(element), other).to.deep.equal(['Copy the number']);
    }
  });

  it('has no stop where there is nothing to do, and says once whose call it is', async () => {
    const {controller, portal} = await connected('PAGE_BACKGROUND_WORKER');
    const element = await showSummary(controller);
    const heard = listen(element);
    portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, PHONE_NUMBER: 'hidden'});
    await controller.setUiState('incoming');
    await waitUntil(() => heard.length > 0);
    await controller.setMute(true);
    expect(await walk(element)).to.deep.equal([]);
    expect(heard).to.deep.equal(['Incoming call, Hidden number']);
  });

  it('copies with Enter, says so once, and keeps the focus', async () => {
    const copied: string[] = [];
    const restore = replaceClipboard((text) => Promise.resolve(void copied.push(text)));
    const element = await showSummary((await connected('CALL_CARD')).controller);
    const region = element.renderRoot.querySelector('#news');
    await waitUntil(() => words(region) === 'Connected, +4930123456', 'the call is announced');
    const heard = listen(element);
    part(element, 'button')?.focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => heard.length > 0);
    restore();
    await element.updateComplete;
    expect(copied).to.deep.equal(['+4930123456']);
    expect(heard).to.deep.equal(['Copied']);
    const isFocused = element.shadowRoot?.activeElement === part(element, 'button');
    expect(isFocused, 'the focus stays').to.equal(true);
  });

  it('tries to connect again with Enter', async () => {
    const {controller, portal} = unconnected('CALL_CARD');
    portal.connection = () => Promise.reject(new CallCardError('timeout', ''));
    await controller.start();
    const element = await showSummary(controller);
    portal.connection = () => Promise.resolve(portal.session);
    expect(await walk(element)).to.deep.equal(['Try again']);
    part(element, 'button')?.focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => part(element, 'number') !== null, 'the call should be shown');
  });
});
