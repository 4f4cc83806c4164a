/**
 * Which language the page is in. The first of these that the kit knows:
 *
 * 1. `lang` on an element of the kit, or on the nearest of its ancestors that has one, up to the body.
 *    A page has one language: where elements differ, the one counts that came to the page first.
 * 2. the operator's language, as the portal tells it: in the page's address, and again when connected
 * 3. the languages of the browser: all that is known where the portal has not answered, and its address
 *    is lost or was none
 * 4. `lang` of `<html>`. It comes last, because pages have it from a template, whoever reads them.
 *
 * Knows no words, so that they can be fetched before whatever shows them is there.
 */

/** What the page would like to be in, best first; what is not stated is empty. */
export function wishedLanguages(elements: Iterable<Element>, operators: string): readonly string[] {
  return [
    ...[...elements].map(statedLanguage),
    operators,
    ...browserLanguages(),
    document.documentElement.lang,
  ];
}

/** Tags of the web: what the portal calls `br`, `la` and `sc` are no Breton, Latin and Sardinian. */
function browserLanguages(): readonly string[] {
  return navigator.languages.filter((tag) => !/^(?:br|la|sc)\b/i.test(tag));
}

/** A portal's pages get their language as `?LANG=de` (reference: Bitrix24 facts, 6.3). */
export function languageInAddress(): string {
  // A server that imports the kit has no address.
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
