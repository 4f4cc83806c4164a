/**
 * The script tag's entry: starts the connection at once, and loads beside it Lit and the elements
 * whose tags are on the page.
 */
import {pageController} from './connect.js';
import {shownEntity} from './controller/shown-entity.js';
import type * as Customize from './i18n/customize.js';
import {loadTags} from './tag-loader.js';

const controller = pageController();

loadTags({
  'call-card-context': async () =>
    (await import('./components/call-card-context/call-card-context.js')).CallCardContextElement,
  'call-summary': async () =>
    (await import('./components/call-summary/call-summary.js')).CallSummaryElement,
  'crm-entity-panel': async () => {
    void askForRecord();
    return (await import('./components/crm-entity-panel/crm-entity-panel.js'))
      .CrmEntityPanelElement;
  },
  'call-state-controls': async () =>
    (await import('./components/call-state-controls/call-state-controls.js'))
      .CallStateControlsElement,
  'call-notes': async () =>
    (await import('./components/call-notes/call-notes.js')).CallNotesElement,
});

/** The records are on their way, in one batch, while the element that will show them is being loaded. */
async function askForRecord(): Promise<void> {
  const panel = document.querySelector('crm-entity-panel');
  if (panel?.hasAttribute('entity-id') === true) return;
  try {
    const [snapshot] = await Promise.all([controller.start(), controller.crm.prepare()]);
    const entity = shownEntity(snapshot);
    const refs = snapshot.call?.bindings ?? (entity === null ? [] : [entity]);
    await Promise.all(refs.map((ref) => controller.crm.record(ref)));
  } catch {
    // The panel asks for the same record, and shows what went wrong.
  }
}

/** `setTexts` and `addLanguage` of the package, for pages without a bundler. */
export const setTexts: typeof Customize.setTexts = (language, texts) => {
  void import('./i18n/customize.js').then((words) => words.setTexts(language, texts));
};
export const addLanguage: typeof Customize.addLanguage = (language, load) => {
  void import('./i18n/customize.js').then((words) => words.addLanguage(language, load));
};

export {pageController};
