/** The language of the page: negotiated again when elements, `lang` or the portal's language change. */
import {localizer} from './localizer.js';
import {languageInAddress, preferredLanguages} from './loading/preferred-languages.js';

const elements = new Set<Element>();
let portalLanguage = languageInAddress();
let observer: MutationObserver | undefined;

/** Adds an element, whose `lang` counts until it is removed. */
export function addLocalizedElement(element: Element): void {
  elements.add(element);
  observeLang(element);
  negotiate();
}

/** Removes an element that was added. */
export function removeLocalizedElement(element: Element): void {
  elements.delete(element);
  if (elements.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

/** Sets the operator's language, by the portal's code. */
export function setPortalLanguage(code: string): void {
  if (code === portalLanguage) return;
  portalLanguage = code;
  negotiate();
}

function negotiate(): void {
  localizer.setPreferred(preferredLanguages(elements, portalLanguage));
}

/** Observes `lang` in the document and in each shadow root around the element. */
function observeLang(element: Element): void {
  observer ??= new MutationObserver(negotiate);
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, {attributes: true, attributeFilter: ['lang'], subtree: true});
    if (!(root instanceof ShadowRoot)) return;
  }
}
