/** What a test can see and do in the elements of a page, through the shadow roots. */
import type {ProbeTasks} from './probe.js';

/** Uncaught errors of the page; there must be none. */
const uncaught: string[] = [];
window.addEventListener('error', ({message}) => uncaught.push(message));
window.addEventListener('unhandledrejection', ({reason}) => uncaught.push(String(reason)));

export const ELEMENT_TASKS: ProbeTasks = {
  text: (path: readonly string[]) => visibleText(find(path)),
  click: (path: readonly string[]) => {
    const element = find(path);
    if (!(element instanceof HTMLElement)) throw new Error(`Nothing to click: ${path.join(' ')}`);
    element.click();
  },
  press: ({path, label}: {path: readonly string[]; label: string}) => {
    const element = find(path);
    const buttons = [...((element?.shadowRoot ?? element)?.querySelectorAll('button') ?? [])];
    const button = buttons.find((candidate) => visibleText(candidate) === label);
    if (button === undefined)
      throw new Error(`There is no button “${label}” in ${path.join(' ')}.`);
    button.click();
  },
  /** The words of what can be pressed in a part of an element. */
  pressable: (path: readonly string[]) => {
    const all = [...(find(path)?.querySelectorAll('button') ?? [])];
    const isOff = (each: Element): boolean =>
      each.closest('[inert]') !== null || each.getAttribute('aria-disabled') === 'true';
    return all.filter((each) => !isOff(each)).map(visibleText);
  },
  fill: ({path, value}: {path: readonly string[]; value: string}) => {
    const element = find(path);
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement))
      throw new Error(`No input: ${path.join(' ')}`);
    element.value = value;
    element.dispatchEvent(new Event('input', {bubbles: true}));
  },
  uncaught: () => uncaught,
};

/** The element at the end of a path; each step looks in the shadow root of the one before. */
export function find(path: readonly string[]): Element | null {
  let root: ParentNode = document;
  let element: Element | null = null;
  for (const selector of path) {
    element = root.querySelector(selector);
    if (element === null) return null;
    root = element.shadowRoot ?? element;
  }
  return element;
}

function visibleText(element: Element | null): string {
  if (element === null) return '';
  const root = element.shadowRoot ?? element;
  const parts = [...root.childNodes].map((node) => {
    if (node instanceof Element) return isShown(node) ? visibleText(node) : '';
    return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
  });
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

function isShown(element: Element): boolean {
  if (element instanceof HTMLStyleElement) return false;
  // A slot has no box of its own; what is in it may have one.
  return element instanceof HTMLSlotElement || element.checkVisibility();
}
