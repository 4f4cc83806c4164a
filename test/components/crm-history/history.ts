/** Puts a history on the page, with a panel or alone, over a portal in memory and histories of the test. */
import {fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CrmEntityPanelElement} from '../../../src/components/crm-entity-panel/crm-entity-panel.js';
import {CrmHistoryElement} from '../../../src/components/crm-history/crm-history.js';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
// Fetched beforehand: a test has no time for that on a busy machine.
import '../../../src/crm/request/record-loader.js';
import type {CrmActivity, CrmHistory, HistoryOptions, OpenItem} from '../../../src/crm/history.js';
import type {EntityRef} from '../../../src/model/entity/entity-ref.js';
import {FakeCrm} from '../../crm/fake-crm.js';
import {controllerOver} from '../../support/controller-over.js';
import {CALL_OPTIONS, fakeSession} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';

for (const [tag, element] of Object.entries({
  'call-card-context': CallCardContextElement,
  'crm-entity-panel': CrmEntityPanelElement,
  'crm-history': CrmHistoryElement,
})) {
  customElements.get(tag) ?? customElements.define(tag, element);
}

export interface Asked {
  readonly ref: EntityRef;
  readonly options: HistoryOptions;
}

export interface HistorySetup {
  /** Prepares the portal before it is asked. */
  readonly prepare?: (crm: FakeCrm) => void;
  readonly placement?: string;
  readonly options?: unknown;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Answers when a history is asked for; by default with one call. */
  readonly answer?: (asked: Asked) => Promise<CrmHistory>;
  readonly withPanel?: boolean;
}

export interface Shown {
  readonly crm: FakeCrm;
  readonly controller: CallCardController;
  readonly element: CrmHistoryElement;
  readonly panel: CrmEntityPanelElement;
  readonly root: ShadowRoot;
  /** The histories that were asked for. */
  readonly asked: readonly Asked[];
}

/** A history that has begun to connect; `settled` waits for its picture. */
export async function show(setup: HistorySetup = {}): Promise<Shown> {
  const {answer = ({ref}) => Promise.resolve(history({ref, past: [activity()]}))} = setup;
  const crm = new FakeCrm();
  crm.portal.session = fakeSession(setup.placement, setup.options ?? CALL_OPTIONS);
  setup.prepare?.(crm);
  const controller = controllerOver(crm.portal, {timeLimit: 50});
  const asked: Asked[] = [];
  controller.crm.history = (ref, options = {}) => {
    asked.push({ref, options});
    return answer({ref, options});
  };
  const element = document.createElement('crm-history');
  const panel = document.createElement('crm-entity-panel');
  for (const [name, value] of Object.entries(setup.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  await fixture(
    html`<call-card-context .controller=${controller}
      >${setup.withPanel === true ? panel : null}${element}</call-card-context
    >`,
  );
  void controller.start();
  await element.updateComplete;
  const root = element.shadowRoot;
  if (root === null) throw new Error('The history has no shadow root.');
  return {crm, controller, element, panel, root, asked};
}

/** The same, with its final picture. */
export async function shown(setup: HistorySetup = {}): Promise<Shown> {
  const made = await show(setup);
  await settled(made);
  return made;
}

/** Waits until the history neither connects nor loads. */
export async function settled({element, root}: Shown): Promise<void> {
  await waitUntil(() => root.querySelector('.card')?.getAttribute('aria-busy') === 'false');
  await element.updateComplete;
}

export function activity(more: Partial<CrmActivity> = {}): CrmActivity {
  return {
    id: 1,
    kind: 'call',
    providerId: 'VOXIMPLANT_CALL',
    providerTypeId: 'CALL',
    direction: 'incoming',
    outcome: 'answered',
    subject: 'About the filters',
    description: '',
    start: Date.UTC(2026, 2, 1, 9, 30),
    end: null,
    deadline: null,
    durationSeconds: null,
    isCompleted: true,
    isOverdue: false,
    responsible: null,
    owner: {typeId: 3, id: 17},
    path: '/crm/contact/details/17/',
    transcript: null,
    ...more,
  };
}

/** Activities with the ids from `first` on. */
export function activities(first: number, count: number): readonly CrmActivity[] {
  return Array.from({length: count}, (_, index) =>
    activity({id: first + index, subject: `Call ${first + index}`}),
  );
}

export function openItem(more: Partial<OpenItem> = {}): OpenItem {
  return {
    ref: {typeId: 2, id: 25},
    title: 'Office chairs',
    typeName: null,
    stage: {id: 'NEW', name: 'Offer sent', color: '#ffa900', outcome: 'process'},
    amount: 1500,
    currency: 'EUR',
    amountText: '€1,500',
    responsible: {id: 6, name: 'Jonas Becker'},
    path: '/crm/deal/details/25/',
    ...more,
  };
}

export function history(more: Partial<CrmHistory> = {}): CrmHistory {
  const made: CrmHistory = {
    ref: {typeId: 3, id: 17},
    owners: [],
    planned: [],
    past: [],
    hasMore: false,
    loadMore: () => Promise.resolve(made),
    openItems: [],
    recentCalls: null,
    currentActivity: null,
    problems: [],
    locale: 'en',
    timeZone: 'UTC',
    loadedAt: 0,
    isOld: false,
    ...more,
  };
  return made;
}

/** The words in an element, with single spaces. */
export function wordsOf(node: Element | ShadowRoot | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function part(root: ShadowRoot, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[part~='${name}']`);
}

/** The words of each entry of a list. */
export function entriesOf(root: ShadowRoot, list: string): readonly string[] {
  return [...root.querySelectorAll(`[part='${list}'] li`)].map(wordsOf);
}
