/** A page with a context and the controls in it, and what a person finds on it. */
import {fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallStateControlsElement} from '../../../src/components/call-state-controls/call-state-controls.js';
import type {AnyUiState} from '../../../src/model/card/ui-state.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {connected, type Connected} from '../shared/page.js';
import {waitUntil} from '../../support/wait-until.js';

customElements.define('call-card-context', CallCardContextElement);
customElements.define('call-state-controls', CallStateControlsElement);

export interface ControlsPage extends Connected {
  readonly context: CallCardContextElement;
  readonly element: CallStateControlsElement;
}

export async function showControls(
  made: Connected,
  controls = 'operator card',
): Promise<ControlsPage> {
  const context = await fixture<CallCardContextElement>(html`
    <call-card-context .controller=${made.controller}>
      <call-state-controls controls=${controls}></call-state-controls>
    </call-card-context>
  `);
  const element = context.querySelector('call-state-controls');
  if (element === null) throw new Error('There are no controls.');
  await element.updateComplete;
  return {...made, context, element};
}

/** A worker whose card is in the given state. */
export async function cardIn(uiState: AnyUiState, options: object = {}): Promise<Connected> {
  const made = await connected('PAGE_BACKGROUND_WORKER');
  made.portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, ...options});
  await made.controller.setUiState(uiState);
  made.portal.asked.length = 0;
  return made;
}

interface Shown {
  readonly element: CallStateControlsElement;
}

export function find({element}: Shown, selector: string): HTMLElement {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
}

/** The same for an element of a certain class. */
export function findA<T extends HTMLElement>(
  page: Shown,
  type: abstract new () => T,
  selector: string,
): T {
  const found = find(page, selector);
  if (found instanceof type) return found;
  throw new Error(`${selector} is no ${type.name}.`);
}

/** Resolves when a request is not pending any more. */
export async function settled(asking: HTMLButtonElement): Promise<void> {
  await waitUntil(() => !asking.hasAttribute('aria-busy'), 'it is pending', {interval: 1});
}

export function group(page: ControlsPage, name: 'Call' | 'Call card'): HTMLElement {
  return find(page, `[role="group"][aria-label="${name}"]`);
}

/** What each button of a group says. */
export function labels(inside: HTMLElement): string[] {
  return [...inside.querySelectorAll<HTMLElement>('.row > button')].map(wordsOf);
}

export function button(inside: HTMLElement, label: string): HTMLButtonElement {
  const all = [...inside.querySelectorAll('button')];
  const found = all.find((each) => wordsOf(each) === label || each.ariaLabel === label);
  if (found === undefined) throw new Error(`There is no button ${label}.`);
  return found;
}

export function wordsOf(element: Element): string {
  return element.textContent.trim();
}

/** Resolves with the words of a group's status line as soon as there are any. */
export function refusal(inside: HTMLElement): Promise<string> {
  const line = inside.querySelector('[part="status"]');
  if (line === null) throw new Error('There is no status line.');
  return new Promise((resolve) => {
    const look = (): void => {
      if (wordsOf(line) === '') return;
      observer.disconnect();
      resolve(wordsOf(line));
    };
    const observer = new MutationObserver(look);
    observer.observe(line, {childList: true, characterData: true, subtree: true});
    look();
  });
}
