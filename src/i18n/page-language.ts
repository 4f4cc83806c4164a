/** Follows the elements of the page and the portal, and speaks the language that they ask for. */
import {localizer} from './localizer.js';
import {languageInAddress, wishedLanguages} from './loading/preferred-languages.js';

const elements = new Set<Element>();
let operators = languageInAddress();
let watcher: MutationObserver | undefined;

/** The element's `lang` counts until it leaves. */
export function enterPage(element: Element): void {
  elements.add(element);
  watch(element);
  decide();
}

export function leavePage(element: Element): void {
  elements.delete(element);
  if (elements.size > 0) return;
  watcher?.disconnect();
  watcher = undefined;
}

/** The portal's code for the language of the operator. */
export function hearPortalLanguage(code: string): void {
  if (code === operators) return;
  operators = code;
  decide();
}

function decide(): void {
  localizer.prefer(wishedLanguages(elements, operators));
}

/** An element may stand in another one's shadow root, whose attributes no document's watcher sees. */
function watch(element: Element): void {
  watcher ??= new MutationObserver(decide);
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    watcher.observe(root, {attributes: true, attributeFilter: ['lang'], subtree: true});
    if (!(root instanceof ShadowRoot)) return;
  }
}
