/**
 * Which language the page is in. The first of these that the kit knows:
 *
 * 1. `lang` on an element of the kit, or on the nearest of its ancestors that has one, up to the body.
 *    A page has one language: where elements differ, the one counts that came to the page first.
 * 2. the operator's language, as the portal tells it: in the page's address, and again when connected
 * 3. `lang` of `<html>`. It comes last, because pages have it from a template, whoever reads them.
 */
import {spoken} from './spoken-language.js';

const elements = new Set<Element>();
/** A portal's pages get their language as `?LANG=de` (reference: Bitrix24 facts, 6.3). */
let operators = new URLSearchParams(addressQuery()).get('LANG') ?? '';
let watcher: MutationObserver | undefined;

/** A server that imports the kit has no address. */
function addressQuery(): string {
  return 'location' in globalThis ? location.search : '';
}

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
  const stated = [...elements].map(statedLanguage);
  spoken.prefer([...stated, operators, document.documentElement.lang]);
}

/** An element may stand in another one's shadow root, whose attributes no document's watcher sees. */
function watch(element: Element): void {
  watcher ??= new MutationObserver(decide);
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    watcher.observe(root, {attributes: true, attributeFilter: ['lang'], subtree: true});
    if (!(root instanceof ShadowRoot)) return;
  }
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
