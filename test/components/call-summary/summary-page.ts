/** A summary in a context, what is in it, and the clipboard that it copies to. */
import {fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallSummaryElement} from '../../../src/components/call-summary/call-summary.js';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';

customElements.define('call-card-context', CallCardContextElement);
customElements.define('call-summary', CallSummaryElement);

/** @param onDrawn - hears of each time that the element has been drawn, from the first one on */
export async function showSummary(
  controller: CallCardController,
  onDrawn: (element: CallSummaryElement) => void = () => undefined,
): Promise<CallSummaryElement> {
  const element = document.createElement('call-summary');
  element.addController({hostUpdated: () => onDrawn(element)});
  await fixture<CallCardContextElement>(html`
    <call-card-context .controller=${controller}>${element}</call-card-context>
  `);
  await element.updateComplete;
  return element;
}

export function part(element: CallSummaryElement, name: string): HTMLElement | null {
  return element.renderRoot.querySelector(`[part="${name}"]`);
}

export function words(element: Element | null): string | undefined {
  return element?.textContent.replace(/\s+/g, ' ').trim();
}

/** Returns the undo. */
export function replaceClipboard(write: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: write}});
  return () => Reflect.deleteProperty(navigator, 'clipboard');
}
