/** Registers the elements. The only module of the kit that a page of elements must import. */
import {CallCardContextElement} from './components/call-card-context/call-card-context.js';
import {CallStateControlsElement} from './components/call-state-controls/call-state-controls.js';
import {CallSummaryElement} from './components/call-summary/call-summary.js';

// The context is first, so that the others find it upgraded.
register('call-card-context', CallCardContextElement);
register('call-summary', CallSummaryElement);
register('call-state-controls', CallStateControlsElement);

/** A tag that is taken stays as it is: by another copy of the kit, or by the page. */
function register(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (present === undefined) customElements.define(tag, element);
  else if (present !== element) {
    console.warn(`call-card-kit: <${tag}> is registered already; that class stays in use.`);
  }
}
