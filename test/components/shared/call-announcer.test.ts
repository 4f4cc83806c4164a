import {expect, fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallStateControlsElement} from '../../../src/components/call-state-controls/call-state-controls.js';
import {CallSummaryElement} from '../../../src/components/call-summary/call-summary.js';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import {CallCardError} from '../../../src/model/call-card-error.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {connected, unconnected} from './page.js';

customElements.define('call-card-context', CallCardContextElement);
customElements.define('call-state-controls', CallStateControlsElement);
customElements.define('call-summary', CallSummaryElement);

/** Both elements in a context, and all that their live regions say. */
async function listenTo(controller: CallCardController): Promise<Announcements> {
  const context = await fixture<CallCardContextElement>(html`
    <call-card-context .controller=${controller}>
      <call-summary></call-summary>
      <call-state-controls></call-state-controls>
    </call-card-context>
  `);
  const elements = [...context.querySelectorAll<CallSummaryElement>(':scope > *')];
  await Promise.all(elements.map(({updateComplete}) => updateComplete));
  return new Announcements(elements.map(({renderRoot}) => renderRoot));
}

class Announcements {
  readonly heard: string[] = [];
  #more: () => void = () => undefined;

  constructor(roots: readonly Node[]) {
    for (const root of roots) {
      new MutationObserver((records) => {
        for (const {target, addedNodes} of records) this.#hear(target, addedNodes);
      }).observe(root, {subtree: true, childList: true, characterData: true});
    }
  }

  /** Resolves when so many things have been said. */
  async count(count: number): Promise<readonly string[]> {
    while (this.heard.length < count) await new Promise<void>((more) => (this.#more = more));
    return this.heard;
  }

  #hear(target: Node, added: NodeList): void {
    const region = (target instanceof Element ? target : target.parentElement)?.closest(
      '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]',
    );
    const words = [...added].map(({textContent}) => textContent?.trim() ?? '').join('');
    if (region === null || region === undefined || words === '') return;
    this.heard.push(words);
    this.#more();
  }
}

describe('what is announced', () => {
  it('is a new call and each state, once for both elements, and never the seconds', async () => {
    const {controller, portal} = await connected('PAGE_BACKGROUND_WORKER');
    const announcements = await listenTo(controller);
    portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    await controller.setUiState('incoming');
    await announcements.count(1);
    await controller.setUiState('connected');
    expect(await announcements.count(2)).to.deep.equal(['Incoming call, +4930123456', 'Talking']);
    const timer = document
      .querySelector('call-summary')
      ?.renderRoot.querySelector('[role="timer"]');
    await new Promise((ticked) => {
      new MutationObserver(ticked).observe(timer!, {childList: true});
    });
    expect(timer!.closest('[role="status"]') === null, 'the seconds').to.equal(true);
    // What is neither a state nor a call changes nothing of this.
    await controller.setMute(true);
    await controller.setUiState('redial');
    expect(await announcements.count(3)).to.deep.equal([
      'Incoming call, +4930123456',
      'Talking',
      'Busy, call again',
    ]);
  });

  it('is the next call though it has the same state', async () => {
    const {controller, portal} = await connected('PAGE_BACKGROUND_WORKER');
    const announcements = await listenTo(controller);
    for (const [count, call] of ['externalCall.1', 'externalCall.2'].entries()) {
      const options = {...CALL_OPTIONS, CALL_ID: call, PHONE_NUMBER: 'hidden'};
      portal.emit('BackgroundCallCard::initialized', options);
      await controller.setUiState('incoming');
      await announcements.count(count + 1);
    }
    expect(announcements.heard).to.deep.equal([
      'Incoming call, Hidden number',
      'Incoming call, Hidden number',
    ]);
  });

  it('is the call that a page finds when it is opened', async () => {
    const announcements = await listenTo((await connected('CALL_CARD')).controller);
    expect(await announcements.count(1)).to.deep.equal(['Connected, +4930123456']);
  });

  it('is why there is no connection', async () => {
    const {controller, portal} = unconnected();
    portal.connection = () => Promise.reject(new CallCardError('not-in-portal', ''));
    const announcements = await listenTo(controller);
    await controller.start();
    expect(await announcements.count(1)).to.deep.equal(['This page works inside Bitrix24 only.']);
  });
});
