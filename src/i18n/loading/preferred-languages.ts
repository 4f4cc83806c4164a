/**
 * Language negotiation: the page is in the first of these languages that the kit knows.
 *
 * 1. `lang` on an element of the kit, or on the nearest of its ancestors that has one, up to the body.
 *    A page has one language: if elements differ, the first one that was connected counts.
 * 2. the operator's language, as the portal tells it: in the page's address, and again when connected
 * 3. the languages of the browser, for pages without the portal's answer and its address
 * 4. `lang` of `<html>`. It comes last, because pages often have it from a template.
 *
 * It is apart from the catalogs, so that they can be prefetched before an element needs them.
 */

/** The preferred languages of the page, best first; an unknown one is empty. */
export function preferredLanguages(
  elements: Iterable<Element>,
  portalLanguage: string,
): readonly string[] {
  return [
    ...[...elements].map(statedLanguage),
    portalLanguage,
    ...browserLanguages(),
    document.documentElement.lang,
  ];
}

/** Without `br`, `la` and `sc`: for the portal these are Portuguese, Spanish and Chinese. */
function browserLanguages(): readonly string[] {
  return navigator.languages.filter((tag) => !/^(?:br|la|sc)\b/i.test(tag));
}

/** The portal opens an app's pages with `?LANG=de` (reference: Bitrix24 facts, section 6.3). */
export function languageInAddress(): string {
  // There is no `location` on a server.
  const query = 'location' in globalThis ? location.search : '';
  return new URLSearchParams(query).get('LANG') ?? '';
}

function statedLanguage(element: Element): string {
  for (let place: Node | null = element; place !== null; place = parentOf(place)) {
    if (!(place instanceof Element) || place === document.documentElement) continue;
    const lang = place.getAttribute('lang');
    if (lang !== null && lang !== '') return lang;
  }
  return '';
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
