/** A widget whose integrator hands on texts that are not his own, without a look at them. */
import {pageController} from '../../../src/controller/connect.js';
import type {FieldFormatters} from '../../../src/crm/format/field-formatters.js';
import {addLanguage, setTexts} from '../../../src/i18n/customize.js';
import {controllerTasks} from '../../pages/controller-tasks.js';
import {INTERPRETATION_TASKS, interpretations, roots} from '../../pages/interpretation.js';
import {serveTasks} from '../../pages/probe.js';

const TAGS = ['call-card-context', 'call-summary', 'crm-entity-panel', 'call-state-controls'];
/** Every attribute that an element of the kit reads, and some that all elements have. */
const ATTRIBUTES = [
  ...['entity-type', 'entity-id', 'fields', 'controls', 'answer-time', 'shortcuts', 'label'],
  ...['placeholder', 'maxlength', 'autosave', 'theme', 'compact', 'lang', 'dir', 'title'],
];
const PROPERTIES = ['fields', 'controls', 'label', 'placeholder', 'formatters', 'save'];
const FORMATTED = ['TITLE', 'NAME', 'POST', 'SOURCE_ID', 'HONORIFIC', 'COMMENTS', 'ASSIGNED_BY_ID'];

const WORDS = [
  ...['panel.label', 'panel.empty', 'panel.refresh', 'action.hang-up', 'action.mute'],
  ...['notes.label', 'notes.save', 'no-call', 'copy-number'],
] as const;

const refusals: string[] = [];
document.addEventListener('record-error', () => refusals.push('record-error'), {capture: true});

serveTasks({
  ...controllerTasks(pageController()),
  ...INTERPRETATION_TASKS,
  setAttributes: (texts: readonly string[]) => {
    for (const [index, element] of elements().entries()) {
      for (const [more, name] of ATTRIBUTES.entries())
        element.setAttribute(name, oneOf(texts, index + more));
    }
    return settled();
  },
  setProperties: (texts: readonly string[]) => {
    for (const [index, element] of elements().entries()) {
      for (const [more, name] of PROPERTIES.entries()) {
        if (name in element) Object.assign(element, {[name]: oneOf(texts, index + more)});
      }
    }
    return settled();
  },
  restore: () => {
    for (const element of elements()) {
      for (const name of ATTRIBUTES) element.removeAttribute(name);
      const fresh = document.createElement(element.localName);
      for (const name of PROPERTIES) {
        if (name in element) Reflect.set(element, name, Reflect.get(fresh, name));
      }
    }
    return settled();
  },
  /** Every kind of description, each with the text wherever it has one. */
  format: (text: string) => {
    const panel = document.querySelector('crm-entity-panel');
    const displays: readonly object[] = [
      {kind: 'text', text},
      {kind: 'lines', text},
      {kind: 'link', text, href: text},
      {kind: 'chip', text, color: text},
      {kind: 'phone', number: text},
      {kind: 'email', address: text},
      {kind: 'reference', text, path: text, entity: null},
      {kind: 'reference', text, path: `/${text}`, entity: null},
      {kind: 'file', id: text, href: text},
      {kind: text},
      {
        kind: 'list',
        items: [
          {kind: 'text', text},
          {kind: 'link', text, href: text},
        ],
      },
    ];
    return shownOneByOne(displays, async (display) => {
      if (panel === null) return;
      const formatter = (): unknown => display;
      panel.formatters = Object.fromEntries(
        [...FORMATTED, 'string', 'text', 'crm_status', 'user'].map((name) => [name, formatter]),
      ) as FieldFormatters;
      await settled();
    });
  },
  /** In place of texts that are on the screen now. */
  say: async (texts: readonly string[]) => {
    const said = Object.fromEntries(WORDS.map((key, index) => [key, oneOf(texts, index)]));
    setTexts('en', said);
    addLanguage('eo', () => Promise.resolve(said));
    await settled();
  },
  reload: () => document.querySelector('crm-entity-panel')?.reload(),
  refusals: () => refusals.length,
  /** Where the links into the portal go. */
  portalLinks: () =>
    roots().flatMap((root) =>
      [...root.querySelectorAll<HTMLAnchorElement>('a[part~="link"][rel="noopener"]')].map(
        ({href}) => href,
      ),
    ),
});

function oneOf(texts: readonly string[], index: number): string {
  return texts[index % texts.length] ?? '';
}

function elements(): readonly Element[] {
  return [...TAGS, 'call-notes', 'option'].flatMap((tag) => [...document.querySelectorAll(tag)]);
}

async function settled(): Promise<void> {
  for (const element of elements()) {
    if ('updateComplete' in element) await element.updateComplete;
  }
}

/** What can be read after each, and what was found that is more than a text. */
async function shownOneByOne<T>(list: readonly T[], show: (item: T) => Promise<void>) {
  const words: string[] = [];
  const findings: string[] = [];
  for (const item of list) {
    await show(item);
    words.push(
      roots()
        .map(({textContent}) => textContent)
        .join(' '),
    );
    // The kit reports a formatter that describes what can't be shown.
    const found = {...interpretations(), uncaught: []};
    if (Object.values(found).some(({length}) => length > 0)) findings.push(JSON.stringify(found));
  }
  return {words: words.join('\n'), findings};
}
