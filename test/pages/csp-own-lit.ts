/** Lets a test load the kit's built files, a second copy of them, and a Lit of the page's own, in any order. */
import {VIOLATION_TASKS} from './csp-violations.js';
import {ELEMENT_TASKS} from './element-tasks.js';
import {serveTasks} from './probe.js';

serveTasks({
  ...ELEMENT_TASKS,
  ...VIOLATION_TASKS,
  loadKit: async (folder: string) => {
    await import(`${folder}/call-card-kit.min.js`);
    await customElements.whenDefined('call-summary');
  },
  /** Loads a copy's Lit, too: its elements come late, and the tags are taken by then. */
  loadLitOf: async (folder: string) => {
    await import(`${folder}/call-card-kit-core.min.js`);
  },
  renderWithLit: async () => {
    const {html, render} = await import('lit');
    const [paragraph] = document.querySelectorAll('p');
    if (paragraph === undefined) throw new Error('There is no place to render.');
    render(html`<b>${'of the page'}</b>`, paragraph);
    return paragraph.textContent;
  },
});
