/** Registers the elements. The only module of the kit that a page of elements must import. */
import {CallCardContextElement} from '../components/call-card-context/call-card-context.js';
import {CallNotesElement} from '../components/call-notes/call-notes.js';
import {CallStateControlsElement} from '../components/call-state-controls/call-state-controls.js';
import {CallSummaryElement} from '../components/call-summary/call-summary.js';
import {CrmEntityPanelElement} from '../components/crm-entity-panel/crm-entity-panel.js';
import {CrmHistoryElement} from '../components/crm-history/crm-history.js';

/** The context is first, so that the others find it upgraded. */
const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'call-card-context': CallCardContextElement,
  'call-summary': CallSummaryElement,
  'crm-entity-panel': CrmEntityPanelElement,
  'crm-history': CrmHistoryElement,
  'call-state-controls': CallStateControlsElement,
  'call-notes': CallNotesElement,
};

// A tag that is taken stays as it is: by another copy of the kit, or by the page.
const taken = Object.entries(ELEMENTS).filter(([tag, element]) => !isRegistered(tag, element));
if (taken.length > 0) {
  const tags = taken.map(([tag]) => `<${tag}>`).join(', ');
  console.warn(`call-card-kit: ${tags} was registered before, and stays as it was.`);
}

/** Registers the element where its tag is free. Returns whether the tag is this element's now. */
function isRegistered(tag: string, element: CustomElementConstructor): boolean {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
  return customElements.get(tag) === element;
}
