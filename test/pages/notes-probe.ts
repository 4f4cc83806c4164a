/** Lets a test write in the notes of a widget. */
import {pageController} from '../../src/controller/connect.js';
import {serveTasks} from './probe.js';

const uncaught: string[] = [];
window.addEventListener('error', ({message}) => uncaught.push(message));
window.addEventListener('unhandledrejection', ({reason}) => uncaught.push(String(reason)));

serveTasks({
  text: () => shownText(),
  typed: () => find('textarea', HTMLTextAreaElement).value,
  type: (words: string) => {
    const field = find('textarea', HTMLTextAreaElement);
    field.value = words;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  },
  choose: (value: string) => {
    const list = find('select', HTMLSelectElement);
    list.value = value;
    list.dispatchEvent(new Event('change', {bubbles: true}));
  },
  press: ({label}: {label: string}) => {
    const buttons = [...(root()?.querySelectorAll('button') ?? [])];
    const button = buttons.find(({textContent}) => textContent.trim() === label);
    if (button === undefined) throw new Error(`There is no button “${label}”.`);
    button.click();
  },
  submit: () => document.querySelector('call-notes')?.submit(),
  snapshot: () => pageController().snapshot,
  isHeld: () => pageController().snapshot.autoClose.status !== 'normal',
  uncaught: () => uncaught,
});

function root(): ShadowRoot | null {
  return document.querySelector('call-notes')?.shadowRoot ?? null;
}

function find<T extends HTMLElement>(selector: string, type: abstract new () => T): T {
  const found = root()?.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`There is no ${selector}.`);
}

function shownText(): string {
  const card = root()?.querySelector('.card');
  return (card?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
