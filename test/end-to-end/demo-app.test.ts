/**
 * The demo's own app: what somebody who tries it presses does what it says. The app is on the portal's
 * origin here, so that the test can look into its pages as they are.
 */
import {expect} from '@open-wc/testing';
import {CALLS} from '../../demo/scenarios.js';
import type {} from '../../src/entries/index.js';
import {LEAD} from '../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {portalsOfATest} from '../simulator/portal/remote-app.js';
import {waitUntil} from '../support/wait-until.js';

const APP = `${location.origin}/demo/app`;
const PATIENCE = {timeout: 15_000};

/** As long as the demo's line takes to connect. */
const CONNECTING_MS = 700;

type FrameWindow = Window & typeof globalThis;

describe('the demo’s worker', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let line: HeldTimers;
  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({
      backend,
      appOrigin: location.origin,
      worker: {url: `${APP}/worker.html`},
    });
    const worker = await portal.openWorker();
    await portal.whenBound(worker, 'BackgroundCallCard::initialized');
    line = new HeldTimers(windowOf(worker), CONNECTING_MS);
  });
  afterEach(() => backend.dispose());

  const showsState = (uiState: string): Promise<void> =>
    waitUntil(
      () => portal.card?.card.uiState === uiState,
      `the card should be ${uiState}`,
      PATIENCE,
    );
  const ring = async (): Promise<void> => {
    portal.startCall(CALLS.incoming.setup);
    await showsState('incoming');
  };
  const answer = async (): Promise<void> => {
    portal.click({name: 'answer'});
    await showsState('connectingIncoming');
    await waitUntil(() => line.count === 1, 'the line should be connecting', PATIENCE);
  };
  /** The states and the end of cards, in the order in which the worker sent them. */
  const sent = (): readonly string[] =>
    portal.timeline.entries.flatMap(({about, direction, text}) => {
      if (direction !== 'to-portal') return [];
      if (about === 'CallCardClose') return ['close'];
      if (about !== 'CallCardSetUiState') return [];
      return /"uiState":"(\w+)"/.exec(text)?.slice(1) ?? [];
    });

  it('says that the call is connected when its line is', async () => {
    await ring();
    await answer();
    line.run();
    await showsState('connected');
    expect(sent()).to.deep.equal(['incoming', 'connectingIncoming', 'connected']);
  });

  it('sends no further state of a call that is hung up while it connects', async () => {
    await ring();
    await answer();
    // As long as the portal has not answered, the worker can't know from it that the card is gone.
    portal.faults.plan('CallCardClose', {kind: 'hold', key: 'close'});
    portal.click({name: 'hang-up'});
    await waitUntil(() => portal.faults.heldCount('close') === 1, 'it should close', PATIENCE);
    line.run();
    // Messages keep their order: a late state comes before what the next call brings about.
    await ring();
    expect(sent()).to.deep.equal(['incoming', 'connectingIncoming', 'close', 'incoming']);
  });
});

describe('the demo’s tab with an unknown caller', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  const caller = CALLS.unknown.setup.phoneNumber;
  let backend: PortalBackend;
  let frame: PortalFrame;
  beforeEach(async () => {
    backend = await PortalBackend.create();
    const portal = makePortal({backend, appOrigin: location.origin});
    portal.startCall(CALLS.unknown.setup);
    frame = await portal.openFrame({url: `${APP}/card.html`, placement: 'CALL_CARD'});
    await offers('Create a lead');
  });
  afterEach(() => backend.dispose());

  const find = <K extends 'button' | 'call-notes' | 'crm-entity-panel'>(
    tag: K,
  ): HTMLElementTagNameMap[K] => {
    const found = windowOf(frame).document.querySelector(tag);
    if (found === null) throw new Error(`The tab has no <${tag}>.`);
    return found;
  };
  const offers = async (words: string | RegExp): Promise<void> => {
    const isOffered = (): boolean => {
      const shown = windowOf(frame).document.querySelector('button');
      if (shown?.checkVisibility() !== true || shown.disabled) return false;
      return typeof words === 'string' ? shown.innerText === words : words.test(shown.innerText);
    };
    await waitUntil(isOffered, `the tab should offer ${String(words)}`, PATIENCE);
  };
  const showsLead = (): Promise<void> =>
    waitUntil(
      () => textIn(find('crm-entity-panel')).includes(`Call from ${caller}`),
      'the panel should show the lead',
      PATIENCE,
    );
  /** What was asked of `crm.item.add` so far. */
  const added = async (): Promise<readonly unknown[]> => {
    const calls = (await backend.requests()).flatMap((request) => request.calls);
    return calls.filter(({method}) => method === 'crm.item.add').map((call) => call.parameters);
  };

  it('makes one lead for the caller on a double click, and shows it', async () => {
    await backend.addFault({kind: 'hold', key: 'add', method: 'crm.item.add'});
    await backend.addFault({kind: 'hold', key: 'read', method: 'batch'});
    find('button').click();
    await backend.held('add');
    find('button').click();
    await backend.release('add');
    await backend.held('read');
    expect(find('button').checkVisibility(), 'it can be pressed again').to.equal(false);
    await backend.release('read');
    await showsLead();
    expect(await added()).to.deep.equal([
      {
        // It travels in a form.
        entityTypeId: String(LEAD),
        fields: {
          title: `Call from ${caller}`,
          fm: {n0: {typeId: 'PHONE', value: caller}},
        },
      },
    ]);
    // The notes become an element only after the panel has shown the record.
    const notes = find('call-notes');
    await waitUntil(() => notes.entityType === 'LEAD', 'notes should be the lead’s', PATIENCE);
    const lead = await backend.record(LEAD, Number(notes.entityId));
    expect(lead?.['title']).to.equal(`Call from ${caller}`);
  });

  it('says why there is no lead, and makes it on the next click', async () => {
    const refusal = {kind: 'error', code: 'ACCESS_DENIED', description: 'No more leads'} as const;
    await backend.addFault({...refusal, method: 'crm.item.add', times: 1});
    find('button').click();
    await offers(/^Create a lead \(.*No more leads.*\)$/);
    find('button').click();
    await showsLead();
    expect(await added()).to.have.length(2);
  });
});

/** Timers of a page that end when the test says so: those that were set for a certain time. */
class HeldTimers {
  #held: readonly (() => void)[] = [];

  constructor(window: FrameWindow, heldMs: number) {
    const start = window.setTimeout.bind(window) as (run: () => void, ms?: number) => number;
    const hold = (run: () => void, ms?: number): number => {
      if (ms !== heldMs) return start(run, ms);
      this.#held = [...this.#held, run];
      return 0;
    };
    Object.assign(window, {setTimeout: hold});
  }

  get count(): number {
    return this.#held.length;
  }

  run(): void {
    const held = this.#held;
    this.#held = [];
    for (const each of held) each();
  }
}

function windowOf({element, name}: PortalFrame): FrameWindow {
  const window = element?.contentWindow;
  if (!window) throw new Error(`${name} is not there.`);
  return window as FrameWindow;
}

/** The text of an element's shadow root, and of those in it. */
function textIn(element: Element): string {
  const inner = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  const deeper = inner.filter(({shadowRoot}) => shadowRoot !== null).map(textIn);
  return [element.shadowRoot?.textContent ?? '', ...deeper].join(' ');
}
