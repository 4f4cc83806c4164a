/** A page with a context and the notes in it, and what the operator does there. */
import {fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallNotesElement} from '../../../src/components/call-notes/call-notes.js';
import {CallCardError, type CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';
import type {RestAnswer} from '../../../src/model/portal/rest-answer.js';
import type {RequestParameters} from '../../../src/portal/portal.js';
import type {FakePortal} from '../../support/fake-portal.js';
import {connected, type Connected} from '../shared/page.js';
import {waitUntil} from '../../support/wait-until.js';

customElements.define('call-card-context', CallCardContextElement);
customElements.define('call-notes', CallNotesElement);

export const ADD = 'crm.timeline.comment.add';

export interface NotesPage extends Connected {
  readonly context: CallCardContextElement;
  readonly element: CallNotesElement;
}

/** The tab of a call with contact 17, whose timeline takes comments. */
export async function notesPage(options?: object, made?: Connected): Promise<NotesPage> {
  const page = made ?? (await connected('CALL_CARD', options));
  if (made === undefined) takeComments(page.portal);
  const context = await fixture<CallCardContextElement>(html`
    <call-card-context .controller=${page.controller}><call-notes></call-notes></call-card-context>
  `);
  const element = context.querySelector('call-notes');
  if (element === null) throw new Error('There are no notes.');
  await element.updateComplete;
  return {...page, context, element};
}

export function takeComments(portal: FakePortal): void {
  answerComments(portal, () => Promise.resolve({result: 999, total: null, next: null}));
}

export function refuseComments(portal: FakePortal, code: CallCardErrorCode): void {
  answerComments(portal, () => Promise.reject(new CallCardError(code, '')));
}

/** Answers what is added to a timeline in which there is nothing. */
export function answerComments(portal: FakePortal, answer: () => Promise<RestAnswer>): void {
  portal.restAnswer = (method) =>
    method === ADD ? answer() : Promise.resolve({result: [], total: 0, next: null});
}

/** The comments that were sent, with the record's type and number. */
export function comments({requests}: FakePortal): readonly unknown[] {
  const added = requests.filter(({method}) => method === ADD);
  return added.map(({parameters}: {parameters: RequestParameters}) => parameters['fields']);
}

export function field({renderRoot}: CallNotesElement): HTMLTextAreaElement {
  const found = renderRoot.querySelector('textarea');
  if (found === null) throw new Error('There is no field.');
  return found;
}

export async function type(element: CallNotesElement, text: string): Promise<void> {
  const input = field(element);
  input.value = text;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await element.updateComplete;
}

export function list({renderRoot}: CallNotesElement): HTMLSelectElement {
  const found = renderRoot.querySelector('select');
  if (found === null) throw new Error('There is no list.');
  return found;
}

export async function choose(element: CallNotesElement, value: string): Promise<void> {
  list(element).value = value;
  list(element).dispatchEvent(new Event('change', {bubbles: true}));
  await element.updateComplete;
}

export function button({renderRoot}: CallNotesElement, label = 'Save'): HTMLButtonElement {
  const all = [...renderRoot.querySelectorAll('button')];
  const found = all.find(({textContent}) => textContent.trim() === label);
  if (found === undefined) throw new Error(`There is no button ${label}.`);
  return found;
}

export function status({renderRoot}: CallNotesElement): string {
  return words(renderRoot.querySelector('#status'));
}

/** Resolves when the status says it. */
export async function says(element: CallNotesElement, expected: string): Promise<void> {
  const message = (): string => `“${expected}” was expected, it says “${status(element)}”`;
  await waitUntil(() => status(element).includes(expected), 'the status', {interval: 1}).catch(
    () => {
      throw new Error(message());
    },
  );
}

export function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Denies session storage as some browsers do in frames of other sites. Returns the undo. */
export function denyStorage(): () => void {
  Object.defineProperty(window, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  return () => Reflect.deleteProperty(window, 'sessionStorage');
}
