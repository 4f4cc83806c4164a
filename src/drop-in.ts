/**
 * The script tag's entry: starts the connection at once, and loads beside it Lit and the elements
 * whose tags are on the page.
 */
import {pageController} from './connect.js';
import {loadTags} from './tag-loader.js';

const controller = pageController();

loadTags({
  'call-card-context': async () =>
    (await import('./components/call-card-context/call-card-context.js')).CallCardContextElement,
  'call-summary': async () =>
    (await import('./components/call-summary/call-summary.js')).CallSummaryElement,
  'crm-entity-panel': async () => {
    // The record will be wanted: what loads it comes at the same time.
    void controller.crm.prepare().catch(() => undefined);
    return (await import('./components/crm-entity-panel/crm-entity-panel.js'))
      .CrmEntityPanelElement;
  },
  'call-state-controls': async () =>
    (await import('./components/call-state-controls/call-state-controls.js'))
      .CallStateControlsElement,
});

export {pageController};
