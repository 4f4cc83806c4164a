/** Searches a page, through all shadow roots, for what a text has become that was interpreted. */
import type {ProbeTasks} from './probe.js';

const uncaught: string[] = [];
window.addEventListener('error', ({message}) => uncaught.push(message));
window.addEventListener('unhandledrejection', ({reason}) => uncaught.push(String(reason)));

/** Addresses that a link may have: of the web, of a phone, of an e-mail. */
const HARMLESS = /^(?:https?|tel|mailto):/;
/** What the kit itself puts into its shadow roots besides boxes and texts. */
const ACTIVE =
  'script, iframe, object, embed, link, meta, base, form[action], video, template, math';

export const INTERPRETATION_TASKS: ProbeTasks = {
  /** Everything that can be read, without what is cut off being left out. */
  words: () => {
    const texts = roots().flatMap((root) => [...root.children].map((child) => child.textContent));
    return texts.join('\n');
  },
  findings: interpretations,
  /** What the search finds in a page where a text was taken for HTML. */
  interpret: (text: string) => {
    const place = document.createElement('p');
    place.attachShadow({mode: 'open'}).innerHTML = text;
    document.body.append(place);
  },
};

/** Everything that is more than a text, by its kind. */
export function interpretations(): Readonly<Record<string, readonly unknown[]>> {
  const places = roots();
  const everywhere = (selector: string): Element[] =>
    places.flatMap((root) => [...root.querySelectorAll(selector)]);
  return {
    elements: everywhere(`[canary], ${ACTIVE}`).map(described),
    handlers: everywhere('*')
      .flatMap((element) => [...element.attributes].map((attribute) => ({element, attribute})))
      .filter(({attribute}) => /^on|^srcdoc$/i.test(attribute.name))
      .map(({element}) => described(element)),
    links: everywhere('[href], [src], [action], [data], [poster]')
      .flatMap((element) => ['href', 'src', 'action', 'data', 'poster'].map(addressOf(element)))
      .filter((address) => address !== null && !HARMLESS.test(address)),
    styles: everywhere('[style]')
      .map((element) => element.getAttribute('style') ?? '')
      .filter((style) => /url|position|inset|var/i.test(style)),
    requests: performance
      .getEntriesByType('resource')
      .map(({name}) => name)
      .filter((name) => name.includes('canary') || name.includes('evil')),
    globals: Object.keys(globalThis).filter((name) => name.startsWith('canary')),
    uncaught,
  };
}

/** The shadow roots of the page, those inside of others too. */
export function roots(from: Document | ShadowRoot = document): ShadowRoot[] {
  const inside = [...from.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []);
  return inside.flatMap((root) => [root, ...roots(root)]);
}

/** As the browser reads it, which is what counts. */
function addressOf(element: Element): (name: string) => string | null {
  return (name) => {
    const text = element.getAttribute(name);
    const link = document.createElement('a');
    link.href = text ?? '';
    return text === null ? null : link.href;
  };
}

function described(element: Element): string {
  return element.outerHTML.slice(0, 120);
}
