/** Puts a panel on the page, over a portal in memory with a small CRM. */
import {fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CrmEntityPanelElement} from '../../../src/components/crm-entity-panel/crm-entity-panel.js';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
// Fetched beforehand: a test has no time for that on a busy machine.
import '../../../src/crm/request/record-loader.js';
import {FakeCrm} from '../../crm/fake-crm.js';
import {CALL_OPTIONS, fakeSession} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';
import {controllerOver} from '../../support/controller-over.js';

customElements.get('call-card-context') ??
  customElements.define('call-card-context', CallCardContextElement);
customElements.get('crm-entity-panel') ??
  customElements.define('crm-entity-panel', CrmEntityPanelElement);

export interface PanelSetup {
  /** Prepares the portal before it is asked. */
  readonly prepare?: (crm: FakeCrm) => void;
  readonly placement?: string;
  readonly options?: unknown;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Shown {
  readonly crm: FakeCrm;
  readonly controller: CallCardController;
  readonly panel: CrmEntityPanelElement;
  readonly root: ShadowRoot;
}

/** Options of a call that is linked to nothing. */
export const UNLINKED = {
  ...CALL_OPTIONS,
  CRM_ENTITY_TYPE: '',
  CRM_ENTITY_ID: '0',
  CRM_BINDINGS: [],
};

/** A panel that has begun to connect; `settled` waits for its picture. */
export async function show(setup: PanelSetup = {}): Promise<Shown> {
  const crm = new FakeCrm();
  crm.portal.session = fakeSession(setup.placement, setup.options ?? CALL_OPTIONS);
  setup.prepare?.(crm);
  const controller = controllerOver(crm.portal, {timeLimit: 50});
  const panel = document.createElement('crm-entity-panel');
  for (const [name, value] of Object.entries(setup.attributes ?? {})) {
    panel.setAttribute(name, value);
  }
  await fixture(html`<call-card-context .controller=${controller}>${panel}</call-card-context>`);
  void controller.start();
  await panel.updateComplete;
  const root = panel.shadowRoot;
  if (root === null) throw new Error('The panel has no shadow root.');
  return {crm, controller, panel, root};
}

/** The same, with its final picture. */
export async function shown(setup: PanelSetup = {}): Promise<Shown> {
  const made = await show(setup);
  await settled(made);
  return made;
}

/** Waits until the panel neither connects nor loads, and has all names. */
export async function settled({panel, root}: Shown): Promise<void> {
  await waitUntil(
    () =>
      root.querySelector('section')?.getAttribute('aria-busy') === 'false' &&
      root.querySelector('[part=pending]') === null,
  );
  await panel.updateComplete;
}

/** The words in an element, with single spaces. */
export function wordsOf(node: Element | ShadowRoot | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function part(root: ShadowRoot, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[part='${name}']`);
}

/** The labels with the words of their values. */
export function rows(root: ShadowRoot): Record<string, string> {
  return Object.fromEntries(
    [...root.querySelectorAll('[part=field]')].map((field) => [
      wordsOf(field.querySelector('dt')),
      wordsOf(field.querySelector('dd')),
    ]),
  );
}
