/** A widget that is searched for texts of a hostile client that were interpreted. */
import {INTERPRETATION_TASKS, roots} from './interpretation.js';
import {serveTasks} from './probe.js';

serveTasks({
  ...INTERPRETATION_TASKS,
  isLoaded: () => {
    const panel = document.querySelector('crm-entity-panel')?.shadowRoot;
    return Boolean(panel?.querySelector('[part~="title"]'));
  },
  unfold: () => {
    const buttons = roots().flatMap((root) => [
      ...root.querySelectorAll<HTMLButtonElement>('button[aria-expanded="false"]'),
    ]);
    for (const button of buttons) button.click();
    return buttons.length;
  },
});
