import {expect, fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallNotesElement} from '../../../src/components/call-notes/call-notes.js';
import {CallStateControlsElement} from '../../../src/components/call-state-controls/call-state-controls.js';
import {CallSummaryElement} from '../../../src/components/call-summary/call-summary.js';
import {CrmEntityPanelElement} from '../../../src/components/crm-entity-panel/crm-entity-panel.js';
import type {TemplateResult} from 'lit';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {connected, unconnected} from './page.js';

customElements.define('call-card-context', CallCardContextElement);
customElements.define('call-notes', CallNotesElement);
customElements.define('call-state-controls', CallStateControlsElement);
customElements.define('call-summary', CallSummaryElement);
customElements.define('crm-entity-panel', CrmEntityPanelElement);

const SUMMARY_AND_CONTROLS = html`<call-summary></call-summary>
  <call-state-controls></call-state-controls>`;

/** Elements in a context, and all that their live regions say. */
async function listenTo(
  controller: CallCardController,
  inside: TemplateResult = SUMMARY_AND_CONTROLS,
): Promise<Announcements> {
  const context = await fixture<CallCardContextElement>(
    html`<call-card-context .controller=${controller}>${inside}</call-card-context>`,
  );
  const elements = [...context.querySelectorAll<CallSummaryElement>(':scope > *')];
  await Promise.all(elements.map(({updateComplete}) => updateComplete));
  return new Announcements(elements.map(({renderRoot}) => renderRoot));
}

const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';

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

  /** What changes in a region, and a region that comes with words in it. */
  #hear(target: Node, added: NodeList): void {
    const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
    const spoken = [...added].flatMap((node) => (region ? [node] : liveIn(node)));
    const words = spoken.map(({textContent}) => textContent?.replace(/\s+/g, ' ').trim()).join('');
    if (words === '') return;
    this.heard.push(words);
    this.#more();
  }
}

function liveIn(node: Node): readonly Node[] {
  if (!(node instanceof Element)) return [];
  return [...(node.matches(LIVE) ? [node] : []), ...node.querySelectorAll(LIVE)];
}

describe('what is announced', () => {
  it('is a new call and each state, once for both elements, and never the seconds', async () => {
    const {controller, portal} = await connected('PAGE_BACKGROUND_WORKER');
    const announcements = await listenTo(controller);
    portal.emit('BackgroundCallCard::initialized', CALL_OPTIONS);
    await controller.setUiState('incoming');
    await announcements.count(1);
    await controller.setUiState('connected');
    expect(await announcements.count(2)).to.deep.equal(['Incoming call, +4930123456', 'Connected']);
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
      'Connected',
      'Call ended',
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

  it('is why there is no connection once for all four elements, and again after each attempt', async () => {
    const {controller, portal} = unconnected();
    portal.connection = () => Promise.reject(new CallCardError('timeout', ''));
    const all = html`${SUMMARY_AND_CONTROLS}<crm-entity-panel></crm-entity-panel
      ><call-notes></call-notes>`;
    const announcements = await listenTo(controller, all);
    const failed = 'Bitrix24 did not answer in time.';
    for (const attempt of [1, 2]) {
      await controller.start();
      await announcements.count(attempt * 2 - 1);
    }
    // The panel says that it loads.
    const loading = 'Loading the record…';
    expect(announcements.heard).to.deep.equal([failed, loading, failed]);
  });

  for (const [name, alone] of [
    ['crm-entity-panel', html`<crm-entity-panel></crm-entity-panel>`],
    ['call-notes', html`<call-notes></call-notes>`],
  ] as const) {
    it(`is told by <${name}> alone: why there is no connection, and nothing of the call`, async () => {
      const {controller, portal} = unconnected('CALL_CARD');
      portal.connection = () => Promise.reject(new CallCardError('not-in-portal', ''));
      const announcements = await listenTo(controller, alone);
      await controller.start();
      expect(await announcements.count(1)).to.deep.equal(['This page works inside Bitrix24 only.']);
    });
  }
});
